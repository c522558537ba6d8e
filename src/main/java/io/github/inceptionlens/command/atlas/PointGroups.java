package io.github.inceptionlens.command.atlas;

import io.github.inceptionlens.core.Csv;
import io.github.inceptionlens.image.display.GroupColors;
import io.github.inceptionlens.image.display.Luts;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The points of an embedding in groups of one color each, those on top last. */
final class PointGroups {

  private static final Color PLAIN = new Color(0x0072b2);
  private static final Color NOTHING = new Color(0xbbbbbb);

  /** Of more groups some have the same color. */
  private static final int MOST_COLORS = 60;

  private static final int STEPS = 8;

  /** The lightest part of the table is not told from paper, nor the darkest two from each other. */
  private static final double LIGHTEST = 0.8;

  private static final double DARKEST = 0.1;
  private static final int LARGEST_INDEX = 255;
  private static final double ROUNDING = 1000;

  /** What has more green than that is too light for paper. */
  private static final int LIGHT = 180;

  private PointGroups() {}

  /**
   * A group for each text, sorted; what has none is gray and below.
   *
   * @param texts one per point
   */
  static List<PointGroup> named(final List<String> texts) {
    final Map<String, List<Integer>> all = new TreeMap<>();
    for (int i = 0; i < texts.size(); i++) {
      all.computeIfAbsent(texts.get(i), any -> new ArrayList<>()).add(i);
    }
    final List<Integer> without = all.remove("");
    final List<PointGroup> groups = new ArrayList<>();
    if (without != null) {
      final boolean alone = all.isEmpty();
      groups.add(
          new PointGroup(
              alone ? "all vectors" : "no label", alone ? PLAIN : NOTHING, indices(without)));
    }
    final int colors = Math.min(MOST_COLORS, all.size());
    int index = 0;
    for (final Map.Entry<String, List<Integer>> one : all.entrySet()) {
      groups.add(
          new PointGroup(one.getKey(), onPaper(index++ % colors, colors), indices(one.getValue())));
    }
    return groups;
  }

  private static Color onPaper(final int index, final int count) {
    final Color color = GroupColors.of(index, count);
    return color.getGreen() > LIGHT ? color.darker() : color;
  }

  private static int[] indices(final List<Integer> points) {
    return points.stream().mapToInt(Integer::intValue).toArray();
  }

  /**
   * Eight groups from the smallest value to the largest, gray and then light to dark.
   *
   * @param values one per point
   */
  static List<PointGroup> valued(final float[] values) {
    float least = Float.POSITIVE_INFINITY;
    float most = Float.NEGATIVE_INFINITY;
    for (final float value : values) {
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    final double step = most > least ? ((double) most - least) / STEPS : 1;
    final List<PointGroup> groups = new ArrayList<>();
    for (int i = 0; i < STEPS; i++) {
      final int wanted = i;
      final float low = least;
      final int[] points =
          IntStream.range(0, values.length)
              .filter(at -> Math.min(STEPS - 1, (int) ((values[at] - low) / step)) == wanted)
              .toArray();
      if (points.length > 0) {
        groups.add(new PointGroup("from " + shortened(least + i * step), step(i), points));
      }
    }
    return groups;
  }

  private static Color step(final int index) {
    final double part = LIGHTEST - (LIGHTEST - DARKEST) * (index - 1) / (STEPS - 2);
    return index == 0 ? NOTHING : new Color(Luts.inferno().getRGB((int) (LARGEST_INDEX * part)));
  }

  private static String shortened(final double value) {
    return Csv.number(Math.rint(value * ROUNDING) / ROUNDING);
  }
}
