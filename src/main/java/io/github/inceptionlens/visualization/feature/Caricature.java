package io.github.inceptionlens.visualization.feature;

import ai.djl.ndarray.NDManager;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.visualization.objective.FeatureSimilarity;
import java.util.List;

/**
 * What a layer sees in a picture, exaggerated: another picture to which the layer gives more of the
 * same answer, {@code <h0, h> * max(0.1, cos(h0, h))^power} over the whole layer. Both pictures are
 * moved in the same way before each step.
 *
 * @see <a href="https://distill.pub/2018/building-blocks/">Olah et al. 2018; Lucid's
 *     caricatures</a>
 */
public final class Caricature extends LayerOptimization {

  private final CaricatureRequest request;

  private Caricature(
      final InceptionV1 network, final Picture picture, final CaricatureRequest request) {
    super(network, picture, request.transforms(), request.seed());
    this.request = request;
  }

  /**
   * Draws a caricature for each layer.
   *
   * @param picture width x height x 3, values 0 to 255; left as it is
   * @param layers names, at least one
   * @return pictures and, as figures, how many times more of the layer's response there is than in
   *     the picture itself: {@code <h0, h> / |h0|^2}
   * @throws io.github.inceptionlens.core.UserError when there is no such layer, or the picture is
   *     too small for it or too large for the memory
   * @throws java.util.concurrent.CancellationException when the user stopped it before the first
   *     step; later, what is there is returned
   */
  public static LayerRenditions of(
      final InceptionV1 network,
      final Picture picture,
      final List<String> layers,
      final CaricatureRequest request,
      final StepListener listener,
      final Progress progress) {
    return new Caricature(network, picture, request)
        .make(layers, request.rate(), request.steps(), listener, progress)
        .with(
            Provenance.EMPTY
                .with("cosine power", request.power())
                .with("start", request.fromPicture() ? "image" : "noise"));
  }

  @Override
  Plan plan(final String layer, final PictureRenderer renderer, final NDManager manager) {
    if (request.fromPicture()) {
      renderer.start(reference());
    }
    renderer.accompany(reference());
    return new Plan(
        FeatureSimilarity.caricature(layer, request.power()), FeatureSimilarity.gain(layer));
  }

  @Override
  int pictures() {
    return 2;
  }

  @Override
  String what() {
    return "Caricature";
  }

  @Override
  String figure() {
    return "gain";
  }
}
