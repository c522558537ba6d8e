package io.github.inceptionlens.image.overlay;

import ij.gui.Roi;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.display.ValueLimits;
import io.github.inceptionlens.image.input.ImageInput;
import java.awt.Color;
import java.awt.Rectangle;
import java.awt.image.IndexColorModel;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where several groups fire, in a color each: every pixel has that of the group which is strongest
 * there, each measured by its own full strength, and is the more opaque the stronger that is.
 */
public final class GroupLayer {

  private final ImageInput input;
  private final List<Group> groups;
  private final String what;
  private final LayerBands maps;

  /**
   * A group.
   *
   * @param full the strength that is drawn with full opacity, above 0
   */
  public record Group(String name, Color color, double full) {}

  private GroupLayer(
      final ImageInput input, final LayerValues maps, final List<Group> groups, final String what) {
    this.input = input;
    this.groups = groups;
    this.what = what;
    this.maps = new LayerBands(input, maps);
  }

  /**
   * The layer of registered maps.
   *
   * @param maps as large as the input's region, x (groups * frames), groups change fastest; 0 and
   *     above, what is NaN is not drawn
   * @param groups at most 255
   * @param what the maps are of
   * @param opacity percent, 0 to 100, at full strength
   * @param legend whether a list tells the groups' colors
   * @param provenance how the maps were made; the input's provenance precedes it
   */
  public static ActivationLayer of(
      final ImageInput input,
      final LayerValues maps,
      final List<Group> groups,
      final String what,
      final double opacity,
      final boolean legend,
      final Provenance provenance) {
    return new GroupLayer(input, maps, groups, what)
        .layer(opacity, legend, input.provenance().with(provenance));
  }

  private ActivationLayer layer(
      final double opacity, final boolean legend, final Provenance provenance) {
    final LayerElements layer = new LayerElements(input, what);
    final List<PaintedRows> frames =
        IntStream.range(0, maps.planes() / groups.size()).mapToObj(this::painted).toList();
    final ColorLegend names = new ColorLegend(groups, input.image());
    final Rectangle place = layer.quietest(names.places(), frames);
    final List<Roi> elements = new ArrayList<>();
    for (int i = 0; i < frames.size(); i++) {
      final List<Roi> parts = layer.soft(frames.get(i), palette(), opacity, provenance);
      parts.addAll(layer.border());
      if (legend && names.hasRoom()) {
        parts.addAll(layer.named(names.elements(place)));
      }
      layer.put(parts, i);
      elements.addAll(parts);
    }
    return new ActivationLayer(elements, new ValueLimits(0, 1));
  }

  private IndexColorModel palette() {
    return LayerColors.palette(groups.stream().mapToInt(group -> group.color().getRGB()).toArray());
  }

  private PaintedRows painted(final int frame) {
    return sink -> maps.each((top, count) -> sink.accept(strongest(frame, top, count)));
  }

  /** The group that is strongest at each pixel, and its strength. */
  private GroupBand strongest(final int frame, final int top, final int count) {
    final int first = frame * groups.size();
    final float[] most = maps.rows(first, top, count);
    final int[] strongest = new int[most.length];
    for (int group = 1; group < groups.size(); group++) {
      final float[] other = maps.rows(first + group, top, count);
      for (int i = 0; i < most.length; i++) {
        if (part(other[i], group) > part(most[i], strongest[i])) {
          strongest[i] = group;
          most[i] = other[i];
        }
      }
    }
    return new GroupBand(top, most, strongest);
  }

  private double part(final float value, final int group) {
    return value / groups.get(group).full();
  }

  private final class GroupBand implements PaintedRows.Band {

    private final int top;
    private final float[] values;
    private final int[] strongest;

    GroupBand(final int top, final float[] values, final int[] strongest) {
      this.top = top;
      this.values = values;
      this.strongest = strongest;
    }

    @Override
    public int top() {
      return top;
    }

    @Override
    public int size() {
      return values.length;
    }

    @Override
    public double strength(final int pixel) {
      final double part = part(values[pixel], strongest[pixel]);
      return part > 0 ? Math.min(1, part) : 0;
    }

    @Override
    public int color(final int pixel) {
      return 1 + strongest[pixel];
    }
  }
}
