package io.github.inceptionlens.image.overlay;

import ij.gui.Roi;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.display.ValueLimits;
import io.github.inceptionlens.image.input.ImageInput;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Where several groups fire, in a color each: every pixel has that of the group which is strongest
 * there, each measured by its own full strength, and is the more opaque the stronger that is.
 */
public final class GroupLayer {

  private final ImageInput input;
  private final List<Group> groups;
  private final String what;
  private final List<float[]> maps;

  /**
   * A group.
   *
   * @param full the strength that is drawn with full opacity, above 0
   */
  public record Group(String name, Color color, double full) {}

  private GroupLayer(
      final ImageInput input, final MapStack maps, final List<Group> groups, final String what) {
    this.input = input;
    this.groups = groups;
    this.what = what;
    this.maps = ActivationLayer.selected(maps, input);
  }

  /**
   * The layer of registered maps.
   *
   * @param maps as large as the input's region, x (groups * frames), groups change fastest; 0 and
   *     above, what is NaN is not drawn
   * @param what the maps are of
   * @param opacity percent, 0 to 100, at full strength
   * @param legend whether a list tells the groups' colors
   * @param provenance how the maps were made; the input's provenance precedes it
   */
  public static ActivationLayer of(
      final ImageInput input,
      final MapStack maps,
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
    final int frames = maps.size() / groups.size();
    final LayerElements layer = new LayerElements(input, what);
    final List<int[]> strongest = IntStream.range(0, frames).mapToObj(this::strongest).toList();
    final List<IntToDoubleFunction> strengths =
        IntStream.range(0, frames).mapToObj(i -> strength(i, strongest.get(i))).toList();
    final ColorLegend names = new ColorLegend(groups, input.image());
    final Rectangle place = layer.quietest(names.places(), strengths);
    final List<Roi> elements = new ArrayList<>();
    for (int i = 0; i < frames; i++) {
      final List<Roi> parts =
          layer.soft(colors(strongest.get(i)), strengths.get(i), opacity, provenance);
      parts.addAll(layer.border());
      if (legend && names.hasRoom()) {
        parts.addAll(layer.named(names.elements(place)));
      }
      layer.put(parts, i);
      elements.addAll(parts);
    }
    return new ActivationLayer(elements, new ValueLimits(0, 1));
  }

  private double part(final int frame, final int group, final int pixel) {
    return maps.get(frame * groups.size() + group)[pixel] / groups.get(group).full();
  }

  /** The group that is strongest at each pixel. */
  private int[] strongest(final int frame) {
    final int[] strongest = new int[maps.get(0).length];
    for (int group = 1; group < groups.size(); group++) {
      for (int i = 0; i < strongest.length; i++) {
        if (part(frame, group, i) > part(frame, strongest[i], i)) {
          strongest[i] = group;
        }
      }
    }
    return strongest;
  }

  private IntToDoubleFunction strength(final int frame, final int[] strongest) {
    return i -> {
      final double part = part(frame, strongest[i], i);
      return part > 0 ? Math.min(1, part) : 0;
    };
  }

  private int[] colors(final int[] strongest) {
    return Arrays.stream(strongest).map(group -> groups.get(group).color().getRGB()).toArray();
  }
}
