package io.github.inceptionlens.atlas.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.inference.TestUtils;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Known answers, and the rate of error, of the comparison of cells. */
final class CellComparisonTest {

  private static final ComparisonRequest ALL = new ComparisonRequest(100_000, 0.05, 0);
  private static final int HUNDRED = 100;

  /** A part of a hundred vectors, so many of which lie in the first cells. */
  private static GroupPart part(final String group, final boolean treated, final int... counts) {
    final Map<Integer, Integer> own = new HashMap<>();
    IntStream.range(0, counts.length)
        .filter(i -> counts[i] > 0)
        .forEach(i -> own.put(i, counts[i]));
    return new GroupPart(group, treated, HUNDRED, own);
  }

  private static List<GroupPart> sides(final int[] treated, final int[] control) {
    final List<GroupPart> parts = new ArrayList<>();
    Arrays.stream(treated).forEach(count -> parts.add(part("t" + parts.size(), true, count)));
    Arrays.stream(control).forEach(count -> parts.add(part("c" + parts.size(), false, count)));
    return parts;
  }

  private static CellComparison compared(final List<GroupPart> parts, final int cells) {
    return CellComparison.of(parts, cells, ALL, Progress.NONE);
  }

  /** Of 20 assignments only the observed one and its opposite are as extreme. */
  @Test
  void threeGroupsOnEachSideThatAreApartHaveTwoOfTwentyAssignments() {
    final CellComparison found = compared(sides(new int[] {50, 60, 70}, new int[] {10, 20, 30}), 1);
    final CellDifference cell = found.cells().get(0);
    assertThat(cell.treated()).isCloseTo(0.6, within(1e-12));
    assertThat(cell.control()).isCloseTo(0.2, within(1e-12));
    assertThat(cell.difference()).isCloseTo(0.4, within(1e-12));
    assertThat(cell.p()).isEqualTo(0.1);
    assertThat(cell.corrected()).isEqualTo(0.1);
    assertThat(found.design().assignments()).isEqualTo(20);
    assertThat(found.smallest()).isEqualTo(0.1);
    assertThat(found.differs(0)).isFalse();
  }

  /**
   * All six sum to 240, so a difference of 20 means that the three of one side sum to 150 or more.
   * Of the ten threes with 90 six do ({10, 50}, {20, 40}, {20, 50}, {30, 40}, {30, 50}, {40, 50}
   * beside it), and of the others their opposites.
   */
  @Test
  void tiesCountWhateverTheirRounding() {
    final CellDifference cell =
        compared(sides(new int[] {10, 50, 90}, new int[] {20, 30, 40}), 1).cells().get(0);
    assertThat(cell.difference()).isCloseTo(0.2, within(1e-12));
    assertThat(cell.p()).isEqualTo(12.0 / 20);
  }

  /** Differences of 10, 20 and 40 whose sum 70 only no exchange, or all three, come to. */
  @Test
  void groupsOnBothSidesExchangeTheirOwnParts() {
    final CellComparison found =
        compared(
            List.of(
                part("a", false, 10),
                part("a", true, 20),
                part("b", false, 30),
                part("b", true, 50),
                part("c", false, 0),
                part("c", true, 40)),
            1);
    assertThat(found.design().paired()).isEqualTo(3);
    assertThat(found.design().assignments()).isEqualTo(8);
    assertThat(found.cells().get(0).difference()).isCloseTo(0.7 / 3, within(1e-12));
    assertThat(found.cells().get(0).p()).isEqualTo(2.0 / 8);
  }

  /** One pair counts half, one group against two counts two thirds. */
  @Test
  void groupsOnBothSidesAndOnOneAreWeighedByWhatTheyTell() {
    final CellComparison found =
        compared(
            List.of(
                part("a", false, 10),
                part("a", true, 30),
                part("b", false, 20),
                part("c", false, 40),
                part("d", true, 60)),
            1);
    assertThat(found.design().assignments()).isEqualTo(2 * 3);
    final double weights = 1.0 / 2 + 2.0 / 3;
    assertThat(found.cells().get(0).difference())
        .isCloseTo((0.2 / 2 + 0.3 * 2 / 3) / weights, within(1e-12));
  }

