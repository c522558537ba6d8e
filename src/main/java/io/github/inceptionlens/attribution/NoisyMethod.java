package io.github.inceptionlens.attribution;

import io.github.inceptionlens.network.gradient.GradientRequest;
import java.util.Random;
import net.imglib2.img.basictypeaccess.array.FloatArray;
import net.imglib2.img.planar.PlanarImg;
import net.imglib2.type.numeric.real.FloatType;

/** Gradients of the picture under Gaussian noise, summarised pixel by pixel. */
abstract class NoisyMethod extends AbstractMethod {

  private static final int USUAL = 25;

  NoisyMethod() {
    super(Option.SAMPLES, Option.NOISE, Option.SEED);
  }

  @Override
  public boolean isLocal() {
    return true;
  }

  /** The summary of the gradients. */
  abstract PlanarImg<FloatType, FloatArray> summary(Moments gradients);

  @Override
  protected int ownPasses(final AttributionRequest request, final int width, final int height) {
    return samples(request) + 1;
  }

  @Override
  protected int usualSamples() {
    return USUAL;
  }

  @Override
  protected Outcome compute(final Run run) {
    final float[] range = Planes.range(run.picture());
    final double sigma = run.request().noise() * (range[1] - range[0]);
    final Random random = new Random(run.request().seed());
    final float[][] planes = Planes.arrays(run.picture());
    final Moments gradients = new Moments(run.picture());
    run.gradients(
        GradientRequest.pixels(run.objective()),
        samples(run.request()),
        sample ->
            Planes.map(
                run.picture(), (channel, i) -> planes[channel][i] + sigma * random.nextGaussian()),
        (sample, gradient) -> gradients.add(gradient.pixels()));
    return Outcome.of(new AttributionMap.OfPixels(summary(gradients)), run.value());
  }
}
