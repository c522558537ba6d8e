package io.github.inceptionlens.command.saliency;

import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.architecture.Architecture;

/** What readers are shown of the names of targets. */
public final class TargetNames {

  private TargetNames() {}

  /** The target, with its name where it is one class. */
  public static String named(final Target target, final Architecture network) {
    return target instanceof Target.ClassIndex one
        ? target + " " + network.labels().get(one.index())
        : target.toString();
  }

  /** The same with the texts of units, for titles and captions. */
  public static String described(final Target target, final Architecture network) {
    return network.entryLabels().described(named(target, network));
  }
}