  @Test
  void aSideThatNoGroupExchangesIsLeftOut() {
    final GroupDesign design =
        GroupDesign.of(
            List.of(
                part("a", false, 10),
                part("a", true, 30),
                part("b", true, 99),
                part("c", true, 98)));
    assertThat(design.idle()).isEqualTo(2);
    assertThat(design.assignments()).isEqualTo(2);
    assertThat(compared(design.parts(), 1).cells().get(0).difference())
        .isCloseTo(0.2, within(1e-12));
  }

  /** The t statistic of equal variances ranks assignments as z does, with any number of cells. */
  @Test
  void theLargestOfAllCellsCorrects() {
    final Random dice = new Random(3);
    final int cells = 5;
    final int[][] counts =
        IntStream.range(0, 8)
            .mapToObj(i -> dice.ints(cells, 0, 20).toArray())
            .toArray(int[][]::new);
    final List<GroupPart> parts =
        IntStream.range(0, 8).mapToObj(i -> part("g" + i, i < 4, counts[i])).toList();
    final CellComparison found = compared(parts, cells);
    final List<double[]> all = new ArrayList<>();
    for (int chosen = 0; chosen < 1 << 8; chosen++) {
      if (Integer.bitCount(chosen) == 4) {
        all.add(t(counts, chosen, cells));
      }
    }
    final double[] own = t(counts, 15, cells);
    for (int cell = 0; cell < cells; cell++) {
      final int one = cell;
      final double least = own[cell] - 1e-9;
      assertThat(found.cells().get(cell).p())
          .isEqualTo(all.stream().filter(t -> t[one] >= least).count() / 70.0);
      assertThat(found.cells().get(cell).corrected())
          .isEqualTo(
              all.stream().filter(t -> Arrays.stream(t).max().orElseThrow() >= least).count()
                  / 70.0);
    }
  }

  private static double[] t(final int[][] counts, final int chosen, final int cells) {
    return IntStream.range(0, cells)
        .mapToDouble(
            cell ->
                Math.abs(
                    TestUtils.homoscedasticT(
                        some(counts, chosen, cell), some(counts, ~chosen, cell))))
        .toArray();
  }

  private static double[] some(final int[][] counts, final int chosen, final int cell) {
    return IntStream.range(0, counts.length)
        .filter(i -> (chosen >> i & 1) == 1)
        .mapToDouble(i -> counts[i][cell])
        .toArray();
  }

  @Test
  void aCellThatIsAlikeEverywhereDiffersNowhere() {
    final CellComparison found =
        compared(
            IntStream.range(0, 10).mapToObj(i -> part("g" + i, i < 5, 30, i < 5 ? 1 : 7)).toList(),
            3);
    assertThat(found.cells().get(0)).isEqualTo(new CellDifference(0.3, 0.3, 0, 1, 1));
    assertThat(found.cells().get(2)).isEqualTo(new CellDifference(0, 0, 0, 1, 1));
    assertThat(found.differs(1)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"3, 3, 0.1", "3, 4, 0.028571428571428571", "2, 2, 0.3333333333333333", "1, 1, 1"})
  void theSmallestProbabilityIsThatOfTheAssignmentsThatThereAre(
      final int treated, final int control, final double smallest) {
    final GroupDesign design = GroupDesign.of(sides(new int[treated], new int[control]));
    assertThat(design.smallest(1000)).isCloseTo(smallest, within(1e-12));
    assertThat(design.isExact(1000)).isTrue();
  }

  @Test
  void ofManyAssignmentsSomeAreDrawnTheSameBySeed() {
    final Random dice = new Random(8);
    final List<GroupPart> parts =
        IntStream.range(0, 24)
            .mapToObj(i -> part("g" + i, i % 2 == 0, dice.nextInt(40), dice.nextInt(40)))
            .toList();
    final ComparisonRequest few = new ComparisonRequest(2000, 0.05, 4);
    final CellComparison drawn = CellComparison.of(parts, 2, few, Progress.NONE);
    assertThat(drawn.design().isExact(2000)).isFalse();
    assertThat(drawn.smallest()).isEqualTo(1.0 / 2001);
    assertThat(CellComparison.of(parts, 2, few, Progress.NONE).cells()).isEqualTo(drawn.cells());
    final CellComparison whole =
        CellComparison.of(parts, 2, new ComparisonRequest(3_000_000, 0.05, 0), Progress.NONE);
    for (int cell = 0; cell < 2; cell++) {
      assertThat(drawn.cells().get(cell).p()).isCloseTo(whole.cells().get(cell).p(), within(0.05));
    }
  }

