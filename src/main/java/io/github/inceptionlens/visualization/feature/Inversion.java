package io.github.inceptionlens.visualization.feature;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.visualization.objective.FeatureSimilarity;
import io.github.inceptionlens.visualization.objective.Penalties;
import io.github.inceptionlens.visualization.transform.Transforms;
import java.util.List;

/**
 * What a layer keeps of a picture: another picture, made from noise, to which the layer responds in
 * the same way. What it does not restore the layer has lost, or the optimization has not found.
 *
 * <p>Lowers {@code |h - h0|^2 / |h0|^2}, in which the layer responds with {@code h0} to the given
 * picture, plus the total variation and the sixth power of the distance from gray.
 *
 * @see <a href="https://arxiv.org/abs/1412.0035">Mahendran and Vedaldi 2015</a>
 */
public final class Inversion extends LayerOptimization {

  private final InceptionV1 answering;
  private final InversionRequest request;

  private Inversion(
      final InceptionV1 network,
      final InceptionV1 answering,
      final Picture picture,
      final InversionRequest request) {
    super(network, picture, Transforms.NONE, request.seed());
    this.answering = answering;
    this.request = request;
  }

  /**
   * Inverts layers one by one.
   *
   * @param picture width x height x 3, values 0 to 255; left as it is
   * @param layers names, at least one
   * @return pictures and, as figures, the distance in the layer
   * @throws UserError when there is no such layer, or the picture is too small for it, too large
   *     for the memory, or leaves it silent
   * @throws java.util.concurrent.CancellationException when the user stopped it before the first
   *     step; later, what is there is returned
   */
  public static LayerRenditions of(
      final InceptionV1 network,
      final Picture picture,
      final List<String> layers,
      final InversionRequest request,
      final StepListener listener,
      final Progress progress) {
    return of(network, network, picture, layers, request, listener, progress);
  }

  /**
   * Inverts the response that another network gives, such as this one with a change: a picture to
   * which the network as it is responds so.
   *
   * @param answering whose layers' responses to the picture are restored; of the same channels
   * @return pictures and, as figures, the distance in the layer
   * @throws UserError as the other
   */
  public static LayerRenditions of(
      final InceptionV1 network,
      final InceptionV1 answering,
      final Picture picture,
      final List<String> layers,
      final InversionRequest request,
      final StepListener listener,
      final Progress progress) {
    return new Inversion(network, answering, picture, request)
        .make(layers, request.rate(), request.steps(), listener, progress)
        .with(request.provenance());
  }

  @Override
  Plan plan(final String layer, final PictureRenderer renderer, final NDManager manager) {
    final double pixels = (double) width() * height();
    final Objective distance = FeatureSimilarity.distance(layer, answer(layer, manager));
    final Objective driven =
        distance
            .times(-1)
            .plus(Penalties.totalVariation().times(-request.variation() / pixels))
            .plus(Penalties.sixthPower().times(-request.norm() / (3 * pixels)));
    return new Plan(driven, distance);
  }

  private NDArray answer(final String layer, final NDManager manager) {
    final FeatureMap map = answering.run(reference(), List.of(layer)).map(layer);
    final int columns = map.geometry().x().size();
    final int rows = map.geometry().y().size();
    final int channels = map.layer().channels();
    final float[] values = new float[channels * rows * columns];
    boolean silent = true;
    for (int channel = 0; channel < channels; channel++) {
      final float[] plane = map.maps().plane(channel);
      System.arraycopy(plane, 0, values, channel * plane.length, plane.length);
    }
    for (final float value : values) {
      silent &= value == 0;
    }
    if (silent) {
      throw new UserError(
          layer + " does not respond to this picture at all: choose another layer or range");
    }
    return manager.create(values, new Shape(1, channels, rows, columns));
  }

  @Override
  int pictures() {
    return 1;
  }

  @Override
  String what() {
    return "Inversion";
  }

  @Override
  String figure() {
    return "distance";
  }
}
