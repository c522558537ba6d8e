package io.github.inceptionlens.dictionary;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.dictionary.Directions.Entry;
import io.github.inceptionlens.network.edit.Nonlinearity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.scijava.plugin.Plugin;

/**
 * Non-negative factors, see {@link NonNegativeFactors}: the way there is their pseudo-inverse,
 * rectified, the way back the factors.
 */
@Plugin(type = DictionaryTrainer.class, name = "nmf", priority = 400)
public final class NonNegativeTrainer implements DictionaryTrainer {

  @Override
  public Directions train(
      final Vectors vectors, final int count, final long seed, final Progress progress) {
    vectors.require(count);
    final NonNegativeFactors found =
        NonNegativeFactors.of(
            vectors.values(), vectors.channels(), count, seed, progress.part(0, 2));
    final int needed = needed(found);
    if (needed < count) {
      throw vectors.tooMany(count, "are made of %d factors alone", needed);
    }
    final float[] encoder = inverse(found.factors(), found.channels());
    final Rebuilt rebuilt = Rebuilt.of(vectors, encoder, found.factors(), progress.part(1, 2));
    return new Directions(
        encoder,
        new float[found.count()],
        Nonlinearity.RELU,
        Optional.of(found.factors()),
        new float[found.channels()],
        entries(vectors, found, rebuilt));
  }

  private static int needed(final NonNegativeFactors found) {
    return (int)
        IntStream.range(0, found.count())
            .filter(k -> length(found.factors(), k * found.channels(), 1, found.channels()) > 0)
            .filter(k -> length(found.strengths(), k, found.count(), found.rows()) > 0)
            .count();
  }

  private static double length(
      final float[] values, final int from, final int step, final int count) {
    double squares = 0;
    for (int i = 0; i < count; i++) {
      squares += Math.pow(values[from + i * step], 2);
    }
    return Math.sqrt(squares);
  }

  /**
   * (F⁺)ᵀ: the least squares solution of s F = x is x F⁺.
   *
   * @param factors [factor, channel], row-major
   * @return [factor, channel], row-major
   */
  static float[] inverse(final float[] factors, final int channels) {
    final RealMatrix rows = new Array2DRowRealMatrix(factors.length / channels, channels);
    for (int i = 0; i < factors.length; i++) {
      rows.setEntry(i / channels, i % channels, factors[i]);
    }
    final RealMatrix gram = rows.multiply(rows.transpose());
    final RealMatrix solved =
        new SingularValueDecomposition(gram).getSolver().getInverse().multiply(rows);
    final float[] inverse = new float[factors.length];
    for (int i = 0; i < inverse.length; i++) {
      inverse[i] = (float) solved.getEntry(i / channels, i % channels);
    }
    return inverse;
  }

  private static List<Entry> entries(
      final Vectors vectors, final NonNegativeFactors found, final Rebuilt rebuilt) {
    final List<Entry> entries = new ArrayList<>();
    for (int k = 0; k < found.count(); k++) {
      entries.add(
          new Entry(
              "",
              vectors.size(),
              rebuilt.explained()[k + 1] - rebuilt.explained()[k],
              rebuilt.explained()[k + 1],
              distance(found, rebuilt, k)));
    }
    return entries;
  }

  private static double distance(
      final NonNegativeFactors found, final Rebuilt rebuilt, final int factor) {
    double off = 0;
    for (int i = factor; i < found.strengths().length; i += found.count()) {
      off += Math.pow(rebuilt.strengths()[i] - found.strengths()[i], 2);
    }
    return Math.sqrt(off) / length(found.strengths(), factor, found.count(), found.rows());
  }
}