  /** Parts come sorted whatever the vectors' order, and chance exchanges labels, not sides. */
  @Test
  void orderAndNamesOfSidesChangeNothing() {
    final Random dice = new Random(5);
    final List<Integer> rows = new ArrayList<>();
    IntStream.range(0, 900).forEach(rows::add);
    final int[] cells = dice.ints(900, -1, 6).toArray();
    final ComparisonRequest request = new ComparisonRequest(300, 0.05, 1);
    final List<CellDifference> own = differences(rows, cells, true, request);
    Collections.shuffle(rows, dice);
    assertThat(differences(rows, cells, true, request)).isEqualTo(own);
    final List<CellDifference> mirrored = differences(rows, cells, false, request);
    for (int cell = 0; cell < own.size(); cell++) {
      assertThat(mirrored.get(cell).difference()).isEqualTo(-own.get(cell).difference());
      assertThat(mirrored.get(cell).p()).isEqualTo(own.get(cell).p());
      assertThat(mirrored.get(cell).corrected()).isEqualTo(own.get(cell).corrected());
    }
  }

  /** Forty groups, of which some have vectors on both sides. */
  private static List<CellDifference> differences(
      final List<Integer> rows,
      final int[] cells,
      final boolean first,
      final ComparisonRequest request) {
    final List<String> groups = rows.stream().map(row -> "g" + row % 40).toList();
    final boolean[] treated = new boolean[rows.size()];
    for (int i = 0; i < treated.length; i++) {
      final int row = rows.get(i);
      treated[i] = (row % 40 < 10 ? row / 40 % 2 == 0 : row % 40 < 22) == first;
    }
    final int[] own = rows.stream().mapToInt(row -> cells[row]).toArray();
    return CellComparison.of(GroupPart.of(groups, treated, own), 6, request, Progress.NONE).cells();
  }

  /** How often some cell differs where groups are alike but for chance, of so many trials. */
  private static int errors(final int trials, final boolean grouped) {
    final ComparisonRequest request = new ComparisonRequest(199, 0.05, 2);
    int errors = 0;
    for (int trial = 0; trial < trials; trial++) {
      final Random dice = new Random(1000 + trial);
      final List<String> groups = new ArrayList<>();
      final boolean[] treated = new boolean[1200];
      final int[] cells = new int[1200];
      for (int group = 0; group < 12; group++) {
        final int favorite = dice.nextInt(10);
        for (int i = 0; i < 100; i++) {
          final int row = group * 100 + i;
          groups.add(grouped ? "g" + group : "g" + group + " picture " + i / 5);
          treated[row] = group < 6;
          cells[row] = dice.nextInt(3) == 0 ? favorite : dice.nextInt(10);
        }
      }
      final CellComparison found =
          CellComparison.of(GroupPart.of(groups, treated, cells), 10, request, Progress.NONE);
      errors += IntStream.range(0, 10).anyMatch(found::differs) ? 1 : 0;
    }
    return errors;
  }

  /** Three standard deviations about the stated rate; pictures as groups would err far more. */
  @Test
  void whereSidesMeanNothingSomeCellDiffersAtTheStatedRate() {
    final int trials = 400;
    final double rate = 0.05;
    final double most = trials * rate + 3 * Math.sqrt(trials * rate * (1 - rate));
    assertThat((double) errors(trials, true)).isLessThan(most).isGreaterThan(0);
    assertThat(errors(trials, false)).isGreaterThan(trials / 5);
  }

  @Test
  void numbersThatAreNoneAreRefusedByName() {
    assertThatThrownBy(() -> new ComparisonRequest(0, 0.05, 0))
        .isInstanceOf(UserError.class)
        .hasMessage("permutations is 0, expected a number above 0");
    assertThatThrownBy(() -> new ComparisonRequest(10, 1, 0))
        .isInstanceOf(UserError.class)
        .hasMessage("level is 1.0, expected a number above 0 and below 1");
  }
}
