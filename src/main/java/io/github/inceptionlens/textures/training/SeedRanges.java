package io.github.inceptionlens.textures.training;

/** The seeds of the generator, cut into ranges that never meet. */
final class SeedRanges {

  /** The first of the images on which accuracy is reported; never used while training. */
  static final long HELD_OUT = 0;

  /** The first of the images that choose the best moment of the training. */
  static final long VALIDATION = 1L << 20;

  private static final long TRAINING = 1L << 32;

  private SeedRanges() {}

  /** The seed of an image to learn from; trainings with other seeds see other images. */
  static long training(final TrainingPlan plan, final int step, final int index) {
    return TRAINING * (1 + plan.seed()) + (long) step * plan.batch() + index;
  }
}
