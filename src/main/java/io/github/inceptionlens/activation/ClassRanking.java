package io.github.inceptionlens.activation;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.PictureRows;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.Activations;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.List;
import java.util.stream.IntStream;

/** What the network takes a picture for: its most probable classes. */
public final class ClassRanking {

  private ClassRanking() {}

  /**
   * One class of the ranking.
   *
   * @param index the class's index among the logits
   * @param label the class's name
   * @param logit the score before the softmax
   * @param probability 0 to 1
   */
  public record Score(int index, String label, float logit, float probability) {}

  /** What must be asked of the network, to check a picture's size beforehand. */
  public static final List<String> NAMES = List.of(Architecture.LOGITS, Architecture.PROBABILITIES);

  /**
   * The most probable classes of a picture, best first, equal ones by index.
   *
   * @param picture width x height x 3, values 0 to 255
   * @param top how many, 1 to the number of classes
   * @throws UserError when the network has no classifier, {@code top} is out of range or the
   *     picture too small
   */
  public static List<Score> of(final InceptionV1 network, final Picture picture, final int top) {
    return of(network, picture, top, Progress.NONE);
  }

  /**
   * The same, of a picture of any size.
   *
   * @throws UserError also when some rows of it cannot be read
   */
  public static List<Score> of(
      final InceptionV1 network,
      final PictureRows picture,
      final int top,
      final Progress progress) {
    requireTop(network, top);
    return best(scores(network, picture, progress), top);
  }

  /**
   * Refuses numbers of classes that the network does not have.
   *
   * @throws UserError when {@code top} is out of range
   */
  public static void requireTop(final InceptionV1 network, final int top) {
    requireTop(network, "top", top);
  }

  /**
   * The same of a number that a key of another name gives.
   *
   * @throws UserError when {@code top} is out of range
   */
  public static void requireTop(final InceptionV1 network, final String key, final int top) {
    final int count = network.architecture().classes().size();
    if (top < 1 || top > count) {
      throw new UserError(key + " is " + top + ", expected 1 to " + count + " classes");
    }
  }

  /** The most probable of the given classes, best first, equal ones by index. */
  static List<Score> best(final List<Score> scores, final int top) {
    return scores.stream()
        .sorted((a, b) -> Float.compare(b.logit(), a.logit()))
        .limit(top)
        .toList();
  }

  /**
   * All classes of a picture, by index.
   *
   * @throws UserError when the picture is too small
   */
  static List<Score> scores(
      final InceptionV1 network, final PictureRows picture, final Progress progress) {
    return scores(network.architecture().classes(), network.run(picture, NAMES, progress));
  }

  /**
   * All classes, by index.
   *
   * @param labels the network's classes
   * @param activations of {@link #NAMES}
   */
  static List<Score> scores(final List<String> labels, final Activations activations) {
    return scores(labels, activations.logits(), activations.probabilities());
  }

  /**
   * All classes, by index.
   *
   * @param labels the network's classes
   * @param logits by class
   * @param probabilities by class
   */
  public static List<Score> scores(
      final List<String> labels, final float[] logits, final float[] probabilities) {
    return IntStream.range(0, labels.size())
        .mapToObj(i -> new Score(i, labels.get(i), logits[i], probabilities[i]))
        .toList();
  }
}
