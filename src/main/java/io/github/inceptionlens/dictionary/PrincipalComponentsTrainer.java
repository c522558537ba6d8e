package io.github.inceptionlens.dictionary;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.dictionary.Directions.Entry;
import io.github.inceptionlens.network.edit.Nonlinearity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.scijava.plugin.Plugin;

/**
 * The orthogonal directions in which the vectors vary most, largest variance first: unit vectors,
 * whose largest coefficient is positive so that their sign is no accident.
 *
 * @see <a href="https://doi.org/10.1080/14786440109462720">Pearson 1901</a>
 */
@Plugin(type = DictionaryTrainer.class, name = "pca", priority = 500)
public final class PrincipalComponentsTrainer implements DictionaryTrainer {

  /** Directions with less of the largest variance are rounding. */
  private static final double LEAST = 1e-9;

  @Override
  public Directions train(
      final Vectors vectors, final int count, final long seed, final Progress progress) {
    return train(vectors, count, false, progress);
  }

  /**
   * All directions in which the vectors vary.
   *
   * @throws io.github.inceptionlens.core.UserError when they are all the same
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  public Directions all(final Vectors vectors, final Progress progress) {
    return train(vectors, vectors.channels(), true, progress);
  }

  private static Directions train(
      final Vectors vectors, final int wanted, final boolean orFewer, final Progress progress) {
    vectors.require(1);
    final CenteredRows rows = CenteredRows.of(vectors);
    final EigenDecomposition found =
        new EigenDecomposition(new Array2DRowRealMatrix(rows.products(progress.part(0, 2)), false));
    final double[] variances = found.getRealEigenvalues();
    final int rank = rank(variances);
    if (wanted > rank && !orFewer) {
      throw vectors.tooMany(wanted, "vary in %d directions alone", rank);
    }
    final int count = Math.min(wanted, rank);
    final int channels = vectors.channels();
    final float[] components = new float[count * channels];
    for (int entry = 0; entry < count; entry++) {
      progress.part(1, 2).at((double) entry / count, "Looking for components ...");
      final double[] component = rows.component(found.getEigenvector(entry).toArray());
      final double scale = sign(component) / length(component);
      for (int c = 0; c < channels; c++) {
        components[entry * channels + c] = (float) (scale * component[c]);
      }
    }
    return new Directions(
        components,
        new float[count],
        Nonlinearity.NONE,
        Optional.of(components),
        rows.center(),
        entries(vectors, variances, count));
  }

  private static int rank(final double[] variances) {
    int rank = 0;
    while (rank < variances.length && variances[rank] > LEAST * variances[0]) {
      rank++;
    }
    return rank;
  }

  private static List<Entry> entries(
      final Vectors vectors, final double[] variances, final int count) {
    final double all = vectors.spread();
    final List<Entry> entries = new ArrayList<>();
    double sum = 0;
    for (int entry = 0; entry < count; entry++) {
      sum += variances[entry];
      entries.add(new Entry("", vectors.size(), variances[entry] / all, sum / all, Double.NaN));
    }
    return entries;
  }

  /** The sign of the coefficient of largest size, the first of equal ones. */
  private static double sign(final double[] values) {
    double largest = 0;
    for (final double value : values) {
      largest = Math.abs(value) > Math.abs(largest) ? value : largest;
    }
    return Math.signum(largest);
  }

  private static double length(final double[] values) {
    double squares = 0;
    for (final double value : values) {
      squares += value * value;
    }
    return Math.sqrt(squares);
  }
}
