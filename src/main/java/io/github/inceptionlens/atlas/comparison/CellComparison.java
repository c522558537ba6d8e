package io.github.inceptionlens.atlas.comparison;

import io.github.inceptionlens.core.Progress;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Which cells are fuller on one side than on the other: a permutation test of the difference of
 * mean shares over groups, in either direction.
 *
 * <p>Sides are assigned anew to whole groups, all ways or so many by chance. Of each cell the
 * difference is divided by its standard deviation over all assignments, which does not depend on
 * the observed one; the largest of all cells in each assignment corrects for there being many cells
 * (maximum statistic). For groups of one side this is the ranking of the t statistic of equal
 * variances.
 *
 * @see <a href="https://doi.org/10.1002/hbm.1058">Nichols and Holmes 2002, Nonparametric
 *     permutation tests</a>
 */
public final class CellComparison {

  /** Differences that differ by rounding alone are the same. */
  private static final double ROUNDING = 1e-9;

  private static final double NOTHING = 1e-12;

  private final GroupDesign design;
  private final ComparisonRequest request;
  private final List<CellDifference> cells;

  private CellComparison(
      final GroupDesign design, final ComparisonRequest request, final List<CellDifference> cells) {
    this.design = design;
    this.request = request;
    this.cells = cells;
  }

  /**
   * Compares the sides.
   *
   * @param parts as {@link GroupPart#of} gives them, of both sides some
   * @param cells how many cells there are
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  public static CellComparison of(
      final List<GroupPart> parts,
      final int cells,
      final ComparisonRequest request,
      final Progress progress) {
    final GroupDesign design = GroupDesign.of(parts);
    final ShareContrast contrast = new ShareContrast(design, cells);
    final double[] z = contrast.standardized(design.observed());
    final Tally tally = new Tally(z);
    if (design.isExact(request.permutations())) {
      design.all(sides -> tally.add(contrast.standardized(sides)));
    } else {
      draw(design, contrast, tally, request, progress);
    }
    final double[] treated = contrast.means(true);
    final double[] control = contrast.means(false);
    return new CellComparison(
        design,
        request,
        IntStream.range(0, cells)
            .mapToObj(
                cell ->
                    new CellDifference(
                        treated[cell],
                        control[cell],
                        z[cell],
                        tally.part(tally.own, cell),
                        tally.part(tally.largest, cell)))
            .toList());
  }

  private static void draw(
      final GroupDesign design,
      final ShareContrast contrast,
      final Tally tally,
      final ComparisonRequest request,
      final Progress progress) {
    final Random dice = new Random(request.seed());
    final boolean[] sides = design.observed();
    tally.add(contrast.standardized(sides));
    for (int i = 0; i < request.permutations(); i++) {
      progress.at((double) i / request.permutations(), "Assigning sides anew ...");
      design.shuffle(sides, dice);
      tally.add(contrast.standardized(sides));
    }
  }

  /** How often chance comes to as much as was observed. */
  private static final class Tally {

    private final double[] observed;
    private final int[] own;
    private final int[] largest;
    private int all;

    private Tally(final double[] observed) {
      this.observed = observed;
      own = new int[observed.length];
      largest = new int[observed.length];
    }

    private void add(final double[] z) {
      double most = 0;
      for (final double one : z) {
        most = Math.max(most, Math.abs(one));
      }
      for (int cell = 0; cell < z.length; cell++) {
        final double least = Math.abs(observed[cell]) * (1 - ROUNDING) - NOTHING;
        own[cell] += Math.abs(z[cell]) >= least ? 1 : 0;
        largest[cell] += most >= least ? 1 : 0;
      }
      all++;
    }

    private double part(final int[] counts, final int cell) {
      return (double) counts[cell] / all;
    }
  }

  /** How sides were assigned. */
  public GroupDesign design() {
    return design;
  }

  /** How they were compared. */
  public ComparisonRequest request() {
    return request;
  }

  /** Of each cell. */
  public List<CellDifference> cells() {
    return cells;
  }

  /** Whether a cell differs: its corrected probability is no larger than the level. */
  public boolean differs(final int cell) {
    return cells.get(cell).corrected() <= request.level();
  }

  /** The smallest probability that could come out. */
  public double smallest() {
    return design.smallest(request.permutations());
  }
}
