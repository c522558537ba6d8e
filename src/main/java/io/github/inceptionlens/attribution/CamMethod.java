package io.github.inceptionlens.attribution;

/** A class activation map: one pass back to a layer, whose channels are summed. */
abstract class CamMethod extends AbstractMethod {

  CamMethod() {
    super(Option.LAYER);
  }

  /** One value per position of the layer. */
  abstract float[] map(Cams.Slopes slopes);

  @Override
  protected int ownPasses(final AttributionRequest request, final int width, final int height) {
    return 1;
  }

  @Override
  protected Outcome compute(final Run run) {
    final Cams.Slopes slopes = Cams.slopes(run);
    return Outcome.of(
        new AttributionMap.OfLayer(slopes.map().layer(), slopes.map().geometry(), map(slopes)),
        slopes.value());
  }
}
