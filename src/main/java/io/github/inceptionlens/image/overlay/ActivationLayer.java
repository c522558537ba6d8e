package io.github.inceptionlens.image.overlay;

import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import ij.process.LUT;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.display.ValueLimits;
import io.github.inceptionlens.image.input.HeapCheck;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.result.ResultImages;
import java.awt.Rectangle;
import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Where one unit fires, in colors over an image: elements of the image's overlay, each on its own
 * slice, that leave the pixels and the user's own elements alone.
 */
public final class ActivationLayer {

  private static final int BYTES_PER_PIXEL = 3 * Integer.BYTES;

  private final List<Roi> elements;
  private final ValueLimits range;

  private ActivationLayer(final List<Roi> elements, final ValueLimits range) {
    this.elements = elements;
    this.range = range;
  }

  /**
   * How a layer looks.
   *
   * @param lut the colors of the range, from its minimum to its maximum
   * @param opacity percent, 0 to 100, of what lies above the minimum; the rest is transparent
   * @param range the activations that the colors span; automatic is 0 to the largest one
   * @param bar whether a bar tells the colors' values
   */
  public record Look(LUT lut, double opacity, DisplayRange range, boolean bar) {}

  /**
   * Refuses layers that do not fit into Java's memory.
   *
   * @throws io.github.inceptionlens.core.UserError with the need, what is left, and a remedy
   */
  public static void requireRoom(final ImageInput input) {
    final long pixels = (long) input.region().width * input.region().height;
    final int count = input.frames().size();
    HeapCheck.require(
        count * pixels * (BYTES_PER_PIXEL + Float.BYTES),
        String.format(Locale.ROOT, "an overlay of %d slices", count),
        "select a smaller region or fewer slices");
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
    final List<float[]> planes = new ArrayList<>();
    for (int i = 0; i < maps.planes(); i++) {
      planes.add(selected(maps.plane(i), input, 0));
    }
    final ValueLimits range = look.range().limits().orElseGet(() -> ValueLimits.positive(planes));
    final LayerColors colors = new LayerColors(look.lut(), range);
    final Provenance all = input.provenance().with(provenance).with("activations", range);
    final ColorBar bar = new ColorBar(colors, unit, input.image());
    final Rectangle place = quietest(bar.places(), input.region(), planes);
    final List<Roi> elements = new ArrayList<>();
    for (int i = 0; i < planes.size(); i++) {
      final float[] shown = selected(planes.get(i), input, Float.NEGATIVE_INFINITY);
      final ColorProcessor picture = colors.paint(shown, input.region().width);
      final List<Roi> parts = new ArrayList<>(List.of(element(input, picture, look, all)));
      if (look.bar()) {
        parts.addAll(bar.elements(place));
      }
      name(parts, unit);
      for (final Roi part : parts) {
        input.put(part, input.frames().get(i));
      }
      elements.addAll(parts);
    }
    return new ActivationLayer(elements, range);
  }

  /** A plane with another value outside the user's selection. */
  private static float[] selected(
      final float[] plane, final ImageInput input, final float outside) {
    if (input.isRectangle()) {
      return plane;
    }
    final int width = input.region().width;
    final float[] selected = plane.clone();
    for (int i = 0; i < selected.length; i++) {
      if (!input.contains(i % width, i / width)) {
        selected[i] = outside;
      }
    }
    return selected;
  }

  /** The place below which the unit fires least; the first of equal ones. */
  private static Rectangle quietest(
      final List<Rectangle> places, final Rectangle region, final List<float[]> planes) {
    return Collections.min(
        places, Comparator.comparingDouble(place -> activity(place, region, planes)));
  }

  private static double activity(
      final Rectangle place, final Rectangle region, final List<float[]> planes) {
    final Rectangle covered = place.intersection(region);
    double sum = 0;
    for (final float[] plane : planes) {
      for (int y = covered.y; y < covered.y + covered.height; y++) {
        for (int x = covered.x; x < covered.x + covered.width; x++) {
          sum += Math.max(0, plane[(y - region.y) * region.width + x - region.x]);
        }
      }
    }
    return sum;
  }

  private static void name(final List<Roi> parts, final String unit) {
    for (final Roi part : parts) {
      part.setName("InceptionV1 " + unit + (part == parts.get(0) ? "" : " bar"));
      part.setProperty(OwnElements.MARK, unit);
    }
  }

  private static Roi element(
      final ImageInput input,
      final ColorProcessor colors,
      final Look look,
      final Provenance provenance) {
    final ImageRoi element = new ImageRoi(input.region().x, input.region().y, colors);
    element.setZeroTransparent(true);
    element.setOpacity(look.opacity() / 100);
    provenance.entries().forEach((key, value) -> describe(element, key, value));
    return element;
  }

  /** ImageJ reads saved properties as lines in which a backslash is no character of its own. */
  private static void describe(final Roi element, final String key, final String value) {
    final String paths = File.separatorChar == '\\' ? value.replaceAll("\\\\+", "/") : value;
    if (paths.indexOf('\\') < 0) {
      element.setProperty(
          ResultImages.PROPERTY_PREFIX + key, paths.replaceAll("\\s+", " ").strip());
    }
  }

  /** The activations that the colors span. */
  public ValueLimits range() {
    return range;
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
