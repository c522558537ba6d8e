package io.github.inceptionlens.atlas.projection;

import io.github.inceptionlens.atlas.cell.AtlasCells;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.PictureRows;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.LayerReading;

/**
 * Puts an atlas back onto pictures: of every position of a layer the cell to which its vector
 * belongs. A position that was embedded is in its own cell.
 *
 * @see AtlasCells#locate
 */
public final class CellProjection {

  /** How many vectors are located at once. */
  private static final int CHUNK = 4096;

  private final InceptionV1 network;
  private final String layer;
  private final AtlasCells atlas;

  private CellProjection(final InceptionV1 network, final String layer, final AtlasCells atlas) {
    this.network = network;
    this.layer = layer;
    this.atlas = atlas;
  }

  /**
   * The projection of an atlas.
   *
   * @param layer whose vectors the atlas has, on that network
   * @throws io.github.inceptionlens.core.UserError when the network has no such layer
   */
  public static CellProjection of(
      final InceptionV1 network, final String layer, final AtlasCells atlas) {
    return new CellProjection(network, network.architecture().layer(layer).name(), atlas);
  }

  /**
   * The cells on a picture of any size; one that is too large for the memory is shown in bands.
   *
   * @throws io.github.inceptionlens.core.UserError when the picture is too small for the layer or
   *     too wide for the memory, or some rows cannot be read
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  public ProjectedCells of(final PictureRows picture, final Progress progress) {
    final LayerReading reading = network.read(picture, layer);
    final int columns = reading.geometry().x().size();
    final int height = reading.geometry().y().size();
    final int[] numbers = new int[Math.multiplyExact(columns, height)];
    reading.rows(
        (rows, first) ->
            locate(
                rows,
                numbers,
                first * columns,
                (fraction, what) -> progress.at((first + fraction * rows.height()) / height, what)),
        progress);
    return new ProjectedCells(reading.geometry(), numbers);
  }

  private void locate(
      final MapStack rows, final int[] numbers, final int offset, final Progress progress) {
    final int units = rows.width() * rows.height();
    for (int from = 0; from < units; from += CHUNK) {
      final int begin = from;
      final int count = Math.min(CHUNK, units - from);
      final int[] cells =
          atlas.locate(
              vectors(rows, from, count),
              (fraction, what) -> progress.at((begin + fraction * count) / units, what));
      for (int i = 0; i < count; i++) {
        numbers[offset + from + i] = cells[i] + 1;
      }
    }
  }

  private static float[] vectors(final MapStack rows, final int from, final int count) {
    final int channels = rows.planes();
    final float[] vectors = new float[Math.multiplyExact(count, channels)];
    for (int channel = 0; channel < channels; channel++) {
      final float[] plane = rows.plane(channel);
      for (int i = 0; i < count; i++) {
        vectors[i * channels + channel] = plane[from + i];
      }
    }
    return vectors;
  }
}
