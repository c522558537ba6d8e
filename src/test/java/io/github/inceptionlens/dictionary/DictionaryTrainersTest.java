package io.github.inceptionlens.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.dictionary.RegionDirections.Contrast;
import io.github.inceptionlens.network.edit.Nonlinearity;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.DefaultRealMatrixChangingVisitor;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DictionaryTrainersTest {

  private static final int CHANNELS = 12;

  private static Directions train(final String name, final Vectors vectors, final int count) {
    return DictionaryTrainers.named(name).train(vectors, count, 0, Progress.NONE);
  }

  @Test
  void theMethodsComeInTheirOrder() {
    assertThat(DictionaryTrainers.all())
        .extracting(DictionaryTrainer::name)
        .containsExactly("pca", "nmf", "kmeans", "identity", "random");
  }

  /** More vectors than channels, and fewer: another matrix is decomposed. */
  @ParameterizedTest
  @ValueSource(ints = {200, 7})
  void componentsAreOrthonormalAndExplainWhatSingularValuesSay(final int size) {
    final Vectors vectors = mixed(size);
    final int count = 5;
    final Directions found = train("pca", vectors, count);
    assertThat(found.nonlinearity()).isEqualTo(Nonlinearity.NONE);
    assertThat(found.decoder()).contains(found.encoder());
    assertThat(found.bias()).containsOnly(0);
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        assertThat(product(found.encoder(), i, found.encoder(), j))
            .isCloseTo(i == j ? 1 : 0, within(1e-5));
      }
    }
    final double[] mean = vectors.mean();
    final RealMatrix centered = new Array2DRowRealMatrix(size, CHANNELS);
    centered.walkInOptimizedOrder(
        new DefaultRealMatrixChangingVisitor() {
          @Override
          public double visit(final int row, final int column, final double value) {
            return vectors.values()[row * CHANNELS + column] - mean[column];
          }
        });
    final SingularValueDecomposition svd = new SingularValueDecomposition(centered);
    double all = 0;
    for (final double value : svd.getSingularValues()) {
      all += value * value;
    }
    double sum = 0;
    for (int i = 0; i < count; i++) {
      final double part = Math.pow(svd.getSingularValues()[i], 2) / all;
      sum += part;
      assertThat(found.entries().get(i).explained()).isCloseTo(part, within(1e-6));
      assertThat(found.entries().get(i).cumulative()).isCloseTo(sum, within(1e-6));
      double cosine = 0;
      for (int c = 0; c < CHANNELS; c++) {
        cosine += svd.getV().getEntry(c, i) * found.encoder()[i * CHANNELS + c];
        assertThat(found.center()[c]).isCloseTo((float) mean[c], within(1e-5f));
      }
      assertThat(Math.abs(cosine)).isCloseTo(1, within(1e-5));
    }
    assertThat(found.explained()).isCloseTo(sum, within(1e-6));
  }

  /** The way back loses what the entries do not explain, counted vector by vector. */
  @Test
  void whatComponentsExplainIsWhatTheWayBackKeeps() {
    final Vectors vectors = mixed(100);
    final Directions found = train("pca", vectors, 4);
    double left = 0;
    for (int row = 0; row < vectors.size(); row++) {
      final double[] rest = new double[CHANNELS];
      for (int c = 0; c < CHANNELS; c++) {
        rest[c] = vectors.values()[row * CHANNELS + c] - found.center()[c];
      }
      final double[] off = rest.clone();
      for (int entry = 0; entry < 4; entry++) {
        double strength = 0;
        for (int c = 0; c < CHANNELS; c++) {
          strength += off[c] * found.encoder()[entry * CHANNELS + c];
        }
        for (int c = 0; c < CHANNELS; c++) {
          rest[c] -= strength * found.encoder()[entry * CHANNELS + c];
        }
      }
      for (final double value : rest) {
        left += value * value;
      }
    }
    assertThat(found.explained()).isCloseTo(1 - left / vectors.spread(), within(1e-6));
  }

  @Test
  void theLargestCoefficientOfAComponentIsPositive() {
    final Directions found = train("pca", mixed(100), 6);
    for (int entry = 0; entry < 6; entry++) {
      float largest = 0;
      for (int c = 0; c < CHANNELS; c++) {
        final float value = found.encoder()[entry * CHANNELS + c];
        largest = Math.abs(value) > Math.abs(largest) ? value : largest;
      }
      assertThat(largest).isPositive();
    }
  }

  @Test
  void clustersAreFoundAndTheNearestOneFires() {
    final float[][] centers = {{0, 0, 5, 0}, {4, 0, 0, 1}, {0, 3, 3, 3}};
    final int[] sizes = {50, 30, 20};
    final Random dice = new Random(3);
    final float[] values = new float[100 * 4];
    int row = 0;
    for (int k = 0; k < 3; k++) {
      for (int i = 0; i < sizes[k]; i++, row++) {
        for (int c = 0; c < 4; c++) {
          values[row * 4 + c] = centers[k][c] + 0.1f * (float) dice.nextGaussian();
        }
      }
    }
    final Vectors vectors = new Vectors("l", 4, values);
    final Directions found = train("kmeans", vectors, 3);
    assertThat(found.nonlinearity()).isEqualTo(Nonlinearity.topK(1));
    assertThat(found.decoder()).isEmpty();
    assertThat(found.center()).containsOnly(0);
    assertThat(found.entries()).extracting(Directions.Entry::vectors).containsExactly(50, 30, 20);
    for (int k = 0; k < 3; k++) {
      double squares = 0;
      for (int c = 0; c < 4; c++) {
        assertThat(found.encoder()[k * 4 + c]).isCloseTo(centers[k][c], within(0.1f));
        squares += Math.pow(found.encoder()[k * 4 + c], 2);
      }
      assertThat(found.bias()[k]).isCloseTo((float) (-squares / 2), within(1e-4f));
    }
    double within = 0;
    row = 0;
    for (int k = 0; k < 3; k++) {
      for (int i = 0; i < sizes[k]; i++, row++) {
        assertThat(largest(found, values, row)).isEqualTo(k);
        for (int c = 0; c < 4; c++) {
          within += Math.pow(values[row * 4 + c] - found.encoder()[k * 4 + c], 2);
        }
      }
    }
    assertThat(found.explained()).isCloseTo(1 - within / vectors.spread(), within(1e-5));
  }

  private static int largest(final Directions found, final float[] values, final int row) {
    int best = -1;
    double most = 0;
    for (int k = 0; k < found.bias().length; k++) {
      double strength = found.bias()[k];
      for (int c = 0; c < 4; c++) {
        strength += found.encoder()[k * 4 + c] * values[row * 4 + c];
      }
      if (strength > most) {
        most = strength;
        best = k;
      }
    }
    return best;
  }

  @Test
  void factorsAndTheirPseudoInverseGiveTheVectorsBack() {
    final Random dice = new Random(4);
    final int rank = 3;
    final float[] factors = new float[rank * CHANNELS];
    for (int i = 0; i < factors.length; i++) {
      factors[i] = dice.nextDouble() < 0.6 ? 0 : dice.nextFloat();
    }
    final float[] values = new float[300 * CHANNELS];
    for (int row = 0; row < 300; row++) {
      for (int k = 0; k < rank; k++) {
        final float strength = dice.nextDouble() < 0.5 ? 0 : dice.nextFloat();
        for (int c = 0; c < CHANNELS; c++) {
          values[row * CHANNELS + c] += strength * factors[k * CHANNELS + c];
        }
      }
    }
    final Directions found = train("nmf", new Vectors("l", CHANNELS, values), rank);
    assertThat(found.nonlinearity()).isEqualTo(Nonlinearity.RELU);
    final float[] decoder = found.decoder().orElseThrow();
    for (int i = 0; i < rank; i++) {
      for (int j = 0; j < rank; j++) {
        assertThat(product(found.encoder(), i, decoder, j)).isCloseTo(i == j ? 1 : 0, within(1e-4));
      }
      assertThat(found.entries().get(i).distance()).isLessThan(0.1);
    }
    assertThat(found.explained()).isGreaterThan(0.98);
    double sum = found.entries().get(0).cumulative() - found.entries().get(0).explained();
    assertThat(sum).isNegative();
    for (final Directions.Entry entry : found.entries()) {
      sum += entry.explained();
      assertThat(entry.cumulative()).isCloseTo(sum, within(1e-9));
    }
  }

  @Test
  void identityIsTheChannelsAndTheirWayBack() {
    final Directions found = train("identity", Vectors.none("l", 5), 3);
    assertThat(found.entries()).hasSize(5);
    for (int i = 0; i < 25; i++) {
      assertThat(found.encoder()[i]).isEqualTo(i % 6 == 0 ? 1 : 0);
    }
    assertThat(found.decoder()).contains(found.encoder());
    assertThat(found.explained()).isNaN();
  }

  @Test
  void randomDirectionsHaveLengthOneAndGoByTheSeed() {
    final Vectors none = Vectors.none("l", 64);
    final Directions found = train("random", none, 9);
    for (int entry = 0; entry < 9; entry++) {
      double squares = 0;
      for (int c = 0; c < 64; c++) {
        squares += Math.pow(found.encoder()[entry * 64 + c], 2);
      }
      assertThat(squares).isCloseTo(1, within(1e-5));
    }
    assertThat(train("random", none, 9).encoder()).isEqualTo(found.encoder());
    assertThat(DictionaryTrainers.named("random").train(none, 9, 1, Progress.NONE).encoder())
        .isNotEqualTo(found.encoder());
  }

  @Test
  void aRegionsStrengthIsZeroAtTheMeanOutside() {
    final double[] inside = {3, 1, 0};
    final double[] outside = {1, 1, 2};
    final Directions found =
        RegionDirections.of(List.of(new Contrast("spindle", 7, inside, outside)));
    assertThat(found.encoder()).containsExactly(2, 0, -2);
    assertThat(found.bias()).containsExactly(2);
    assertThat(strength(found, inside)).isEqualTo(8);
    assertThat(strength(found, outside)).isZero();
    assertThat(found.entries().get(0).label()).isEqualTo("spindle");
    assertThat(found.entries().get(0).vectors()).isEqualTo(7);
    assertThatThrownBy(() -> RegionDirections.of(List.of(new Contrast("same", 7, inside, inside))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("ROI \"same\" is inside as outside");
  }

  private static double strength(final Directions found, final double[] vector) {
    double sum = found.bias()[0];
    for (int c = 0; c < vector.length; c++) {
      sum += found.encoder()[c] * vector[c];
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(strings = {"pca", "nmf", "kmeans"})
  void theSameSeedFindsTheSame(final String method) {
    final Vectors vectors = mixed(60);
    final Directions one = train(method, vectors, 4);
    final Directions same = train(method, vectors, 4);
    assertThat(same.encoder()).isEqualTo(one.encoder());
    assertThat(same.bias()).isEqualTo(one.bias());
    assertThat(same.entries()).isEqualTo(one.entries());
  }

  @ParameterizedTest
  @ValueSource(strings = {"pca", "nmf", "kmeans"})
  void whatCannotBeLearnedIsTold(final String method) {
    final float[] constant = new float[20 * CHANNELS];
    Arrays.fill(constant, 0.5f);
    assertThatThrownBy(() -> train(method, new Vectors("mixed4c", CHANNELS, constant), 2))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("the activations of mixed4c are the same at all 20 positions");
    final float[] two = new float[20 * CHANNELS];
    for (int row = 0; row < 20; row++) {
      two[row * CHANNELS + row % 2] = 1;
    }
    assertThatThrownBy(() -> train(method, new Vectors("mixed4c", CHANNELS, two), 3))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("count is 3, but the activations of mixed4c ")
        .hasMessageContaining(" alone: choose a count up to ");
    assertThatThrownBy(() -> train(method, mixed(4), 5))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("count is 5, but ");
  }

  @Test
  void factorsOfNegativeValuesAreRefused() {
    final float[] values = mixed(30).values();
    values[7] = -0.25f;
    assertThatThrownBy(() -> train("nmf", new Vectors("l", CHANNELS, values), 2))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("one is -0.25: choose a layer after its rectifier");
  }

  @ParameterizedTest
  @ValueSource(strings = {"pca", "nmf", "kmeans"})
  void aPersonCanStopIt(final String method) {
    final AtomicInteger calls = new AtomicInteger();
    final Progress stop =
        (fraction, what) -> {
          assertThat(fraction).isBetween(0.0, 1.0);
          if (calls.incrementAndGet() > 1) {
            throw new CancellationException();
          }
        };
    assertThatThrownBy(() -> DictionaryTrainers.named(method).train(mixed(3000), 8, 0, stop))
        .isInstanceOf(CancellationException.class);
  }

  private static double product(
      final float[] one, final int row, final float[] other, final int otherRow) {
    double sum = 0;
    for (int c = 0; c < CHANNELS; c++) {
      sum += (double) one[row * CHANNELS + c] * other[otherRow * CHANNELS + c];
    }
    return sum;
  }

  /** Vectors of 0 and above with variances that differ between directions. */
  private static Vectors mixed(final int size) {
    final Random dice = new Random(size);
    final float[] values = new float[size * CHANNELS];
    for (int row = 0; row < size; row++) {
      final float common = dice.nextFloat();
      for (int c = 0; c < CHANNELS; c++) {
        values[row * CHANNELS + c] = common * (c % 3) + c * 0.2f * dice.nextFloat();
      }
    }
    return new Vectors("l", CHANNELS, values);
  }
}
