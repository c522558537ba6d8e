package io.github.inceptionlens.activation;

import io.github.inceptionlens.activation.ClassRanking.Score;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.network.InceptionV1;
import java.util.List;

/**
 * What the network takes each picture of a collection for: its most probable classes.
 *
 * <pre>{@code
 * PictureClasses classes = new PictureClasses(network, 5);
 * Scan<SourcePicture> scan = new Scan<>(network, ClassRanking.NAMES, collection);
 * Ride<SourcePicture, ?, List<Answer>> answers = scan.ride("classes", classes);
 * }</pre>
 */
public final class PictureClasses extends PictureAnswers<PictureClasses.Answer> {

  private final List<String> labels;
  private final int top;

  /**
   * @param top how many classes are kept of each picture, best first
   * @throws io.github.inceptionlens.core.UserError when the network has no classifier, or {@code
   *     top} is out of range
   */
  public PictureClasses(final InceptionV1 network, final int top) {
    super(Answer[].class, Answer::picture);
    ClassRanking.requireTop(network, top);
    labels = network.architecture().classes();
    this.top = top;
  }

  /**
   * The answer to one picture.
   *
   * @param picture which picture
   * @param label what the collection says that it shows; empty for nothing
   * @param best its most probable classes, best first
   */
  public record Answer(PictureId picture, String label, List<Score> best) {}

  @Override
  protected Answer answer(final Seen<?> seen) {
    return new Answer(
        seen.source().id(),
        seen.source().label(),
        ClassRanking.best(ClassRanking.scores(labels, seen.activations()), top));
  }
}
