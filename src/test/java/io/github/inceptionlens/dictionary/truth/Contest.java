package io.github.inceptionlens.dictionary.truth;

import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.RankMeasures;
import io.github.inceptionlens.core.RankedScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Chooses the best unit for each structure on one half of the scenes, and measures on the other.
 */
final class Contest {

  /** So many places of a scene are drawn to choose by. */
  private static final int PLACES = 32;

  private final int structures;
  private final List<SeenScene> choosing;
  private final List<SeenScene> measuring;
  private final int[][] drawn;

  /** What each scene is said to show by place, in either half. */
  private record Labels(List<int[]> choosing, List<int[]> measuring) {

    static Labels of(final List<SeenScene> choosing, final List<SeenScene> measuring) {
      return new Labels(shown(choosing), shown(measuring));
    }

    private static List<int[]> shown(final List<SeenScene> scenes) {
      return scenes.stream().map(SeenScene::shown).toList();
    }

    /** Every scene shows what another one does. */
    Labels permuted(final Random dice) {
      return new Labels(shuffled(choosing, dice), shuffled(measuring, dice));
    }
  }

  /** A unit and how well it tells a structure, by its presence or its absence. */
  private record Choice(int unit, boolean not, double area) {

    static Choice of(final int unit, final double area) {
      return area < 1 - area ? new Choice(unit, true, 1 - area) : new Choice(unit, false, area);
    }
  }

  /**
   * @param structures how many there are
   * @param choosing scenes on which units are chosen
   * @param measuring scenes on which they are measured
   * @param seed what the places by which they are chosen are drawn from
   */
  Contest(
      final int structures,
      final List<SeenScene> choosing,
      final List<SeenScene> measuring,
      final long seed) {
    this.structures = structures;
    this.choosing = choosing;
    this.measuring = measuring;
    final Random dice = new Random(seed);
    drawn = choosing.stream().map(scene -> places(scene, dice)).toArray(int[][]::new);
  }

  private static int[] places(final SeenScene scene, final Random dice) {
    return shuffled(IntStream.range(0, scene.shown().length).boxed().toList(), dice).stream()
        .limit(PLACES)
        .mapToInt(place -> place)
        .toArray();
  }

  private static <T> List<T> shuffled(final List<T> items, final Random dice) {
    final List<T> order = new ArrayList<>(items);
    Collections.shuffle(order, dice);
    return order;
  }

  /** By structure, the best of some units. */
  List<BestUnit> best(final Contestant units) {
    return best(units, List.of(Labels.of(choosing, measuring))).get(0);
  }

  /**
   * By structure, the area under ROC of the unit that is best where every scene is said to show
   * what another one of its half does; the mean of so many ways.
   */
  double[] permuted(final Contestant units, final int ways, final long seed) {
    final Random dice = new Random(seed);
    final Labels own = Labels.of(choosing, measuring);
    final List<Labels> others =
        IntStream.range(0, ways).mapToObj(way -> own.permuted(dice)).toList();
    final List<List<BestUnit>> found = best(units, others);
    return IntStream.range(0, structures)
        .mapToDouble(
            structure ->
                found.stream()
                    .mapToDouble(one -> one.get(structure).told().area())
                    .average()
                    .orElseThrow())
        .toArray();
  }

  private List<List<BestUnit>> best(final Contestant units, final List<Labels> labels) {
    final List<List<Choice>> choices = choices(units, labels);
    final Map<Integer, RankedScores> scores =
        scores(units, choices.stream().flatMap(List::stream).map(Choice::unit).distinct().toList());
    final List<List<BestUnit>> found = new ArrayList<>();
    for (int way = 0; way < labels.size(); way++) {
      final int[] shown = joined(labels.get(way).measuring());
      final List<BestUnit> best = new ArrayList<>();
      for (int structure = 0; structure < structures; structure++) {
        final Choice choice = choices.get(way).get(structure);
        final RankedScores ranked = scores.get(choice.unit());
        best.add(measured(choice, ranked, shown, structure));
      }
      found.add(best);
    }
    return found;
  }

