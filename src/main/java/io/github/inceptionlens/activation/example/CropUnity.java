package io.github.inceptionlens.activation.example;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.ml.clustering.CentroidCluster;
import org.apache.commons.math3.ml.clustering.DoublePoint;
import org.apache.commons.math3.ml.clustering.KMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.clustering.MultiKMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.distance.EuclideanDistance;
import org.apache.commons.math3.random.JDKRandomGenerator;

/**
 * Whether units are one thing each, by how another layer sees the crops that drive them most, a
 * vector per crop of which the direction counts.
 *
 * @see <a href="https://arxiv.org/abs/2501.05398">Dreyer et al. 2025, SemanticLens</a>, whose
 *     measures these are
 */
public final class CropUnity {

  private static final int FEWEST_GROUPED = 4;
  private static final int ROUNDS = 100;
  private static final int STARTS = 8;

  private CropUnity() {}

  /**
   * The unity of some units.
   *
   * @param units what they are called
   * @param crops by unit, a vector per crop; none for a unit of which nothing is known
   */
  public static List<UnitUnity> of(final List<String> units, final List<List<double[]>> crops) {
    final List<List<double[]>> directions =
        crops.stream().map(all -> all.stream().map(CropUnity::direction).toList()).toList();
    final List<double[]> means =
        directions.stream()
            .map(all -> all.isEmpty() ? new double[0] : direction(mean(all)))
            .toList();
    return IntStream.range(0, units.size())
        .mapToObj(i -> unity(i, units, directions.get(i), means))
        .toList();
  }

  private static UnitUnity unity(
      final int unit,
      final List<String> units,
      final List<double[]> directions,
      final List<double[]> means) {
    int most = -1;
    double likeness = Double.NaN;
    for (int other = 0; other < means.size(); other++) {
      if (other != unit && means.get(other).length > 0 && means.get(unit).length > 0) {
        final double cosine = dot(means.get(unit), means.get(other));
        if (most < 0 || cosine > likeness) {
          most = other;
          likeness = cosine;
        }
      }
    }
    return new UnitUnity(
        clarity(directions),
        polysemanticity(directions),
        most < 0 ? "" : units.get(most),
        likeness);
  }

  /**
   * How alike directions are: (|mean|² - 1/n) n / (n - 1), which is the mean cosine over all pairs.
   *
   * @param directions of length 1
   */
  static double clarity(final List<double[]> directions) {
    final double count = directions.size();
    if (count < 2) {
      return Double.NaN;
    }
    final double[] mean = mean(directions);
    return (dot(mean, mean) - 1 / count) * count / (count - 1);
  }

  /** One less the clarity of the directions of the two centers of a 2-means. */
  static double polysemanticity(final List<double[]> directions) {
    if (directions.size() < FEWEST_GROUPED) {
      return Double.NaN;
    }
    final JDKRandomGenerator dice = new JDKRandomGenerator();
    dice.setSeed(0);
    final List<CentroidCluster<DoublePoint>> groups =
        new MultiKMeansPlusPlusClusterer<>(
                new KMeansPlusPlusClusterer<DoublePoint>(2, ROUNDS, new EuclideanDistance(), dice),
                STARTS)
            .cluster(directions.stream().map(DoublePoint::new).toList());
    final List<double[]> centers = new ArrayList<>();
    groups.stream()
        .filter(group -> !group.getPoints().isEmpty())
        .forEach(group -> centers.add(direction(group.getCenter().getPoint())));
    return centers.size() < 2 ? 0 : 1 - clarity(centers);
  }

  private static double[] mean(final List<double[]> vectors) {
    final double[] mean = new double[vectors.get(0).length];
    for (final double[] vector : vectors) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += vector[i] / vectors.size();
      }
    }
    return mean;
  }

  /** The vector at length 1; itself where it has none. */
  private static double[] direction(final double[] vector) {
    final double length = Math.sqrt(dot(vector, vector));
    return length > 0
        ? Arrays.stream(vector).map(value -> value / length).toArray()
        : vector.clone();
  }

  private static double dot(final double[] one, final double[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += one[i] * other[i];
    }
    return sum;
  }
}
