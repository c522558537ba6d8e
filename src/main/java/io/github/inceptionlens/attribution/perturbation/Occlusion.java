package io.github.inceptionlens.attribution.perturbation;

import io.github.inceptionlens.attribution.AbstractMethod;
import io.github.inceptionlens.attribution.AttributionContext;
import io.github.inceptionlens.attribution.AttributionMap;
import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.MethodResult;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import java.util.List;
import org.scijava.plugin.Plugin;

/**
 * What the target loses when a square of the picture shows the baseline, averaged for each pixel
 * over the squares that cover it. Does not tell colors apart.
 *
 * @see <a href="https://arxiv.org/abs/1311.2901">Zeiler and Fergus 2014</a>
 */
@Plugin(type = AttributionMethod.class, name = "Occlusion", priority = 20)
public final class Occlusion extends AbstractMethod {

  /** Reads the squares, the baseline and, for noise, the seed. */
  public Occlusion() {
    super(Option.BASELINE, Option.WINDOW, Option.STRIDE, Option.SEED);
  }

  @Override
  protected int ownPasses(final AttributionRequest request, final int width, final int height) {
    return OcclusionGrid.of(request, width, height).count() + 1;
  }

  @Override
  protected MethodResult compute(final AttributionContext run) {
    final OcclusionGrid squares = OcclusionGrid.of(run.request(), run.width(), run.height());
    final Picture baseline = run.baseline();
    final double[] values =
        run.values(
            squares.count() + 1,
            i -> i == 0 ? run.picture() : squares.covered(run.picture(), baseline, i - 1));
    final double[] losses = new double[squares.count()];
    for (int i = 0; i < losses.length; i++) {
      losses[i] = values[0] - values[i + 1];
    }
    return MethodResult.of(
        new AttributionMap.OfPixels(
            new MapStack(run.width(), run.height(), List.of(squares.mean(losses)))),
        values[0]);
  }
}