  private static BestUnit measured(
      final Choice choice, final RankedScores ranked, final int[] shown, final int structure) {
    final RankedScores told = choice.not() ? negated(ranked) : ranked;
    final RankMeasures measures = told.telling(place -> shown[place] == structure);
    return new BestUnit(choice.unit(), choice.not(), choice.area(), measures);
  }

  private static RankedScores negated(final RankedScores ranked) {
    return RankedScores.of(
        IntStream.range(0, ranked.size()).mapToDouble(item -> -ranked.rank(item)).toArray());
  }

  private static int[] joined(final List<int[]> shown) {
    return shown.stream().flatMapToInt(Arrays::stream).toArray();
  }

  /** By labels and structure. */
  private List<List<Choice>> choices(final Contestant units, final List<Labels> labels) {
    final List<int[]> shown = labels.stream().map(one -> drawn(one.choosing())).toList();
    final float[][] values = drawn(units);
    final List<Choice[][]> all =
        IntStream.range(0, units.units())
            .parallel()
            .mapToObj(unit -> choices(unit, ranked(values[unit]), shown))
            .toList();
    return IntStream.range(0, labels.size())
        .mapToObj(
            way ->
                IntStream.range(0, structures)
                    .mapToObj(structure -> largest(all, way, structure))
                    .toList())
        .toList();
  }

  private static Choice largest(final List<Choice[][]> all, final int way, final int structure) {
    return all.stream()
        .map(unit -> unit[way][structure])
        .max(Comparator.comparingDouble(Choice::area))
        .orElseThrow();
  }

  private Choice[][] choices(final int unit, final RankedScores ranked, final List<int[]> labels) {
    final Choice[][] choices = new Choice[labels.size()][structures];
    for (int way = 0; way < choices.length; way++) {
      final int[] shown = labels.get(way);
      for (int s = 0; s < structures; s++) {
        final int structure = s;
        final double area = ranked.telling(place -> shown[place] == structure).area();
        choices[way][s] = Choice.of(unit, Double.isNaN(area) ? 0.5 : area);
      }
    }
    return choices;
  }

  private static RankedScores ranked(final float[] values) {
    return RankedScores.of(IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray());
  }

  private int[] drawn(final List<int[]> shown) {
    return IntStream.range(0, drawn.length)
        .flatMap(scene -> Arrays.stream(drawn[scene]).map(place -> shown.get(scene)[place]))
        .toArray();
  }

  /** [unit][drawn place]. */
  private float[][] drawn(final Contestant units) {
    final float[][] values =
        new float[units.units()][Arrays.stream(drawn).mapToInt(one -> one.length).sum()];
    int first = 0;
    for (int scene = 0; scene < drawn.length; scene++) {
      final MapStack maps = units.values().apply(choosing.get(scene));
      for (int unit = 0; unit < values.length; unit++) {
        final float[] plane = maps.plane(unit);
        for (int i = 0; i < drawn[scene].length; i++) {
          values[unit][first + i] = plane[drawn[scene][i]];
        }
      }
      first += drawn[scene].length;
    }
    return values;
  }

  /** All places of the scenes on which is measured, by unit. */
  private Map<Integer, RankedScores> scores(final Contestant units, final List<Integer> chosen) {
    final Map<Integer, float[]> values = new HashMap<>();
    final int all = measuring.stream().mapToInt(scene -> scene.shown().length).sum();
    chosen.forEach(unit -> values.put(unit, new float[all]));
    int first = 0;
    for (final SeenScene scene : measuring) {
      final MapStack maps = units.values().apply(scene);
      final int from = first;
      values.forEach(
          (unit, row) -> System.arraycopy(maps.plane(unit), 0, row, from, scene.shown().length));
      first += scene.shown().length;
    }
    final Map<Integer, RankedScores> scores = new HashMap<>();
    values.forEach((unit, row) -> scores.put(unit, ranked(row)));
    return scores;
  }
}
