package io.github.inceptionlens.activation.steering;

import io.github.inceptionlens.activation.PictureAnswers;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.collection.scan.Seen;

/** The scores of all classes on each picture of a collection. */
public final class PictureScores extends PictureAnswers<PictureScores.Scores> {

  /**
   * The answer to one picture.
   *
   * @param picture which picture
   * @param logits by class
   * @param probabilities by class
   */
  public record Scores(PictureId picture, float[] logits, float[] probabilities) {}

  public PictureScores() {
    super(Scores[].class, Scores::picture);
  }

  @Override
  protected Scores answer(final Seen<?> seen) {
    return new Scores(
        seen.source().id(), seen.activations().logits(), seen.activations().probabilities());
  }
}
