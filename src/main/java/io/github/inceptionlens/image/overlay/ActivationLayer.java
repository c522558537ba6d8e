package io.github.inceptionlens.image.overlay;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.LUT;
import io.github.inceptionlens.core.HeapCheck;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.display.ValueLimits;
import io.github.inceptionlens.image.input.ImageInput;
import java.awt.Rectangle;
import java.util.List;
import java.util.Locale;

/**
 * Where one unit fires, in colors over an image: elements of the image's overlay, each on its own
 * slice, that leave the pixels and the user's own elements alone.
 */
public final class ActivationLayer {

  /** How many 32-bit values an overlay takes for each pixel, at most. */
  public static final int PLANES = 2;

  /** What drawing in bands takes, whatever the size. */
  private static final long WORKING = 16 << 20;

  private final List<Roi> elements;
  private final ValueLimits range;

  ActivationLayer(final List<Roi> elements, final ValueLimits range) {
    this.elements = elements;
    this.range = range;
  }

  /**
   * How a layer looks.
   *
   * @param lut the colors of the range, from its minimum to its maximum
   * @param opacity percent, 0 to 100, of the strongest values; weaker ones are more transparent
   * @param range the values that the colors span; automatic is 0 to the largest one
   * @param all whether all above the range's lower value is drawn; otherwise what is weak is not: a
   *     tenth of the range, or what half of the places exceed
   * @param bar whether a bar tells the colors' values
   */
  public record Look(LUT lut, double opacity, DisplayRange range, boolean all, boolean bar) {

    /**
     * Colors with a bar; all of a range that somebody chose, what is not weak of an automatic one.
     */
    public static Look of(final LUT lut, final double opacity, final DisplayRange range) {
      return new Look(lut, opacity, range, range.limits().isPresent(), true);
    }

    /** The same with or without a bar. */
    public Look bar(final boolean other) {
      return new Look(lut, opacity, range, all, other);
    }
  }

  /**
   * Refuses layers that do not fit into Java's memory; their values are made when they are needed.
   *
   * @throws io.github.inceptionlens.core.UserError with the need, what is left, and a remedy
   */
  public static void requireRoom(final ImageInput input) {
    requireRoom(input, 0);
  }

  /**
   * Refuses layers that do not fit into Java's memory.
   *
   * @param planes how many planes of values as large as the region are kept per frame
   * @throws io.github.inceptionlens.core.UserError with the need, what is left, and a remedy
   */
  public static void requireRoom(final ImageInput input, final int planes) {
    HeapCheck.require(
        bytes(input, planes),
        String.format(Locale.ROOT, "an overlay of %d slices", input.frames().size()),
        "select a smaller region or fewer slices");
  }

  /** The bytes that a layer takes at most. */
  static long bytes(final ImageInput input, final int planes) {
    final long pixels = pixels(input.region());
    final long elements = SoftElements.mostBytes(pixels, pixels(input.image()));
    return input.frames().size() * (elements + planes * pixels * Float.BYTES) + WORKING;
  }

  private static long pixels(final Rectangle rectangle) {
    return (long) rectangle.width * rectangle.height;
  }

  /**
   * The layer of registered maps.
   *
   * @param maps one plane per frame of the input, as large as its region, in units of the
   *     activation
   * @param unit what the maps are of, such as {@code mixed4c:447}
   * @param provenance how the maps were made; the input's provenance precedes it
   */
  public static ActivationLayer of(
      final ImageInput input,
      final MapStack maps,
      final String unit,
      final Look look,
      final Provenance provenance) {
    final LayerValues values = LayerValues.of(maps);
    return of(input, values, values, unit, look, provenance);
  }

  /**
   * The layer of registered maps, drawn with another registration.
   *
   * @param maps one plane per frame of the input, in units of the activation; they decide on an
   *     automatic range
   * @param drawn what is seen of them
   * @param unit what the maps are of, such as {@code mixed4c:447}
   * @param provenance how the maps were made; the input's provenance precedes it
   */
  public static ActivationLayer of(
      final ImageInput input,
      final LayerValues maps,
      final LayerValues drawn,
      final String unit,
      final Look look,
      final Provenance provenance) {
    return new LayerPainter(input, maps, unit, look).layer(drawn, provenance);
  }

  /** The activations that the colors span. */
  public ValueLimits range() {
    return range;
  }

  /** Its elements, from the lowest to the uppermost, for those who show them in their own way. */
  public List<Roi> elements() {
    return List.copyOf(elements);
  }

  /** An overlay's elements and this layer, which takes the place of our layers on its slices. */
  public Overlay over(final Overlay before) {
    return OwnElements.with(before, elements);
  }

  /**
   * Lays this layer on the image, in place of our layers on its slices; Edit > Undo takes it back.
   */
  public void show(final ImagePlus image) {
    OwnElements.show(image, over(image.getOverlay()));
  }

  /** Takes all our layers off the image; Edit > Undo brings them back. */
  public static void clear(final ImagePlus image) {
    final Overlay before = image.getOverlay();
    if (before != null && OwnElements.without(before).size() < before.size()) {
      OwnElements.show(image, OwnElements.without(before));
    }
  }
}
