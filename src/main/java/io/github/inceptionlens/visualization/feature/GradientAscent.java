package io.github.inceptionlens.visualization.feature;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.gradient.GradientRequest;
import io.github.inceptionlens.network.gradient.ParameterGradient;
import io.github.inceptionlens.visualization.optimizer.Adam;
import io.github.inceptionlens.visualization.optimizer.Momentum;
import java.util.Locale;
import java.util.concurrent.CancellationException;

/** The optimization of one picture under way. */
final class GradientAscent {

  private final InceptionV1 network;
  private final PictureRenderer renderer;
  private final Objective objective;
  private final Adam adam;
  private final int steps;

  private int done;

  /**
   * @param objective what is raised, one number
   * @param rate the step width of Adam
   */
  GradientAscent(
      final InceptionV1 network,
      final PictureRenderer renderer,
      final Objective objective,
      final double rate,
      final int steps) {
    this.network = network;
    this.renderer = renderer;
    this.objective = objective;
    this.adam = new Adam(renderer.parameters(), rate, Momentum.ADAM);
    this.steps = steps;
  }

  /**
   * Climbs until the steps are done or the user stops it.
   *
   * @param what what is being done, for the progress
   * @return whether the steps are done
   * @throws UserError when the objective leaves the range of numbers
   */
  boolean climb(final String what, final StepListener listener, final Progress progress) {
    while (done < steps && advance(what, progress)) {
      step(what);
      if (listener.wants(done)) {
        listener.see(done, renderer.pictures());
      }
    }
    return done == steps;
  }

  private boolean advance(final String what, final Progress progress) {
    try {
      progress.at(
          (double) done / steps,
          String.format(Locale.ROOT, "%s: step %d of %d ...", what, done + 1, steps));
      return true;
    } catch (final CancellationException stop) {
      return false;
    }
  }

  private void step(final String what) {
    renderer.draw(done);
    final ParameterGradient pull =
        ParameterGradient.of(
            network, renderer.parameters(), renderer::moved, GradientRequest.pixels(objective));
    adam.climb(pull.gradients());
    done++;
    if (!Float.isFinite(pull.values()[0])) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%s left the range of numbers at step %d: choose a smaller learning_rate or power",
              what,
              done));
    }
  }

  /** How many steps were done. */
  int done() {
    return done;
  }

  /** A number of the picture as it is. */
  double value(final Objective reported) {
    return ParameterGradient.values(network, renderer.parameters(), renderer::still, reported)[0];
  }

  Picture picture() {
    return renderer.pictures().get(0);
  }
}
