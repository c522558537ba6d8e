package io.github.inceptionlens.circuit.trace;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.geometry.Selection;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Logits;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.objective.TargetBinding;
import java.util.List;
import java.util.Optional;

/**
 * The number whose circuit is traced.
 *
 * <p>Of a class it is a <i>logit difference</i>: its logit less the mean of all logits; or, where a
 * counterfactual picture is given whose most probable class is another one, less the logit of that
 * class. Logits alone may rise together, which changes no probability. Of any other target it is
 * the target's value: of a unit its mean over the picture, or its activation at a place.
 *
 * @param target with canonical names, and classes by index
 * @param objective its number
 * @param text what the number is, for a reader: {@code logit of fibers - mean of all logits}
 */
public record TracedAnswer(Target target, Objective objective, String text) {

  /**
   * The answer to a target on a picture.
   *
   * @param selection what {@code @roi} means, in pixels of the picture
   * @param counterfactual a picture of another answer
   * @throws io.github.inceptionlens.core.UserError when the target speaks of something that does
   *     not exist here
   */
  public static TracedAnswer of(
      final InceptionV1 network,
      final Target target,
      final Picture picture,
      final Optional<Selection> selection,
      final Optional<Picture> counterfactual) {
    final TargetBinding.Bound bound = TargetBinding.bind(target, network, picture, selection);
    if (!(bound.target() instanceof Target.ClassIndex answer)) {
      return new TracedAnswer(bound.target(), bound.objective(), bound.target().toString());
    }
    return counterfactual
        .map(other -> top(network, other))
        .filter(other -> other != answer.index())
        .map(other -> difference(network.architecture(), answer.index(), other))
        .orElseGet(() -> ofClass(network.architecture(), answer.index()));
  }

  private static int top(final InceptionV1 network, final Picture picture) {
    return Logits.top(network.run(picture, List.of(Architecture.LOGITS)).logits());
  }

  /** A class's logit less the mean of all logits. */
  public static TracedAnswer ofClass(final Architecture table, final int index) {
    final Objective objective =
        new Objective(
            List.of(Architecture.LOGITS),
            values -> {
              final NDArray logits = values.get(Architecture.LOGITS);
              return logits.get(new NDIndex(":, {}", index)).sub(logits.mean(new int[] {1}));
            });
    final String text = "logit of " + table.classes().get(index) + " - mean of all logits";
    return new TracedAnswer(new Target.ClassIndex(index), objective, text);
  }

  /** A class's logit less that of another one. */
  public static TracedAnswer difference(
      final Architecture table, final int index, final int other) {
    final List<String> labels = table.classes();
    return new TracedAnswer(
        new Target.ClassIndex(index),
        Objective.logit(index).plus(Objective.logit(other).times(-1)),
        "logit of " + labels.get(index) + " - logit of " + labels.get(other));
  }
}
