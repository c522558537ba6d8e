package io.github.inceptionlens.image.overlay;

import ij.gui.Roi;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.display.ValueLimits;
import io.github.inceptionlens.image.input.ImageInput;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/** Draws the elements of one layer: the values, the border of what was analyzed, the bar. */
final class LayerPainter {

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
    final LayerElements layer = new LayerElements(input, unit);
    final ColorBar bar = new ColorBar(colors, unit, input.image());
    final Rectangle place =
        layer.quietest(bar.places(), values.stream().map(this::strength).toList());
    final List<Roi> elements = new ArrayList<>();
    for (int i = 0; i < planes.size(); i++) {
      final float[] plane = planes.get(i);
      final List<Roi> parts = layer.soft(colors.paint(plane), strength(plane), look.opacity(), all);
      parts.addAll(layer.border());
      if (look.bar() && bar.hasRoom()) {
        parts.addAll(layer.named(bar.elements(place)));
      }
      layer.put(parts, i);
      elements.addAll(parts);
    }
    return new ActivationLayer(elements, range);
  }

  private IntToDoubleFunction strength(final float[] plane) {
    return i -> curve.of(plane[i]);
  }
}
