package io.github.inceptionlens.image.input;

import io.github.inceptionlens.core.HeapCheck;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.PixelGrid;
import io.github.inceptionlens.core.geometry.FilterWeights;
import io.github.inceptionlens.core.geometry.Resampling;
import io.github.inceptionlens.image.display.HeldSlices;
import io.github.inceptionlens.image.display.ImageColors;
import io.github.inceptionlens.image.display.SourcePixels;
import io.github.inceptionlens.image.display.SourceRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** One picture for the network: a slice of the image, or a merged set of channels. */
public final class Frame {

  private static final int COLORS = 3;

  private final int slice;
  private final int[] position;
  private final String label;
  private final SourcePixels pixels;
  private final HeldSlices slices;
  private final ImageColors colors;
  private final Sizing sizing;
  private final PixelGrid grid;

  Frame(
      final int slice,
      final int[] position,
      final String label,
      final SourcePixels pixels,
      final ImageColors colors,
      final Sizing sizing,
      final PixelGrid grid) {
    this.slice = slice;
    this.position = position.clone();
    this.label = label;
    this.pixels = pixels;
    this.slices = new HeldSlices(pixels.stack());
    this.colors = colors;
    this.sizing = sizing;
    this.grid = grid;
  }

  /** The slice's index in the image's stack, from 1. */
  public int slice() {
    return slice;
  }

  /** The channel, from 1; the current one where channels are merged. */
  public int c() {
    return position[0];
  }

  /** The depth, from 1. */
  public int z() {
    return position[1];
  }

  /** The time point, from 1. */
  public int t() {
    return position[2];
  }

  /** The slice's label, or its position where it has none: short, for tables and slice labels. */
  public String label() {
    return label;
  }

  /**
   * The picture as the network sees it, read and made anew at every call.
   *
   * @return width x height x 3 planes (red, green, blue) with values 0 to 255
   * @throws io.github.inceptionlens.core.UserError when the slice cannot be read, holds NaN or
   *     infinities, or the picture does not fit into memory
   */
  public Picture picture() {
    return rows(0, sizing.y().network());
  }

  /**
   * Some rows of the picture, made of no more of the image than they need. The slice stays in
   * memory, if there is room, until the last row was asked for.
   *
   * @param top the first row, from 0
   * @param count how many rows, at least 1
   * @return width x count x 3 planes (red, green, blue) with values 0 to 255
   * @throws io.github.inceptionlens.core.UserError as {@link #picture}, of these rows
   */
  public Picture rows(final int top, final int count) {
    final int height = sizing.y().network();
    Objects.checkFromIndexSize(top, count, height);
    HeapCheck.require(
        sizing.bytes(count), "the network's picture", "select a smaller region or scale");
    if (top == 0) {
      slices.release();
    }
    final Picture rows = make(top, count);
    if (top + count == height) {
      slices.release();
    }
    return rows;
  }

  private Picture make(final int top, final int count) {
    final int most = sizing.stripRows();
    final List<float[]> planes = count <= most ? strip(top, count) : strips(top, count, most);
    return new Picture(sizing.x().network(), count, planes).on(grid.fromRow(top));
  }

  private List<float[]> strips(final int top, final int count, final int most) {
    final int width = sizing.x().network();
    final List<float[]> planes =
        Stream.generate(() -> new float[width * count]).limit(COLORS).toList();
    for (int done = 0; done < count; done += most) {
      final List<float[]> strip = strip(top + done, Math.min(most, count - done));
      for (int i = 0; i < COLORS; i++) {
        final float[] rows = strip.get(i);
        System.arraycopy(rows, 0, planes.get(i), done * width, rows.length);
      }
    }
    return planes;
  }

  private List<float[]> strip(final int top, final int count) {
    final long start = System.nanoTime();
    final FilterWeights rows = sizing.y().taps(top, count);
    final int first = rows.lowest();
    final float[][] source =
        colors.planes(new SourceRows(pixels, slices, first, rows.end() - first), slice);
    final Resampling resampling = new Resampling(sizing.x().taps(), rows.needed());
    final float[] red = resampled(source[0], resampling);
    final List<float[]> planes = new ArrayList<>(List.of(red));
    for (int i = 1; i < COLORS; i++) {
      planes.add(source[i] == source[0] ? red.clone() : resampled(source[i], resampling));
    }
    final long read = (long) sizing.x().region() * (rows.end() - first);
    ReadTimes.record(read, System.nanoTime() - start);
    return planes;
  }

  private static float[] resampled(final float[] plane, final Resampling resampling) {
    return resampling.isIdentity() ? plane : resampling.apply(plane);
  }
}
