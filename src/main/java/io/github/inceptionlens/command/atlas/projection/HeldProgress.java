package io.github.inceptionlens.command.atlas.projection;

import io.github.inceptionlens.core.Progress;

/** A progress whose parts can be stopped, too, without that they move it. */
final class HeldProgress implements Progress {

  private final Progress progress;
  private double reached;

  HeldProgress(final Progress progress) {
    this.progress = progress;
  }

  @Override
  public void at(final double fraction, final String what) {
    reached = fraction;
    progress.at(fraction, what);
  }

  /** The progress of a part, which stays where this one is. */
  Progress held() {
    return (fraction, what) -> progress.at(reached, what);
  }
}
