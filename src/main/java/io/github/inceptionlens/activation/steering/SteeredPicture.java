package io.github.inceptionlens.activation.steering;

import io.github.inceptionlens.activation.Ablation;
import io.github.inceptionlens.activation.Ablation.ClassChange;
import io.github.inceptionlens.activation.ClassRanking;
import io.github.inceptionlens.activation.steering.PictureScores.Scores;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.network.Logits;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What the network takes a picture for before and after features were steered.
 *
 * @param before the scores of all classes
 * @param after the same with the change
 */
public record SteeredPicture(Scores before, Scores after) {

  /** The pictures that were seen both before and after, in the order of their names. */
  public static List<SteeredPicture> of(final List<Scores> before, final List<Scores> after) {
    final Map<PictureId, Scores> changed =
        after.stream().collect(Collectors.toMap(Scores::picture, Function.identity()));
    return before.stream()
        .filter(one -> changed.containsKey(one.picture()))
        .map(one -> new SteeredPicture(one, changed.get(one.picture())))
        .toList();
  }

  /** Which picture it is. */
  public PictureId picture() {
    return before.picture();
  }

  /**
   * The classes that are among the best before or after, the one whose logit changes most first.
   *
   * @param labels of all classes
   * @param top how many are the best
   */
  public List<ClassChange> classes(final List<String> labels, final int top) {
    return Ablation.classes(
        ClassRanking.scores(labels, before.logits(), before.probabilities()),
        ClassRanking.scores(labels, after.logits(), after.probabilities()),
        top);
  }

  /** The most probable class before; of equal ones the first. */
  public int topBefore() {
    return Logits.top(before.logits());
  }

  /** The most probable class after; of equal ones the first. */
  public int topAfter() {
    return Logits.top(after.logits());
  }
}
