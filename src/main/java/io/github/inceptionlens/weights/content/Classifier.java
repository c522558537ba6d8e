package io.github.inceptionlens.weights.content;

import io.github.inceptionlens.core.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The classifier that a file of weights holds, whatever it is called there.
 *
 * @param weights the name of its weights, or of the layer that holds weights and bias
 * @param bias the name of its bias, or of that layer
 * @param classes how many it tells, at least 1
 * @param usual whether it has the name that the published training gives it
 */
public record Classifier(String weights, String bias, int classes, boolean usual) {

  private static final int MOST_CLASSES = 1_000_000;
  private static final Pattern AUXILIARY =
      Pattern.compile("(loss[12]|head[01]|nn[01]|softmax[01]|aux[12])([/_.].*)?");

  /** Whether a name is that of a layer or tensor of the heads that only training needs. */
  public static boolean isAuxiliary(final String name) {
    return AUXILIARY.matcher(name).matches();
  }

  /**
   * A classifier that reads the last module, if these shapes are one's.
   *
   * @param name of the layer that holds both
   * @param shape [classes, features] of the weights
   * @param features the channels of the last module
   */
  public static Optional<Classifier> of(
      final String name, final List<Long> shape, final int features) {
    return isDense(shape, features)
        ? Optional.of(new Classifier(name, name, Math.toIntExact(shape.get(0)), false))
        : Optional.empty();
  }

  private static boolean isDense(final List<Long> shape, final int features) {
    return shape.size() == 2
        && shape.get(1) == features
        && shape.get(0) >= 1
        && shape.get(0) <= MOST_CLASSES;
  }

  /** As {@link #of}, under the published name, whatever it reads. */
  public static Optional<Classifier> usual(
      final String weights, final String bias, final List<Long> shape) {
    return !shape.isEmpty() && shape.get(0) >= 1 && shape.get(0) <= MOST_CLASSES
        ? Optional.of(new Classifier(weights, bias, Math.toIntExact(shape.get(0)), true))
        : Optional.empty();
  }

  /**
   * All pairs of a matrix and a bias of as many values, whose names differ by what they are called
   * in their framework: {@code w} and {@code b}, {@code weight} and {@code bias}, {@code kernel}
   * and {@code bias}, {@code weights} and {@code biases}.
   *
   * @param shapes of the tensors that are none of the trunk's, by name, weights as [classes,
   *     features]
   */
  public static List<Classifier> pairs(final Map<String, List<Long>> shapes, final int features) {
    final List<Classifier> pairs = new ArrayList<>();
    shapes.forEach(
        (name, shape) -> {
          if (isDense(shape, features)) {
            biases(name)
                .filter(bias -> !bias.equals(name))
                .filter(bias -> List.of(shape.get(0)).equals(shapes.get(bias)))
                .findFirst()
                .map(bias -> new Classifier(name, bias, Math.toIntExact(shape.get(0)), false))
                .ifPresent(pairs::add);
          }
        });
    return pairs;
  }

  private static Stream<String> biases(final String weights) {
    return Stream.of(
        weights.replaceFirst("_w$", "_b"),
        weights.replace("weights", "biases"),
        weights.replace("weight", "bias"),
        weights.replace("kernel", "bias"));
  }

  /**
   * The one that is no auxiliary head of the training, if there is one.
   *
   * @param refuse makes the error about the file
   * @throws UserError when there are several
   */
  public static Optional<Classifier> only(
      final List<Classifier> candidates, final Function<String, UserError> refuse) {
    final List<Classifier> main =
        candidates.stream().filter(one -> !isAuxiliary(one.weights)).toList();
    if (main.size() > 1) {
      throw refuse.apply(
          "holds several layers that may be its classifier, "
              + main.stream().map(Classifier::words).collect(Collectors.joining(", "))
              + "; leave only one of them in it");
    }
    return main.stream().findFirst();
  }

  private String words() {
    return String.format(Locale.ROOT, "%s (%d classes)", weights, classes);
  }
}
