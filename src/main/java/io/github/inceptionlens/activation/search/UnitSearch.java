package io.github.inceptionlens.activation.search;

import io.github.inceptionlens.activation.search.FoundUnit.Example;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.core.RankMeasures;
import io.github.inceptionlens.core.RankedScores;
import io.github.inceptionlens.core.geometry.Layer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Ranks the units of a layer by how well they tell a kind of drawn items from all others: chosen on
 * one half of the pictures, measured on the other. A unit that tells by its absence stands as its
 * negation; the best pair of units stands among them where it is better than the best unit.
 */
public final class UnitSearch {

  /** By so much a pair has to be better than the best unit. */
  private static final double MARGIN = 0.01;

  private final Layer layer;
  private final DrawnItems drawn;
  private final List<DrawnItem> items;
  private final List<String> kinds;
  private final int[] choosing;
  private final int[] measuring;
  private final RankedScores[] ranked;
  private final Permutation permutation;

  /**
   * What is chosen.
   *
   * @param area under ROC on the half on which it was
   * @param score of an item's values
   */
  private record Chosen(UnitTerm term, double area, ToDoubleFunction<float[]> score) {}

  /** Which items are of a kind in name alone. */
  @FunctionalInterface
  private interface Permutation {

    boolean[] of(boolean[] kind, int way);
  }

  private UnitSearch(
      final Layer layer,
      final DrawnItems drawn,
      final Halves halves,
      final Permutation permutation) {
    this.layer = layer;
    this.drawn = drawn;
    this.permutation = permutation;
    items = drawn.items();
    kinds = kinds(drawn);
    choosing = half(halves, false);
    measuring = half(halves, true);
    ranked = new RankedScores[layer.channels()];
    IntStream.range(0, ranked.length).parallel().forEach(this::rank);
  }

  /**
   * Searches the units that tell the inside of regions; compared with what they tell of the regions
   * moved around each picture's border.
   *
   * @param layer as its units are named
   * @param drawn by {@link RegionPlaces}
   */
  public static UnitSearch ofRegions(
      final Layer layer, final DrawnItems drawn, final Halves halves) {
    final List<DrawnItem> items = drawn.items();
    return new UnitSearch(
        layer,
        drawn,
        halves,
        (kind, way) -> flags(kind.length, i -> (items.get(i).moved() >> way & 1) == 1));
  }

  /**
   * Searches the units that tell labels; compared with what they tell where the pictures of either
   * half have each other's labels.
   *
   * @param layer as its units are named
   * @param drawn by {@link LabelMeans}
   * @param seed what the other labels are drawn from
   */
  public static UnitSearch ofLabels(
      final Layer layer, final DrawnItems drawn, final Halves halves, final long seed) {
    final List<DrawnItem> items = drawn.items();
    final Random dice = new Random(seed);
    final int[][] others =
        Stream.generate(() -> shuffled(items, halves, dice))
            .limit(DrawnItem.PERMUTATIONS)
            .toArray(int[][]::new);
    return new UnitSearch(
        layer, drawn, halves, (kind, way) -> flags(kind.length, i -> kind[others[way][i]]));
  }

  /** Another item of the same half for each. */
  private static int[] shuffled(
      final List<DrawnItem> items, final Halves halves, final Random dice) {
    final int[] other = new int[items.size()];
    for (final boolean measured : new boolean[] {false, true}) {
      final List<Integer> half =
          IntStream.range(0, other.length)
              .filter(i -> halves.isMeasured(items.get(i)) == measured)
              .boxed()
              .toList();
      final List<Integer> shuffled = new ArrayList<>(half);
      Collections.shuffle(shuffled, dice);
      IntStream.range(0, half.size()).forEach(i -> other[half.get(i)] = shuffled.get(i));
    }
    return other;
  }

  private static List<String> kinds(final DrawnItems drawn) {
    return drawn.kinds().stream()
        .flatMap(kind -> Collections.nCopies(drawn.items(kind).size(), kind).stream())
        .toList();
  }

  private int[] half(final Halves halves, final boolean measured) {
    return IntStream.range(0, items.size())
        .filter(i -> halves.isMeasured(items.get(i)) == measured)
        .toArray();
  }

  private void rank(final int unit) {
    ranked[unit] =
        RankedScores.of(
            Arrays.stream(choosing).mapToDouble(i -> items.get(i).values()[unit]).toArray());
  }

  private static boolean[] flags(final int count, final IntPredicate is) {
    final boolean[] flags = new boolean[count];
    IntStream.range(0, count).forEach(i -> flags[i] = is.test(i));
    return flags;
  }

  /** Whether either half has items of a kind and others. */
  public boolean canTell(final String kind) {
    return canTell(is(kind));
  }

  private boolean canTell(final boolean[] is) {
    return isMixed(some(is, choosing)) && isMixed(some(is, measuring));
  }

  private static boolean isMixed(final boolean[] flags) {
    return IntStream.range(1, flags.length).anyMatch(i -> flags[i] != flags[0]);
  }

  private static boolean[] some(final boolean[] of, final int[] indices) {
    return flags(indices.length, i -> of[indices[i]]);
  }

