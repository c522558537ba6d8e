package io.github.inceptionlens.command.trace;

import ij.ImagePlus;
import io.github.inceptionlens.circuit.node.TraceNodes;
import io.github.inceptionlens.circuit.trace.TracedAnswer;
import io.github.inceptionlens.command.saliency.SaliencyOptions;
import io.github.inceptionlens.command.saliency.TargetNames;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.Optional;

/**
 * What is asked of an image.
 *
 * @param answer that is traced
 * @param nodes that explain it
 */
record TraceQuestion(ImageInput input, TracedAnswer answer, TraceNodes nodes) {

  /**
   * Ties a target to an image.
   *
   * @param layers as users write them
   * @param other the counterfactual picture
   * @throws io.github.inceptionlens.core.UserError when there is no such target or layer
   */
  static TraceQuestion of(
      final InceptionV1 network,
      final Target target,
      final ImagePlus image,
      final ImageInput input,
      final String layers,
      final Optional<ImageInput> other) {
    final TracedAnswer answer =
        TracedAnswer.of(
            network,
            target,
            picture(input),
            SaliencyOptions.selection(image, input),
            other.map(TraceQuestion::picture));
    return new TraceQuestion(
        input, answer, NodeLayers.nodes(network.architecture(), answer.objective(), layers));
  }

  private static Picture picture(final ImageInput seen) {
    return seen.frames().get(0).picture();
  }

  /** What the network sees. */
  Picture picture() {
    return picture(input);
  }

  /** The unit, or the class, that is asked about; nothing where it is not a single one. */
  Optional<Unit> unit() {
    if (answer.target() instanceof Target.ClassIndex one) {
      return Optional.of(new Unit(Architecture.LOGITS, one.index()));
    } else if (answer.target() instanceof Target.Channel one) {
      return Optional.of(one.unit());
    } else if (answer.target() instanceof Target.Position one) {
      return Optional.of(one.unit());
    } else if (answer.target() instanceof Target.Selected one) {
      return Optional.of(one.unit());
    }
    return Optional.empty();
  }

  /** The target as tables name it. */
  String named(final Architecture table) {
    return TargetNames.named(answer.target(), table);
  }

  /** The target as titles name it. */
  String described(final Architecture table) {
    return TargetNames.described(answer.target(), table);
  }
}
