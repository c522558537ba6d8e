package io.github.inceptionlens.attribution.path;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.attribution.PlaneArithmetic;
import io.github.inceptionlens.core.DisjointSets;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.geometry.FilterWeights;
import io.github.inceptionlens.core.geometry.Resampling;
import io.github.inceptionlens.network.SmallNetworks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class SegmentationTest {

  private static Picture clouds(final int width, final int height, final long seed) {
    final Random random = new Random(seed);
    final double[] phases = random.doubles(4, 0, 6).toArray();
    return PlaneArithmetic.map(
        SmallNetworks.noise(width, height, 1),
        (channel, i) ->
            120
                + 50 * Math.sin(phases[0] + i % width / 5.0)
                + 50 * Math.cos(phases[channel] + i / width / 7.0)
                + 10 * random.nextDouble());
  }

  private static int count(final int[] labels) {
    return Arrays.stream(labels).max().orElseThrow() + 1;
  }

  @Property(tries = 30, seed = "1")
  void segmentsAreConnectedPartsOfAtLeastTheSmallestSizeThatCoverThePicture(
      @ForAll @IntRange(min = 8, max = 40) final int width,
      @ForAll @IntRange(min = 8, max = 40) final int height,
      @ForAll @IntRange(min = 1, max = 30) final int smallest,
      @ForAll final long seed) {
    final int[] labels = Segmentation.of(clouds(width, height, seed)).labels(100, smallest);
    final int[] sizes = new int[count(labels)];
    for (final int label : labels) {
      sizes[label]++;
    }
    assertThat(sizes).hasSizeGreaterThan(0);
    assertThat(Arrays.stream(sizes).min().orElseThrow()).isGreaterThanOrEqualTo(smallest);
    assertThat(connectedParts(labels, width)).isEqualTo(sizes.length);
  }

  private static int connectedParts(final int[] labels, final int width) {
    final DisjointSets parts = new DisjointSets(labels.length);
    for (int a = 0; a < labels.length; a++) {
      for (int b = 0; b < a; b++) {
        final boolean near =
            Math.abs(a % width - b % width) <= 1 && Math.abs(a / width - b / width) <= 1;
        if (near && labels[a] == labels[b]) {
          parts.join(a, b);
        }
      }
    }
    return count(parts.labels());
  }

  @Property(tries = 20, seed = "1")
  void largerScalesMakeNoMoreSegments(@ForAll final long seed) {
    final Segmentation segmentation = Segmentation.of(clouds(64, 48, seed));
    int before = Integer.MAX_VALUE;
    for (final double scale : new double[] {50, 250, 1200, 6000}) {
      final int segments = count(segmentation.labels(scale, 20));
      assertThat(segments).isLessThanOrEqualTo(before);
      before = segments;
    }
  }

  @Property(tries = 20, seed = "1")
  void everyStepIsThatOfThePaper(@ForAll final long seed) {
    final Picture picture = clouds(11, 9, seed);
    for (final double scale : new double[] {30, 300, 3000}) {
      assertThat(Segmentation.of(picture).labels(scale, 4))
          .isEqualTo(numbered(reference(picture, scale, 4)));
    }
  }

  /** An edge of the graph. */
  private record Edge(int a, int b, double weight) {}

  /** The algorithm with sets of pixels in lists, as slow as it is plain. */
  private static List<Set<Integer>> reference(
      final Picture picture, final double scale, final int smallest) {
    final int width = picture.width();
    final float[][] colors =
        PlaneArithmetic.resampled(
                picture,
                new Resampling(
                    FilterWeights.gaussian(width, 0.8),
                    FilterWeights.gaussian(picture.height(), 0.8)))
            .arrays();
    final List<Edge> edges = edges(colors, width);
    final List<Set<Integer>> sets = new ArrayList<>();
    for (int i = 0; i < colors[0].length; i++) {
      sets.add(new HashSet<>(Set.of(i)));
    }
    for (final Edge edge : edges) {
      final Set<Integer> one = holding(sets, edge.a());
      final Set<Integer> other = holding(sets, edge.b());
      final double tolerance =
          Math.min(tolerance(one, edges, edge, scale), tolerance(other, edges, edge, scale));
      if (one != other && edge.weight() < tolerance) {
        one.addAll(other);
        sets.removeIf(set -> set == other);
      }
    }
    for (final Edge edge : edges) {
      final Set<Integer> one = holding(sets, edge.a());
      final Set<Integer> other = holding(sets, edge.b());
      if (one != other && Math.min(one.size(), other.size()) < smallest) {
        one.addAll(other);
        sets.removeIf(set -> set == other);
      }
    }
    return sets;
  }

  private static List<Edge> edges(final float[][] colors, final int width) {
    final List<Edge> edges = new ArrayList<>();
    for (int a = 0; a < colors[0].length; a++) {
      for (int b = a + 1; b < colors[0].length; b++) {
        if (Math.abs(a % width - b % width) <= 1 && b / width - a / width <= 1) {
          final double red = (colors[0][a] - colors[0][b]) / 127.5;
          final double green = (colors[1][a] - colors[1][b]) / 127.5;
          final double blue = (colors[2][a] - colors[2][b]) / 127.5;
          edges.add(new Edge(a, b, Math.sqrt(red * red + green * green + blue * blue)));
        }
      }
    }
    edges.sort(Comparator.comparingDouble(Edge::weight));
    return edges;
  }

  private static Set<Integer> holding(final List<Set<Integer>> sets, final int pixel) {
    return sets.stream().filter(set -> set.contains(pixel)).findFirst().orElseThrow();
  }

  /** The largest edge of the minimum spanning tree so far, found anew, and the scale's part. */
  private static double tolerance(
      final Set<Integer> set, final List<Edge> edges, final Edge now, final double scale) {
    final DisjointSets tree = new DisjointSets(edges.size());
    double inner = 0;
    for (final Edge edge : edges) {
      final boolean inside = set.contains(edge.a()) && set.contains(edge.b());
      if (edge.weight() < now.weight() && inside && tree.find(edge.a()) != tree.find(edge.b())) {
        tree.join(edge.a(), edge.b());
        inner = edge.weight();
      }
    }
    return inner + scale / 255 / set.size();
  }

  private static int[] numbered(final List<Set<Integer>> sets) {
    final int pixels = sets.stream().mapToInt(Set::size).sum();
    final DisjointSets joined = new DisjointSets(pixels);
    for (final Set<Integer> set : sets) {
      set.forEach(pixel -> joined.join(pixel, set.iterator().next()));
    }
    return joined.labels();
  }

  @Test
  void flatColorsAreTheSegments() {
    final Picture halves = SmallNetworks.picture(40, 30, (column, row) -> column < 25 ? 30 : 200);
    final int[] labels = Segmentation.of(halves).labels(50, 100);
    assertThat(count(labels)).isEqualTo(2);
    for (int i = 0; i < labels.length; i++) {
      if (i % 40 < 23 || i % 40 > 26) {
        assertThat(labels[i]).isEqualTo(i % 40 < 25 ? 0 : 1);
      }
    }
    final Picture plain = SmallNetworks.picture(9, 5, (x, y) -> 7);
    assertThat(Segmentation.of(plain).labels(50, 150)).containsOnly(0);
  }
}
