package io.github.inceptionlens.image.map;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import io.github.inceptionlens.core.DisjointSets;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.display.ValueLimits;
import io.github.inceptionlens.image.input.Region;
import java.awt.Rectangle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One slice of a map, cut in two by a threshold within the user's selection. */
public final class MapSlice {

  private static final byte KEPT = (byte) 255;

  private final int slice;
  private final String label;
  private final float[] values;
  private final int width;
  private final MapThreshold.Cut cut;
  private final List<MapRegion> regions;

  private MapSlice(
      final ImagePlus map, final int slice, final MapThreshold threshold, final int smallest) {
    this.slice = slice;
    final String own = map.getStack().getShortSliceLabel(slice);
    label = own == null ? "" : own.strip();
    width = map.getWidth();
    values = values(map, slice);
    final int[] selected = selected(map);
    final String place = String.format(Locale.ROOT, "slice %d of \"%s\"", slice, map.getTitle());
    check(selected, place);
    final float[] inside = new float[selected.length];
    for (int i = 0; i < inside.length; i++) {
      inside[i] = values[selected[i]];
    }
    cut = threshold.of(inside, place);
    regions = regions(selected, smallest);
    if (regions.isEmpty()) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%s has no region of at least %d pixel(s) above its threshold (%s is %s): choose a"
                  + " lower threshold or a smaller smallest",
              place,
              smallest,
              threshold,
              ValueLimits.write(cut.level())));
    }
  }

  /**
   * Cuts a slice.
   *
   * @param map an image of one value per pixel
   * @param slice from 1
   * @param smallest regions of fewer pixels are left out
   * @throws UserError when the map has colors, NaN or infinities, is constant, or nothing of it
   *     lies above the threshold
   */
  public static MapSlice of(
      final ImagePlus map, final int slice, final MapThreshold threshold, final int smallest) {
    return new MapSlice(map, slice, threshold, smallest);
  }

  /** The values as the map's calibration has them. */
  private static float[] values(final ImagePlus map, final int slice) {
    if (map.getType() == ImagePlus.COLOR_RGB) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "\"%s\" is a color image without one value per pixel: measure the map itself, or"
                  + " convert it with Image > Type > 32-bit",
              map.getTitle()));
    }
    final ImageProcessor pixels = map.getStack().getProcessor(slice);
    pixels.setCalibrationTable(map.getCalibration().getCTable());
    final float[] values = (float[]) pixels.convertToFloatProcessor().getPixels();
    return values == pixels.getPixels() ? values.clone() : values;
  }

  private static int[] selected(final ImagePlus map) {
    final Region region = Region.of(map);
    final Rectangle bounds = region.bounds();
    return IntStream.range(0, map.getWidth() * map.getHeight())
        .filter(i -> region.contains(i % map.getWidth() - bounds.x, i / map.getWidth() - bounds.y))
        .toArray();
  }

  private void check(final int[] selected, final String place) {
    boolean constant = true;
    for (final int i : selected) {
      if (!Float.isFinite(values[i])) {
        throw new UserError(
            String.format(
                Locale.ROOT,
                "%s has the value %s at pixel (%d, %d): remove it (Process > Noise > Remove"
                    + " NaNs..., Process > Math > Max...) or select a region without it",
                place,
                values[i],
                i % width,
                i / width));
      }
      constant &= values[i] == values[selected[0]];
    }
    if (constant) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%s is %s everywhere%s: a map without contrast has no regions",
              place,
              values[selected[0]],
              selected.length < values.length ? " in the selection" : ""));
    }
  }

  /** The 8-connected parts of what is kept, largest sum first. */
  private List<MapRegion> regions(final int[] selected, final int smallest) {
    final boolean[] kept = new boolean[values.length];
    for (final int i : selected) {
      kept[i] = cut.keeps(values[i]);
    }
    final DisjointSets parts = new DisjointSets(values.length);
    for (final int i : selected) {
      for (final int neighbor : earlierNeighbors(i)) {
        if (kept[i] && kept[neighbor]) {
          parts.join(i, neighbor);
        }
      }
    }
    final Map<Integer, List<Integer>> pixels =
        Arrays.stream(selected)
            .filter(i -> kept[i])
            .boxed()
            .collect(Collectors.groupingBy(parts::find, TreeMap::new, Collectors.toList()));
    return pixels.values().stream()
        .filter(part -> part.size() >= smallest)
        .map(part -> region(part.stream().mapToInt(Integer::intValue).toArray()))
        .sorted(Comparator.comparingDouble(region -> -region.sum()))
        .toList();
  }

  private int[] earlierNeighbors(final int index) {
    final int column = index % width;
    return IntStream.of(index - width - 1, index - width, index - width + 1, index - 1)
        .filter(other -> other >= 0 && Math.abs(other % width - column) <= 1)
        .toArray();
  }

  private MapRegion region(final int[] pixels) {
    return MapRegion.of(values, width, pixels);
  }

  /** The connected regions, largest sum first. */
  public List<MapRegion> regions() {
    return regions;
  }

  /** All regions as one. */
  public MapRegion whole() {
    return region(
        regions.stream().flatMapToInt(one -> Arrays.stream(one.pixels())).sorted().toArray());
  }

  /** 255 in the regions, 0 elsewhere. */
  ByteProcessor mask() {
    final byte[] mask = new byte[values.length];
    regions.forEach(region -> Arrays.stream(region.pixels()).forEach(i -> mask[i] = KEPT));
    return new ByteProcessor(width, values.length / width, mask);
  }

  /** The slice's number, from 1. */
  public int slice() {
    return slice;
  }

  /** The slice's label, or an empty text. */
  public String label() {
    return label;
  }

  /** The value of the cut. */
  public double level() {
    return cut.level();
  }
}
