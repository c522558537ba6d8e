package io.github.inceptionlens.attribution.cam;

import io.github.inceptionlens.attribution.AbstractMethod;
import io.github.inceptionlens.attribution.AttributionContext;
import io.github.inceptionlens.attribution.AttributionMap;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.MethodResult;

/** A class activation map: one pass back to a layer, whose channels are summed. */
abstract class CamMethod extends AbstractMethod {

  CamMethod() {
    super(Option.LAYER);
  }

  /** One value per position of the layer. */
  abstract float[] map(LayerGradients.Slopes slopes);

  @Override
  protected int ownPasses(final AttributionRequest request, final int width, final int height) {
    return 1;
  }

  @Override
  protected MethodResult compute(final AttributionContext run) {
    final LayerGradients.Slopes slopes = LayerGradients.slopes(run);
    return MethodResult.of(
        new AttributionMap.OfLayer(slopes.map().layer(), slopes.map().geometry(), map(slopes)),
        slopes.value());
  }
}
