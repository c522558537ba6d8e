package io.github.inceptionlens.activation;

import io.github.inceptionlens.activation.ClassRanking.Score;
import io.github.inceptionlens.core.PictureRows;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What becomes of a network's answers when a part of it is changed.
 *
 * @see <a href="https://arxiv.org/abs/1806.02891">Zhou et al. 2018, on the importance of units</a>
 */
public final class Ablation {

  private Ablation() {}

  /**
   * One class before and after the change.
   *
   * @param before its score by the network as it was
   * @param after its score by the changed one
   */
  public record ClassChange(Score before, Score after) {

    /** How much the logit changes. */
    public double change() {
      return (double) after.logit() - before.logit();
    }
  }

  /**
   * The classes that are among the best before or after, the one whose logit changes most first;
   * equal ones by index.
   *
   * @param top how many are the best, 1 to the number of classes
   * @throws io.github.inceptionlens.core.UserError when {@code top} is out of range or the picture
   *     too small
   */
  public static List<ClassChange> classes(
      final InceptionV1 network,
      final InceptionV1 changed,
      final PictureRows picture,
      final int top,
      final Progress progress) {
    ClassRanking.requireTop(network, top);
    final List<Score> before = ClassRanking.scores(network, picture, progress.part(0, 2));
    final List<Score> after = ClassRanking.scores(changed, picture, progress.part(1, 2));
    return classes(before, after, top);
  }

  /**
   * The same of scores that are known.
   *
   * @param before of all classes, by index
   * @param after of all classes, by index
   */
  public static List<ClassChange> classes(
      final List<Score> before, final List<Score> after, final int top) {
    return Stream.of(before, after)
        .flatMap(scores -> ClassRanking.best(scores, top).stream())
        .map(Score::index)
        .distinct()
        .sorted()
        .map(index -> new ClassChange(before.get(index), after.get(index)))
        .sorted(Comparator.comparingDouble((ClassChange one) -> -Math.abs(one.change())))
        .toList();
  }

  /**
   * How a layer's response changes: that of the changed network less that of the network as it was.
   *
   * @param layer canonical name or alias
   * @return one plane per channel, on the layer's own grid
   */
  public static List<float[]> differences(
      final InceptionV1 network,
      final InceptionV1 changed,
      final PictureRows picture,
      final String layer,
      final Progress progress) {
    final FeatureMap before = network.run(picture, List.of(layer), progress.part(0, 2)).map(layer);
    final FeatureMap after = changed.run(picture, List.of(layer), progress.part(1, 2)).map(layer);
    return IntStream.range(0, before.layer().channels())
        .mapToObj(channel -> difference(before.channel(channel), after.channel(channel)))
        .toList();
  }

  private static float[] difference(final float[] before, final float[] after) {
    final float[] difference = new float[before.length];
    for (int i = 0; i < difference.length; i++) {
      difference[i] = after[i] - before[i];
    }
    return difference;
  }
}
