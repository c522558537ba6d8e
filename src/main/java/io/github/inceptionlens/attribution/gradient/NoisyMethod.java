package io.github.inceptionlens.attribution.gradient;

import io.github.inceptionlens.attribution.AbstractMethod;
import io.github.inceptionlens.attribution.AttributionContext;
import io.github.inceptionlens.attribution.AttributionMap;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.MethodResult;
import io.github.inceptionlens.attribution.PlaneArithmetic;
import io.github.inceptionlens.attribution.RunningMoments;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.network.gradient.GradientRequest;
import java.util.Random;

/** Gradients of the picture under Gaussian noise, summarized pixel by pixel. */
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
  abstract MapStack summary(RunningMoments gradients);

  @Override
  protected int ownPasses(final AttributionRequest request, final int width, final int height) {
    return samples(request) + 1;
  }

  @Override
  protected int usualSamples() {
    return USUAL;
  }

  @Override
  protected MethodResult compute(final AttributionContext run) {
    final float[] range = PlaneArithmetic.range(run.picture());
    final double sigma = run.request().noise() * (range[1] - range[0]);
    final Random random = new Random(run.request().seed());
    final float[][] planes = run.picture().arrays();
    final RunningMoments gradients = new RunningMoments(run.picture());
    run.gradients(
        GradientRequest.pixels(run.objective()),
        samples(run.request()),
        sample ->
            PlaneArithmetic.map(
                run.picture(), (channel, i) -> planes[channel][i] + sigma * random.nextGaussian()),
        (sample, gradient) -> gradients.add(gradient.pixels()));
    return MethodResult.of(new AttributionMap.OfPixels(summary(gradients)), run.value());
  }
}
