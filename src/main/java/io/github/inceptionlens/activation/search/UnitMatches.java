package io.github.inceptionlens.activation.search;

import io.github.inceptionlens.activation.search.FoundUnit.Example;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Layer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * For each unit of a layer the best correlated one of another layer or network: chosen on one half
 * of the pictures, measured on the other (Li et al. 2016).
 *
 * @see <a href="https://distill.pub/2020/circuits/zoom-in/">Zoom In: An Introduction to
 *     Circuits</a>
 * @see <a href="https://arxiv.org/abs/1511.07543">Convergent Learning</a>
 */
public final class UnitMatches {

  private final Layer layer;
  private final Layer other;
  private final long places;
  private final List<DrawnItem> own = new ArrayList<>();
  private final List<DrawnItem> others = new ArrayList<>();
  private final int[] choosing;
  private final int[] measuring;

  /** A place on a picture. */
  private record At(PictureId picture, int place) {}

  /** The values of both layers at the same places of one half, standardized. */
  private record Pairs(UnitColumns own, UnitColumns other) {}

  /**
   * @param layer whose units are matched
   * @param other of whose units they are matched with one
   * @param drawn of the one, by {@link SharedPlaces}
   * @param drawnOther of the other, at the same places; those of which there is but one do not
   *     count
   * @param groups what a picture is never parted from
   */
  public UnitMatches(
      final Layer layer,
      final Layer other,
      final DrawnItems drawn,
      final DrawnItems drawnOther,
      final Function<PictureId, String> groups) {
    this.layer = layer;
    this.other = other;
    places = Math.min(drawn.count(), drawnOther.count());
    final Map<At, DrawnItem> known =
        drawnOther.items().stream().collect(Collectors.toMap(UnitMatches::at, Function.identity()));
    for (final DrawnItem item : drawn.items()) {
      final DrawnItem same = known.get(at(item));
      if (same != null) {
        own.add(item);
        others.add(same);
      }
    }
    final Halves halves = Halves.of(drawn, groups);
    choosing = half(halves, false);
    measuring = half(halves, true);
  }

  private static At at(final DrawnItem item) {
    return new At(item.picture(), item.place());
  }

  private int[] half(final Halves halves, final boolean measured) {
    return IntStream.range(0, own.size())
        .filter(i -> halves.isMeasured(own.get(i)) == measured)
        .toArray();
  }

  /** How many places there were, of which those that were drawn count. */
  public long places() {
    return places;
  }

  /** Whether there are places enough to choose on and to measure on. */
  public boolean isEnough() {
    return choosing.length > 1 && measuring.length > 1;
  }

  /**
   * The units of the layer that have a match, best correlated first; units that have the same value
   * everywhere have none.
   */
  public List<MatchedUnit> matches() {
    final Pairs chosenOn = pairs(choosing, choosing);
    final Pairs measuredOn = pairs(measuring, measuring);
    final UnitColumns.Best[] best = chosenOn.own.best(chosenOn.other);
    final double[] shuffled = shuffled();
    return IntStream.range(0, layer.channels())
        .mapToObj(
            unit ->
                Optional.ofNullable(best[unit])
                    .filter(
                        match ->
                            measuredOn.own.varies(unit) && measuredOn.other.varies(match.unit()))
                    .map(match -> matched(unit, match, measuredOn, shuffled[unit])))
        .flatMap(Optional::stream)
        .sorted(Comparator.comparingDouble(MatchedUnit::correlation).reversed())
        .toList();
  }

  /** The units that have no match. */
  public List<Unit> unmatched(final List<MatchedUnit> matches) {
    final List<Unit> matched = matches.stream().map(MatchedUnit::unit).toList();
    return IntStream.range(0, layer.channels())
        .mapToObj(layer::unit)
        .filter(unit -> !matched.contains(unit))
        .toList();
  }

  private MatchedUnit matched(
      final int unit, final UnitColumns.Best match, final Pairs measuredOn, final double shuffled) {
    final int strongest = measuredOn.own.strongestWith(unit, measuredOn.other, match.unit());
    final DrawnItem example = own.get(measuring[strongest]);
    return new MatchedUnit(
        layer.unit(unit),
        other.unit(match.unit()),
        measuredOn.own.correlation(unit, measuredOn.other, match.unit()),
        shuffled,
        match.correlation(),
        new Example(example.picture(), example.x(), example.y()));
  }

  private Pairs pairs(final int[] half, final int[] otherHalf) {
    return new Pairs(
        UnitColumns.of(own, half, layer.channels()),
        UnitColumns.of(others, otherHalf, other.channels()));
  }

  /** What the same choice gives where the other layer is shown other pictures, by unit. */
  private double[] shuffled() {
    final int[] chosenOn = onAnotherPicture(choosing);
    final int[] measuredOn = onAnotherPicture(measuring);
    final double[] correlations = new double[layer.channels()];
    Arrays.fill(correlations, Double.NaN);
    if (chosenOn.length == 0 || measuredOn.length == 0) {
      return correlations;
    }
    final Pairs chosen = pairs(choosing, chosenOn);
    final Pairs measured = pairs(measuring, measuredOn);
    final UnitColumns.Best[] best = chosen.own.best(chosen.other);
    for (int unit = 0; unit < correlations.length; unit++) {
      if (best[unit] != null
          && measured.own.varies(unit)
          && measured.other.varies(best[unit].unit())) {
        correlations[unit] = measured.own.correlation(unit, measured.other, best[unit].unit());
      }
    }
    return correlations;
  }

  /**
   * For each item of a half the nearest place on the next picture of that half; nothing where there
   * is but one picture.
   */
  private int[] onAnotherPicture(final int[] half) {
    final Map<PictureId, List<Integer>> pictures = new HashMap<>();
    for (final int i : half) {
      pictures.computeIfAbsent(own.get(i).picture(), any -> new ArrayList<>()).add(i);
    }
    if (pictures.size() < 2) {
      return new int[0];
    }
    final List<PictureId> order = pictures.keySet().stream().sorted().toList();
    final Map<PictureId, PictureId> next = new HashMap<>();
    for (int i = 0; i < order.size(); i++) {
      next.put(order.get(i), order.get((i + 1) % order.size()));
    }
    return IntStream.of(half)
        .map(i -> nearest(own.get(i), pictures.get(next.get(own.get(i).picture()))))
        .toArray();
  }

  private int nearest(final DrawnItem item, final List<Integer> among) {
    int nearest = among.get(0);
    double least = Double.POSITIVE_INFINITY;
    for (final int i : among) {
      final double distance = Math.hypot(own.get(i).x() - item.x(), own.get(i).y() - item.y());
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }
}
