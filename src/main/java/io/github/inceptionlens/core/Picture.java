package io.github.inceptionlens.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import net.imglib2.RandomAccessibleInterval;
import net.imglib2.img.array.ArrayImgs;
import net.imglib2.loops.LoopBuilder;
import net.imglib2.type.numeric.RealType;
import net.imglib2.view.Views;

/**
 * What a network looks at: {@code width x height x 3} (red, green, blue), values 0 to 255; a fourth
 * plane, where there is one, says how far the picture covers its background (0 to 255).
 *
 * <pre>{@code
 * Picture gray = Picture.of(image, 0, 4095)  // any real type, 2 dimensions, or 3 with 3 channels
 *     .on(new PixelGrid(0, 0, 0.65, 0.65, "µm"));
 * float red = gray.plane(0)[y * gray.width() + x];
 * }</pre>
 */
public final class Picture extends FloatPlanes<Picture> implements PictureRows {

  /** The value of white. */
  public static final int WHITE = 255;

  private final PixelGrid grid;

  /**
   * @param planes three row-major arrays of {@code width * height} values, or four; shared, not
   *     copied
   */
  public Picture(final int width, final int height, final List<float[]> planes) {
    this(width, height, planes, PixelGrid.PIXELS);
  }

  private Picture(
      final int width, final int height, final List<float[]> planes, final PixelGrid grid) {
    super(width, height, planes);
    this.grid = grid;
  }

  /** Where the pixels lie in the image that the picture was made of. */
  public PixelGrid grid() {
    return grid;
  }

  /** The same pixels in another place, shared. */
  public Picture on(final PixelGrid other) {
    return new Picture(width(), height(), List.of(arrays()), other);
  }

  /**
   * A picture of an ImgLib2 image's values, copied.
   *
   * @param image width x height, shown in gray, or width x height x 3 (red, green, blue)
   * @param black the value that becomes 0, and everything below it
   * @param white the value that becomes 255, and everything above it
   * @throws UserError when the image has another shape, a value that is no number, or the range is
   *     empty
   */
  public static Picture of(
      final RandomAccessibleInterval<? extends RealType<?>> image,
      final double black,
      final double white) {
    if (!(white > black)) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "range is %s to %s, expected a maximum above the minimum",
              black,
              white));
    }
    final List<float[]> planes = new ArrayList<>();
    if (image.numDimensions() == 2) {
      final float[] plane = plane(image, black, white);
      planes.addAll(List.of(plane, plane.clone(), plane.clone()));
    } else if (image.numDimensions() == 3 && image.dimension(2) == 3) {
      for (long channel = image.min(2); channel <= image.max(2); channel++) {
        planes.add(plane(Views.hyperSlice(image, 2, channel), black, white));
      }
    } else {
      throw new UserError(
          "the image has "
              + size(image)
              + " pixels, expected width x height, or width x height x 3 (red, green, blue)");
    }
    return new Picture((int) image.dimension(0), (int) image.dimension(1), planes);
  }

  private static String size(final RandomAccessibleInterval<?> image) {
    final StringBuilder text = new StringBuilder();
    for (int i = 0; i < image.numDimensions(); i++) {
      text.append(i == 0 ? "" : " x ").append(image.dimension(i));
    }
    return text.toString();
  }

  private static float[] plane(
      final RandomAccessibleInterval<? extends RealType<?>> slice,
      final double black,
      final double white) {
    final int width = (int) slice.dimension(0);
    final int height = (int) slice.dimension(1);
    final float[] plane = new float[width * height];
    LoopBuilder.setImages(Views.zeroMin(slice), ArrayImgs.floats(plane, width, height))
        .forEachPixel((from, to) -> to.set(level(from.getRealDouble(), black, white)));
    return plane;
  }

  private static float level(final double value, final double black, final double white) {
    if (Double.isNaN(value)) {
      throw new UserError("the image has a pixel that is not a number: replace it first");
    }
    final double part = (value - black) / (white - black);
    return (float) (WHITE * Math.max(0, Math.min(1, part)));
  }

  /** Copies of some rows, or this picture where all are wanted. */
  @Override
  public Picture rows(final int top, final int count) {
    Objects.checkFromIndexSize(top, count, height());
    if (count == height()) {
      return this;
    }
    final List<float[]> rows = new ArrayList<>();
    for (final float[] plane : arrays()) {
      rows.add(Arrays.copyOfRange(plane, top * width(), (top + count) * width()));
    }
    return new Picture(width(), count, rows, grid.fromRow(top));
  }

  @Override
  public Picture withPlanes(final List<float[]> planes) {
    return new Picture(width(), height(), planes, grid);
  }
}
