package io.github.inceptionlens.visualization.optimizer;

/** How a step of Adam follows the mean of the gradients and the newest one. */
public enum Momentum {

  /**
   * The mean alone.
   *
   * @see <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba 2015</a>
   */
  ADAM {
    @Override
    Parts next(final Parts last, final int step) {
      return new Parts(1 / (1 - Math.pow(DECAY, step)), 0, 1);
    }
  },

  /**
   * Nesterov's: the mean as it will be, and the newest gradient.
   *
   * @see <a href="https://openreview.net/forum?id=OM0jvwB8jIp57ZJjtNEZ">Dozat 2016</a>
   */
  NESTEROV {
    @Override
    Parts next(final Parts last, final int step) {
      final double now = decay(step);
      final double product = last.product * now;
      final double later = decay(step + 1);
      return new Parts(later / (1 - product * later), (1 - now) / (1 - product), product);
    }
  };

  /** How much of the mean of the gradients stays at a step. */
  static final double DECAY = 0.9;

  private static final double WARMING = 0.96;
  private static final double PACE = 0.004;

  /**
   * What a step is made of.
   *
   * @param mean the factor of the mean of the gradients
   * @param newest the factor of the newest gradient
   * @param product of the decays up to now
   */
  record Parts(double mean, double newest, double product) {

    /** Before the first step. */
    static final Parts NONE = new Parts(0, 0, 1);
  }

  /**
   * The parts of a step.
   *
   * @param last those of the step before
   * @param step from 1
   */
  abstract Parts next(Parts last, int step);

  private static double decay(final int step) {
    return DECAY * (1 - Math.pow(WARMING, step * PACE) / 2);
  }
}
