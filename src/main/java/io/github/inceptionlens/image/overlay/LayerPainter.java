package io.github.inceptionlens.image.overlay;

import ij.gui.ImageRoi;
import ij.gui.Roi;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.display.ValueLimits;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.result.MapGrid;
import io.github.inceptionlens.image.result.ResultImages;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Rectangle;
import java.io.File;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Draws the elements of one layer: the values, the border of what was analyzed, the bar. */
final class LayerPainter {

  private static final float DASH = 6;

  private final ImageInput input;
  private final List<float[]> values;
  private final String unit;
  private final ActivationLayer.Look look;
  private final ValueLimits range;
  private final OpacityCurve curve;

  /**
   * @param values one plane per frame, as large as the region; NaN where nothing is to be drawn
   */
  LayerPainter(
      final ImageInput input,
      final List<float[]> values,
      final String unit,
      final ActivationLayer.Look look) {
    this.input = input;
    this.values = values;
    this.unit = unit;
    this.look = look;
    range = look.range().limits().orElseGet(() -> ValueLimits.positive(values));
    curve = look.all() ? OpacityCurve.chosen(range) : OpacityCurve.automatic(range, values);
  }

  List<float[]> values() {
    return values;
  }

  /**
   * The layer.
   *
   * @param planes what is seen of the values
   */
  ActivationLayer layer(final List<float[]> planes, final Provenance provenance) {
    final Provenance all =
        input
            .provenance()
            .with(provenance)
            .with("activations", range)
            .with("floor", ValueLimits.write(curve.floor()));
    final LayerColors colors = new LayerColors(look.lut(), range);
    final ColorBar bar = new ColorBar(colors, unit, input.image());
    final Rectangle place = quietest(bar.places());
    final List<Roi> elements = new ArrayList<>();
    for (int i = 0; i < planes.size(); i++) {
      final List<Roi> parts = new ArrayList<>(elements(planes.get(i), colors, all));
      parts.addAll(border());
      if (look.bar() && bar.hasRoom()) {
        parts.addAll(named(bar.elements(place)));
      }
      for (final Roi part : parts) {
        part.setProperty(OwnElements.MARK, unit);
        input.put(part, input.frames().get(i));
      }
      elements.addAll(parts);
    }
    return new ActivationLayer(elements, range);
  }

  private List<Roi> elements(
      final float[] plane, final LayerColors colors, final Provenance provenance) {
    final Rectangle region = input.region();
    final Rectangle image = input.image();
    final List<ImageRoi> soft =
        SoftElements.of(
            colors.paint(plane),
            region.width,
            i -> curve.of(plane[i]),
            look.opacity() / 100,
            (long) image.width * image.height);
    for (final ImageRoi element : soft) {
      final Rectangle place = element.getBounds();
      element.setLocation(region.x + place.x, region.y + place.y);
      element.setName("InceptionV1 " + unit);
      provenance.entries().forEach((key, value) -> describe(element, key, value));
    }
    return List.copyOf(soft);
  }

  /** ImageJ reads saved properties as lines in which a backslash is no character of its own. */
  private static void describe(final Roi element, final String key, final String value) {
    final String paths = File.separatorChar == '\\' ? value.replaceAll("\\\\+", "/") : value;
    if (paths.indexOf('\\') < 0) {
      element.setProperty(
          ResultImages.PROPERTY_PREFIX + key, paths.replaceAll("\\s+", " ").strip());
    }
  }

  /** A dashed line around what the network saw, where that is not all of the region. */
  private List<Roi> border() {
    final Rectangle seen =
        MapGrid.picture(input.region(), input.placement())
            .covered(input.networkWidth(), input.networkHeight());
    final Rectangle drawn = seen.intersection(input.region());
    if (drawn.equals(input.region())) {
      return List.of();
    }
    final Roi border = new Roi(drawn);
    border.setStrokeColor(Color.WHITE);
    border.setStroke(
        new BasicStroke(
            1, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, DASH, new float[] {DASH}, 0));
    border.setName("InceptionV1 analyzed area");
    return List.of(border);
  }

  private List<Roi> named(final List<Roi> ofBar) {
    ofBar.forEach(element -> element.setName("InceptionV1 " + unit + " bar"));
    return ofBar;
  }

  /** The place below which least is drawn; the first of equal ones. */
  private Rectangle quietest(final List<Rectangle> places) {
    return places.stream().min(Comparator.comparingDouble(this::activity)).orElseThrow();
  }

  /** How much is drawn below a place. */
  private double activity(final Rectangle place) {
    final Rectangle region = input.region();
    final Rectangle covered = place.intersection(region);
    double sum = 0;
    for (final float[] plane : values) {
      for (int y = covered.y; y < covered.y + covered.height; y++) {
        for (int x = covered.x; x < covered.x + covered.width; x++) {
          sum += curve.of(plane[(y - region.y) * region.width + x - region.x]);
        }
      }
    }
    return sum;
  }
}
