package io.github.inceptionlens.command;

import io.github.inceptionlens.activation.ChannelSelection;
import io.github.inceptionlens.command.file.ResultFolder;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.display.Luts;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.weights.NetworkStore;
import io.github.inceptionlens.weights.TrainedNetwork;
import java.util.Optional;

/** Looks at values of keys that mean the same in every command, before the command runs. */
final class KeyChecks {

  private KeyChecks() {}

  /**
   * Looks at a value.
   *
   * @param network the one that the dialog names, where it names one
   * @throws io.github.inceptionlens.core.UserError when a command would refuse it
   */
  static void check(final String key, final Object value, final Optional<Architecture> network) {
    final String text = String.valueOf(value).strip();
    switch (key) {
      case "range" -> DisplayRange.parse(text);
      case "lut" -> Luts.named(text);
      case "scale" -> new InputRequest(Fit.OWN_SIZE, (Double) value, DisplayRange.AUTO, false);
      case "limit" -> PictureLimit.of(text);
      case "channels" -> ChannelSelection.parse(text);
      case "target", "objective" -> checkTarget(Target.parse(text), network);
      case "layer" -> network.filter(any -> !text.isEmpty()).ifPresent(one -> one.layer(text));
      case "folder" -> checkFolder(text);
      case "unit" -> checkUnit(text, network);
      default -> {}
    }
  }

  private static void checkTarget(final Target target, final Optional<Architecture> network) {
    if (target instanceof Target.Top
        || target instanceof Target.ClassIndex
        || target instanceof Target.ClassLabel) {
      network.ifPresent(Architecture::classes);
    }
  }

  private static void checkFolder(final String text) {
    if (!text.isEmpty()) {
      ResultFolder.path(text);
    }
  }

  private static void checkUnit(final String text, final Optional<Architecture> network) {
    if (!text.equalsIgnoreCase("strongest") && !text.equalsIgnoreCase("distinct")) {
      final Unit unit = Unit.parse(text);
      network.ifPresent(one -> one.layer(unit.layer()).unit(unit.channel()));
    }
  }

  /**
   * The architecture of a network that a person names, which need not be downloaded yet.
   *
   * @param key what the person gave the name for
   * @throws io.github.inceptionlens.core.UserError when there is no such network
   */
  static Architecture architecture(final String key, final String network) {
    return NetworkStore.standard()
        .catalog()
        .find(network.strip())
        .flatMap(entry -> Training.named(entry.training()))
        .map(Training::architecture)
        .orElseGet(() -> TrainedNetwork.named(key, network).architecture());
  }
}
