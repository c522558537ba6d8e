package io.github.inceptionlens.dictionary;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.dictionary.Directions.Entry;
import io.github.inceptionlens.network.edit.Nonlinearity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.math3.ml.clustering.CentroidCluster;
import org.apache.commons.math3.ml.clustering.DoublePoint;
import org.apache.commons.math3.ml.clustering.KMeansPlusPlusClusterer;
import org.apache.commons.math3.ml.distance.DistanceMeasure;
import org.apache.commons.math3.ml.distance.EuclideanDistance;
import org.apache.commons.math3.random.JDKRandomGenerator;
import org.scijava.plugin.Plugin;

/**
 * The means of groups of similar vectors, the largest group first. Of an entry {@code c · x −
 * ‖c‖²/2} is how much nearer x is to the mean c than to 0, {@code (‖x‖² − ‖x − c‖²) / 2}; so the
 * largest one of a place is the nearest mean's, and none is positive where 0 is nearer than every
 * mean. That is no strength from which the vector could be built, so there is no way back.
 *
 * @see <a href="https://dl.acm.org/doi/10.5555/1283383.1283494">Arthur and Vassilvitskii 2007</a>
 */
@Plugin(type = DictionaryTrainer.class, name = "kmeans", priority = 300)
public final class KMeansTrainer implements DictionaryTrainer {

  private static final int MOST_ROUNDS = 100;

  @Override
  public Directions train(
      final Vectors vectors, final int count, final long seed, final Progress progress) {
    vectors.require(count);
    final List<DoublePoint> points = points(vectors);
    requireDistinct(vectors, points, count);
    final JDKRandomGenerator dice = new JDKRandomGenerator();
    dice.setSeed(seed);
    final DistanceMeasure measure =
        new WatchedDistance(progress, (long) points.size() * count * MOST_ROUNDS);
    final List<CentroidCluster<DoublePoint>> clusters =
        new KMeansPlusPlusClusterer<DoublePoint>(count, MOST_ROUNDS, measure, dice).cluster(points);
    clusters.sort(
        Comparator.comparingInt((CentroidCluster<DoublePoint> one) -> one.getPoints().size())
            .reversed());
    return directions(vectors, clusters);
  }

  private static List<DoublePoint> points(final Vectors vectors) {
    final int channels = vectors.channels();
    final List<DoublePoint> points = new ArrayList<>();
    for (int i = 0; i < vectors.size(); i++) {
      final double[] point = new double[channels];
      for (int c = 0; c < channels; c++) {
        point[c] = vectors.values()[i * channels + c];
      }
      points.add(new DoublePoint(point));
    }
    return points;
  }

  private static void requireDistinct(
      final Vectors vectors, final List<DoublePoint> points, final int count) {
    final Set<DoublePoint> distinct = new HashSet<>();
    for (final DoublePoint point : points) {
      distinct.add(point);
      if (distinct.size() >= count) {
        return;
      }
    }
    throw vectors.tooMany(count, "are of %d kinds alone", distinct.size());
  }

  private static Directions directions(
      final Vectors vectors, final List<CentroidCluster<DoublePoint>> clusters) {
    final int channels = vectors.channels();
    final float[] encoder = new float[clusters.size() * channels];
    final float[] bias = new float[clusters.size()];
    final List<Entry> entries = new ArrayList<>();
    final double[] mean = vectors.mean();
    final double all = vectors.spread();
    double sum = 0;
    for (int entry = 0; entry < clusters.size(); entry++) {
      final double[] center = clusters.get(entry).getCenter().getPoint();
      for (int c = 0; c < channels; c++) {
        encoder[entry * channels + c] = (float) center[c];
      }
      bias[entry] = (float) (-Arrays.stream(center).map(value -> value * value).sum() / 2);
      final List<DoublePoint> points = clusters.get(entry).getPoints();
      final double part = (squares(points, mean) - squares(points, center)) / all;
      sum += part;
      entries.add(new Entry("", points.size(), part, sum, Double.NaN));
    }
    return new Directions(
        encoder, bias, Nonlinearity.topK(1), Optional.empty(), new float[channels], entries);
  }

  /** The squared distances from a point. */
  private static double squares(final List<DoublePoint> points, final double[] from) {
    double sum = 0;
    for (final DoublePoint point : points) {
      for (int c = 0; c < from.length; c++) {
        sum += Math.pow(point.getPoint()[c] - from[c], 2);
      }
    }
    return sum;
  }

  /** A distance that asks now and then whether to go on. */
  private static final class WatchedDistance implements DistanceMeasure {

    private static final long serialVersionUID = 1L;
    private static final int SELDOM = 1 << 14;

    private final EuclideanDistance distance = new EuclideanDistance();
    private final transient Progress progress;
    private final long most;
    private long done;

    WatchedDistance(final Progress progress, final long most) {
      this.progress = progress;
      this.most = most;
    }

    @Override
    public double compute(final double[] one, final double[] other) {
      if (done++ % SELDOM == 0) {
        progress.at(Math.min(1, (double) done / most), "Grouping vectors ...");
      }
      return distance.compute(one, other);
    }
  }
}
