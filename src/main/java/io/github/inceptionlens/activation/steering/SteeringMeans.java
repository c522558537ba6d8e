package io.github.inceptionlens.activation.steering;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What steering does to the classes in the mean over pictures.
 *
 * @param pictures how many
 * @param changed the part of them whose most probable class is another one after, 0 to 1
 * @param classes those whose mean probability rises most and those whose falls most, the one that
 *     changes most first
 */
public record SteeringMeans(int pictures, double changed, List<ClassMean> classes) {

  /**
   * One class.
   *
   * @param index among the logits
   * @param label its name
   * @param before mean probability, 0 to 1
   * @param after the same with the change
   * @param topBefore the part of the pictures whose most probable class it is
   * @param topAfter the same with the change
   */
  public record ClassMean(
      int index, String label, double before, double after, double topBefore, double topAfter) {

    /** How much the mean probability changes. */
    public double change() {
      return after - before;
    }
  }

  /**
   * The means.
   *
   * @param steered at least one
   * @param labels of all classes
   * @param top how many rise most, and how many fall most
   */
  public static SteeringMeans of(
      final List<SteeredPicture> steered, final List<String> labels, final int top) {
    final List<ClassMean> all =
        IntStream.range(0, labels.size())
            .mapToObj(index -> mean(steered, index, labels.get(index)))
            .toList();
    final double changed = share(steered, one -> one.topBefore() != one.topAfter());
    final Comparator<ClassMean> fallen =
        Comparator.comparingDouble(ClassMean::change).thenComparing(ClassMean::before);
    final List<ClassMean> moved =
        Stream.of(fallen, fallen.reversed())
            .flatMap(order -> all.stream().sorted(order).limit(top))
            .distinct()
            .sorted(
                Comparator.comparingDouble((ClassMean one) -> -Math.abs(one.change()))
                    .thenComparingInt(ClassMean::index))
            .toList();
    return new SteeringMeans(steered.size(), changed, moved);
  }

  private static ClassMean mean(
      final List<SteeredPicture> steered, final int index, final String label) {
    return new ClassMean(
        index,
        label,
        mean(steered, one -> (double) one.before().probabilities()[index]),
        mean(steered, one -> (double) one.after().probabilities()[index]),
        share(steered, one -> one.topBefore() == index),
        share(steered, one -> one.topAfter() == index));
  }

  private static double share(
      final List<SteeredPicture> steered, final Function<SteeredPicture, Boolean> has) {
    return mean(steered, one -> has.apply(one) ? 1.0 : 0.0);
  }

  private static double mean(
      final List<SteeredPicture> steered, final Function<SteeredPicture, Double> value) {
    return steered.stream().mapToDouble(value::apply).average().orElseThrow();
  }
}
