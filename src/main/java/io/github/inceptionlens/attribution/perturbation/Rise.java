package io.github.inceptionlens.attribution.perturbation;

import io.github.inceptionlens.attribution.AbstractMethod;
import io.github.inceptionlens.attribution.AttributionContext;
import io.github.inceptionlens.attribution.AttributionMap;
import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.Baseline;
import io.github.inceptionlens.attribution.MethodResult;
import io.github.inceptionlens.attribution.PlaneArithmetic;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.Objective;
import java.util.List;
import org.scijava.plugin.Plugin;

/**
 * For each pixel the mean of how the network responds when random masks show it: for a class its
 * probability, for any other target the target's value. Masked-out pixels show the training's mean
 * color. Does not tell colors apart.
 *
 * <p>A pixel's responses are divided by the sum of its own masks, not by what that is on average,
 * so that the accidents of few masks do not show. The map lies about the mean response, not about
 * zero: differences between pixels are what counts.
 *
 * @see <a href="https://arxiv.org/abs/1806.07421">Petsiuk et al. 2018</a>
 */
@Plugin(type = AttributionMethod.class, name = "RISE", priority = 10)
public final class Rise extends AbstractMethod {

  private static final int USUAL = 500;
  private static final double KEPT = 0.5;

  private final double kept;

  /** Reads the number of masks, the side of a cell of their grid and the seed. */
  public Rise() {
    this(KEPT);
  }

  /**
   * @param kept the part of the picture that a mask lets through on average, above 0 to 1
   */
  Rise(final double kept) {
    super(Option.SAMPLES, Option.WINDOW, Option.SEED);
    this.kept = kept;
  }

  @Override
  protected int usualSamples() {
    return USUAL;
  }

  @Override
  protected int ownPasses(final AttributionRequest request, final int width, final int height) {
    return samples(request) + 1;
  }

  @Override
  protected MethodResult compute(final AttributionContext run) {
    final int count = samples(run.request());
    final RandomMasks masks =
        RandomMasks.of(
            count, run.width(), run.height(), run.request().window(), kept, run.request().seed());
    final Picture hidden = run.made(Baseline.Plain.MEAN);
    final double[] values =
        run.values(
            measured(run), count, i -> PlaneArithmetic.seen(run.picture(), hidden, masks.mask(i)));
    final float[] map = masks.weightedMean(values);
    return MethodResult.of(
            new AttributionMap.OfPixels(new MapStack(run.width(), run.height(), List.of(map))),
            run.value())
        .with("measured", run.target() instanceof Target.ClassIndex ? "probability" : "target")
        .with("kept", kept)
        .with("grid", masks.grid());
  }

  private static Objective measured(final AttributionContext run) {
    return run.target() instanceof Target.ClassIndex one
        ? Objective.probability(one.index())
        : run.objective();
  }
}