  private boolean[] is(final String kind) {
    return flags(items.size(), i -> kinds.get(i).equals(kind));
  }

  /**
   * The units that tell a kind best on one half, best first, measured on the other.
   *
   * @param kind one that can be told
   * @param count how many at most
   */
  public List<FoundUnit> find(final String kind, final int count) {
    final boolean[] is = is(kind);
    final List<Chosen> found = choose(is, count);
    final double[] permuted = permuted(is, count);
    return IntStream.range(0, found.size())
        .mapToObj(i -> row(found.get(i), kind, i < permuted.length ? permuted[i] : Double.NaN))
        .toList();
  }

  /**
   * The unit that alone, by its presence, tells a kind best on one half, measured on the other.
   *
   * @param kind one that can be told
   * @return nothing where every unit is rather smaller on the kind
   */
  public Optional<FoundUnit> present(final String kind) {
    return SingleUnit.ranked(ranked, some(is(kind), choosing)).stream()
        .filter(single -> !single.not())
        .findFirst()
        .map(single -> row(alone(single), kind, Double.NaN));
  }

  private FoundUnit row(final Chosen one, final String kind, final double permuted) {
    final boolean[] is = is(kind);
    final double prevalence = (double) drawn.count(kind) / drawn.count();
    return new FoundUnit(
        one.term.text(layer::unit),
        measured(one, is, prevalence),
        permuted,
        one.area,
        example(one, is));
  }

  /** By rank. */
  private double[] permuted(final boolean[] is, final int count) {
    final List<double[]> ways =
        IntStream.range(0, DrawnItem.PERMUTATIONS)
            .mapToObj(way -> permutation.of(is, way))
            .filter(this::canTell)
            .map(
                chance ->
                    choose(chance, count).stream()
                        .mapToDouble(one -> measured(one, chance, Double.NaN).area())
                        .toArray())
            .toList();
    final int ranks = ways.stream().mapToInt(areas -> areas.length).min().orElse(0);
    return IntStream.range(0, ranks)
        .mapToDouble(i -> ways.stream().mapToDouble(areas -> areas[i]).average().orElseThrow())
        .toArray();
  }

  private RankMeasures measured(final Chosen chosen, final boolean[] is, final double prevalence) {
    final double[] scores =
        Arrays.stream(measuring)
            .mapToDouble(i -> chosen.score.applyAsDouble(items.get(i).values()))
            .toArray();
    return RankedScores.of(scores).telling(i -> is[measuring[i]], prevalence);
  }

  private Optional<Example> example(final Chosen chosen, final boolean[] is) {
    return IntStream.range(0, items.size())
        .filter(i -> is[i])
        .mapToObj(items::get)
        .max(Comparator.comparingDouble(item -> chosen.score.applyAsDouble(item.values())))
        .map(item -> new Example(item.picture(), item.x(), item.y()));
  }

  private List<Chosen> choose(final boolean[] is, final int count) {
    final boolean[] own = some(is, choosing);
    final List<SingleUnit> singles = SingleUnit.ranked(ranked, own);
    final List<Chosen> best = new ArrayList<>();
    if (new PairTrial(ranked, own).isBetter(parts(own))) {
      UnitPair.best(ranked, own, PairTrial.tried(singles))
          .map(pair -> together(pair, own))
          .filter(pair -> pair.area > singles.get(0).area() + MARGIN)
          .ifPresent(best::add);
    }
    singles.stream().limit(count - best.size()).map(UnitSearch::alone).forEach(best::add);
    return best;
  }

  /** Of the items on which is chosen those of half the pictures with the kind, and without. */
  private int[][] parts(final boolean[] own) {
    final Map<PictureId, Boolean> pictures =
        new TreeMap<>(
            Comparator.<PictureId>comparingLong(picture -> picture.seed(0))
                .thenComparing(Comparator.naturalOrder()));
    for (int i = 0; i < choosing.length; i++) {
      pictures.merge(items.get(choosing[i]).picture(), own[i], Boolean::logicalOr);
    }
    final Map<PictureId, Integer> turns = new HashMap<>();
    final int[] next = new int[2];
    pictures.forEach((picture, with) -> turns.put(picture, next[with ? 1 : 0]++ % 2));
    return IntStream.range(0, 2)
        .mapToObj(
            part ->
                IntStream.range(0, choosing.length)
                    .filter(i -> part == (turns.size() == 1 ? i % 2 : turns.get(picture(i))))
                    .toArray())
        .toArray(int[][]::new);
  }

  private PictureId picture(final int chosen) {
    return items.get(choosing[chosen]).picture();
  }

  private static Chosen alone(final SingleUnit single) {
    return new Chosen(single.term(), single.area(), values -> single.score(values[single.unit()]));
  }

  private Chosen together(final UnitPair pair, final boolean[] own) {
    final int one = pair.term().first();
    final int other = pair.term().second();
    final double[] scores =
        IntStream.range(0, choosing.length).mapToDouble(i -> pair.level(ranked, i)).toArray();
    final double area = RankedScores.of(scores).telling(i -> own[i]).area();
    return new Chosen(pair.term(), area, values -> pair.level(values[one], values[other]));
  }
}
