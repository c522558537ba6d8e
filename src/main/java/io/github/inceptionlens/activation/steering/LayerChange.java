package io.github.inceptionlens.activation.steering;

import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.PictureRows;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.LayerReading;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How far a layer's response to a picture moves when the network is changed.
 *
 * @param layer the layer
 * @param geometry where its units lie on the picture
 * @param norms the Euclidean norm over channels of the response after less that before, at each
 *     place, row-major, in units of the activation
 * @param relative the norm of the whole difference over that of the response before; 0 where
 *     nothing changes
 */
public record LayerChange(Layer layer, Geometry geometry, float[] norms, double relative) {

  /**
   * The changes of some layers.
   *
   * @param changed the network with the change
   * @param layers canonical names or aliases
   * @return in the order of the layers
   * @throws io.github.inceptionlens.core.UserError when the picture is too small for a layer
   */
  public static List<LayerChange> of(
      final InceptionV1 network,
      final InceptionV1 changed,
      final PictureRows picture,
      final List<String> layers,
      final Progress progress) {
    return IntStream.range(0, layers.size())
        .mapToObj(
            i ->
                of(
                    network.read(picture, layers.get(i)),
                    changed.read(picture, layers.get(i)),
                    progress.part(i, layers.size())))
        .toList();
  }

  private static LayerChange of(
      final LayerReading before, final LayerReading after, final Progress progress) {
    final int channels = before.layer().channels();
    final int once = before.isSmall() ? channels : Math.max(1, before.atOnce(2 * channels) / 2);
    final double[] squares =
        new double[before.geometry().x().size() * before.geometry().y().size()];
    double all = 0;
    for (int first = 0; first < channels; first += once) {
      final List<Integer> some =
          IntStream.range(first, Math.min(first + once, channels)).boxed().toList();
      final Progress part = progress.part(first / once, (channels + once - 1) / once);
      final MapStack old = before.channels(some, part.part(0, 2));
      all += add(squares, old, after.channels(some, part.part(1, 2)));
    }
    return new LayerChange(
        before.layer(), before.geometry(), roots(squares), relative(squares, all));
  }

  /** Adds the squared differences, and returns the sum of the squares before. */
  private static double add(final double[] squares, final MapStack before, final MapStack after) {
    double all = 0;
    for (int channel = 0; channel < before.planes(); channel++) {
      final float[] old = before.plane(channel);
      final float[] now = after.plane(channel);
      for (int i = 0; i < squares.length; i++) {
        final double difference = (double) now[i] - old[i];
        squares[i] += difference * difference;
        all += (double) old[i] * old[i];
      }
    }
    return all;
  }

  private static float[] roots(final double[] squares) {
    final float[] norms = new float[squares.length];
    for (int i = 0; i < norms.length; i++) {
      norms[i] = (float) Math.sqrt(squares[i]);
    }
    return norms;
  }

  private static double relative(final double[] squares, final double before) {
    double sum = 0;
    for (final double square : squares) {
      sum += square;
    }
    return sum == 0 ? 0 : Math.sqrt(sum / before);
  }
}
