package io.github.inceptionlens.activation;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.Activations;
import io.github.inceptionlens.network.InceptionV1;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Whether pictures that drive a unit, such as visualizations, take the way through the network that
 * natural pictures take which drive it.
 *
 * <p>Of a series of natural pictures those with the largest mean of the unit are its top ones. In
 * each layer pictures are compared with these by the mean cosine between {@link ActivationPath
 * paths}, over all pairs of different pictures; between two baselines: the top pictures with each
 * other, and all other natural pictures, of which a random choice would be a sample, with the top
 * ones.
 *
 * @see <a href="https://arxiv.org/abs/2306.04719">Geirhos et al. 2024, Don't trust your eyes</a>
 */
public final class PathSimilarity {

  /** How few natural pictures are enough. */
  public static final int FEWEST = 20;

  /** How much more alike the top pictures must be than others, for a layer to tell anything. */
  public static final double LEAST_GAP = 0.05;

  private static final int FEWEST_TOP = 2;

  private final InceptionV1 network;
  private final Unit unit;
  private final List<String> layers;
  private final List<Natural> natural = new ArrayList<>();

  /**
   * @param unit with canonical names
   */
  public PathSimilarity(final InceptionV1 network, final Unit unit) {
    this.network = network;
    this.unit = unit;
    this.layers = network.architecture().mainLayers();
  }

  private record Natural(double value, ActivationPath path) {}

  /**
   * How alike paths are in one layer, as mean cosines from 0 to 1.
   *
   * @param pictures the pictures and the top natural ones
   * @param top the top natural pictures among themselves
   * @param others the other natural pictures and the top ones
   */
  public record Similarity(String layer, double pictures, double top, double others) {

    /**
     * Where the pictures are between the baselines: 1 where they are as like the top natural
     * pictures as these are each other, more where they drive the unit in a purer way, 0 where they
     * are no more like them than any natural picture; NaN where the baselines are too near each
     * other, by less than {@value #LEAST_GAP}, to tell.
     */
    public double normalized() {
      return top - others >= LEAST_GAP ? (pictures - others) / (top - others) : Double.NaN;
    }
  }

  /**
   * Looks at the next natural picture.
   *
   * @param picture width x height x 3, values 0 to 255
   * @throws UserError when it is too small for the network or too large for the memory
   */
  public void look(final Picture picture) {
    final List<String> names =
        Stream.concat(layers.stream(), Stream.of(unit.layer())).distinct().toList();
    final Activations activations = network.run(picture, names);
    final float[] values = activations.map(unit.layer()).channel(unit.channel());
    natural.add(new Natural(ActivationPath.mean(values), ActivationPath.of(activations, layers)));
  }

  /**
   * Checks whether there are natural pictures enough.
   *
   * @param top how many of them are to be top ones
   * @throws UserError when there are fewer than {@value #FEWEST}, or top is below {@value
   *     #FEWEST_TOP} or more than half of them
   */
  public void check(final int top) {
    if (natural.size() < FEWEST) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%s, but paths are compared with at least %d: add some",
              natural.size() == 1
                  ? "there is 1 natural picture"
                  : "there are " + natural.size() + " natural pictures",
              FEWEST));
    }
    if (top < FEWEST_TOP || top > natural.size() / 2) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "examples is %d, but of %d natural pictures %d to %d can be the top ones",
              top,
              natural.size(),
              FEWEST_TOP,
              natural.size() / 2));
    }
  }

  /**
   * Compares pictures with the top natural ones.
   *
   * @param pictures at least one, width x height x 3, values 0 to 255
   * @param top how many natural pictures are top ones
   * @return one similarity per layer, from the picture up
   * @throws UserError as {@link #check}, or when a picture is too small or too large
   */
  public List<Similarity> of(final Collection<Picture> pictures, final int top) {
    check(top);
    final List<ActivationPath> paths =
        pictures.stream()
            .map(picture -> ActivationPath.of(network.run(picture, layers), layers))
            .toList();
    final List<ActivationPath> sorted = strongestFirst();
    return layers.stream()
        .map(layer -> of(layer, paths, sorted.subList(0, top), sorted.subList(top, sorted.size())))
        .toList();
  }

  /** The paths of the natural pictures, those that drive the unit most first. */
  List<ActivationPath> strongestFirst() {
    return natural.stream()
        .sorted(Comparator.comparingDouble(Natural::value).reversed())
        .map(Natural::path)
        .toList();
  }

  /** The similarity in one layer, for any choice of top pictures and others. */
  static Similarity of(
      final String layer,
      final List<ActivationPath> pictures,
      final List<ActivationPath> top,
      final List<ActivationPath> others) {
    return new Similarity(
        layer, mean(layer, pictures, top), mean(layer, top, top), mean(layer, others, top));
  }

  /** The mean cosine over all pairs of different pictures. */
  private static double mean(
      final String layer, final List<ActivationPath> some, final List<ActivationPath> top) {
    double sum = 0;
    int pairs = 0;
    for (final ActivationPath one : some) {
      for (final ActivationPath other : top) {
        if (one != other) {
          sum += one.cosine(other, layer);
          pairs++;
        }
      }
    }
    return sum / pairs;
  }
}
