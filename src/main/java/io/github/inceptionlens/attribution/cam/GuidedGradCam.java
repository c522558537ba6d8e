package io.github.inceptionlens.attribution.cam;

import io.github.inceptionlens.attribution.AbstractMethod;
import io.github.inceptionlens.attribution.AttributionContext;
import io.github.inceptionlens.attribution.AttributionMap;
import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.MethodResult;
import io.github.inceptionlens.attribution.PlaneArithmetic;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.network.gradient.GradientRequest;
import io.github.inceptionlens.network.gradient.ReluRule;
import org.scijava.plugin.Plugin;

/**
 * Guided Backpropagation where Grad-CAM lights up.
 *
 * @see <a href="https://arxiv.org/abs/1610.02391">Selvaraju et al. 2017</a>
 */
@Plugin(type = AttributionMethod.class, name = "Guided Grad-CAM", priority = 40)
public final class GuidedGradCam extends AbstractMethod {

  /** Reads the layer of Grad-CAM. */
  public GuidedGradCam() {
    super(Option.LAYER);
  }

  @Override
  public boolean isLocal() {
    return true;
  }

  @Override
  protected int ownPasses(final AttributionRequest request, final int width, final int height) {
    return 2;
  }

  @Override
  protected MethodResult compute(final AttributionContext run) {
    final LayerGradients.Slopes slopes = LayerGradients.slopes(run);
    final float[] cam =
        Registration.ALIGNED.place(
            LayerGradients.rectified(GradCam.signed(slopes)),
            slopes.map().geometry(),
            Placement.identity(run.width(), run.height()));
    final MapStack guided =
        run.gradient(GradientRequest.pixels(run.objective(), ReluRule.GUIDED)).pixels();
    final float[][] planes = guided.arrays();
    return MethodResult.of(
        new AttributionMap.OfPixels(
            PlaneArithmetic.map(guided, (channel, i) -> (double) planes[channel][i] * cam[i])),
        slopes.value());
  }
}
