package io.github.inceptionlens.attribution;

import io.github.inceptionlens.network.GradientRequest;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.real.FloatType;
import org.scijava.plugin.Plugin;

/**
 * The difference of picture and baseline times the mean gradient on the straight way between them,
 * at the midpoints of equal steps. The values add up to the target's change.
 *
 * @see <a href="https://arxiv.org/abs/1703.01365">Sundararajan et al. 2017</a>
 */
@Plugin(type = AttributionMethod.class, name = "Integrated Gradients")
public final class IntegratedGradients extends AbstractMethod {

  /** Reads the baseline, the steps and, for noise, the seed. */
  public IntegratedGradients() {
    super(Option.BASELINE, Option.STEPS, Option.SEED);
  }

  @Override
  int ownPasses(final AttributionRequest request, final int width, final int height) {
    return request.steps() + 2;
  }

  @Override
  Outcome compute(final Run run) {
    final PlanarImg<FloatType, FloatArray> baseline = run.baseline();
    final PlanarImg<FloatType, FloatArray> values = onTheWayFrom(baseline, run);
    final double[] ends = run.values(2, end -> end == 0 ? baseline : run.picture());
    return Outcome.complete(new AttributionMap.OfPixels(values), ends[1], ends[0]);
  }

  /** The attributed values, width x height x 3. */
  static PlanarImg<FloatType, FloatArray> onTheWayFrom(
      final PlanarImg<FloatType, FloatArray> baseline, final Run run) {
    final int steps = run.request().steps();
    final Moments gradients = new Moments(run.picture());
    run.gradients(
        GradientRequest.pixels(run.objective()),
        steps,
        step -> Planes.between(baseline, run.picture(), (step + 0.5) / steps),
        (step, gradient) -> gradients.add(gradient.pixels()));
    return Planes.difference(run.picture(), baseline, gradients.mean());
  }
}
