package io.github.inceptionlens.image.overlay;

import ij.gui.Roi;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.display.ValueLimits;
import io.github.inceptionlens.image.input.ImageInput;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Draws the elements of one layer: the values, the border of what was analyzed, the bar. */
final class LayerPainter {

  private final ImageInput input;
  private final LayerBands values;
  private final String unit;
  private final ActivationLayer.Look look;
  private final ValueLimits range;
  private final OpacityCurve curve;
  private final LayerColors colors;

  /**
   * @param values one plane per frame; NaN where nothing is to be drawn
   */
  LayerPainter(
      final ImageInput input,
      final LayerValues values,
      final String unit,
      final ActivationLayer.Look look) {
    this.input = input;
    this.values = new LayerBands(input, values);
    this.unit = unit;
    this.look = look;
    range = look.range().limits().orElseGet(() -> ValueLimits.positive(largest()));
    curve = look.all() ? OpacityCurve.chosen(range) : OpacityCurve.automatic(range, this.values);
    colors = new LayerColors(look.lut(), range);
  }

  private float largest() {
    final float[] largest = {0};
    for (int frame = 0; frame < values.planes(); frame++) {
      final int plane = frame;
      values.each(
          (top, count) -> {
            for (final float value : values.rows(plane, top, count)) {
              largest[0] = value > largest[0] ? value : largest[0];
            }
          });
    }
    return largest[0];
  }

  /**
   * The layer.
   *
   * @param drawn what is seen of the values
   */
  ActivationLayer layer(final LayerValues drawn, final Provenance provenance) {
    final Provenance all =
        input
            .provenance()
            .with(provenance)
            .with("activations", range)
            .with("floor", ValueLimits.write(curve.floor()));
    final LayerElements layer = new LayerElements(input, unit);
    final ColorBar bar = new ColorBar(colors, unit, input.image());
    final Rectangle place = layer.quietest(bar.places(), painted(values));
    final List<PaintedRows> frames = painted(new LayerBands(input, drawn));
    final List<Roi> elements = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      final List<Roi> parts = layer.soft(frames.get(i), colors.palette(), look.opacity(), all);
      parts.addAll(layer.border());
      if (look.bar() && bar.hasRoom()) {
        parts.addAll(layer.named(bar.elements(place)));
      }
      layer.put(parts, i);
      elements.addAll(parts);
    }
    return new ActivationLayer(elements, range);
  }

  private List<PaintedRows> painted(final LayerBands bands) {
    return IntStream.range(0, bands.planes())
        .mapToObj(
            frame ->
                (PaintedRows)
                    sink ->
                        bands.each(
                            (top, count) -> sink.accept(band(bands.rows(frame, top, count), top))))
        .toList();
  }

  private PaintedRows.Band band(final float[] rows, final int top) {
    return new ValueBand(rows, top, curve, colors);
  }

  private record ValueBand(float[] values, int top, OpacityCurve curve, LayerColors colors)
      implements PaintedRows.Band {

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public double strength(final int pixel) {
      return curve.of(values[pixel]);
    }

    @Override
    public int color(final int pixel) {
      return colors.index(values[pixel]);
    }
  }
}
