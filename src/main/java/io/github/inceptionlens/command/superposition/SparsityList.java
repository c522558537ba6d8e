package io.github.inceptionlens.command.superposition;

import io.github.inceptionlens.circuit.stimulus.NumberList;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.superposition.ToyProblem;
import java.util.List;
import java.util.stream.IntStream;

/** The sparsities of a sweep, as users write them. */
final class SparsityList {

  /** The sweep of the paper's introduction. */
  static final String AUTO = "auto";

  private static final int MOST = 100;
  private static final int COUNT = 10;
  private static final double RAREST = 20;

  private SparsityList() {}

  /**
   * A problem for each sparsity.
   *
   * @param text {@value #AUTO} or numbers with commas between
   * @param factor how many times as important each feature is as the one before
   * @throws UserError when there is no such list, or it is too long to be shown
   */
  static List<ToyProblem> problems(final String text, final int features, final double factor) {
    final List<Double> values = values(text);
    if (values.size() > MOST) {
      throw new UserError(
          "sparsity has " + values.size() + " numbers, expected 1 to " + MOST + ": give fewer");
    }
    return values.stream()
        .map(sparsity -> ToyProblem.geometric(sparsity, features, factor))
        .toList();
  }

  private static List<Double> values(final String text) {
    return text.strip().equalsIgnoreCase(AUTO)
        ? IntStream.range(0, COUNT)
            .mapToObj(i -> 1 - Math.pow(RAREST, -(double) i / (COUNT - 1)))
            .toList()
        : NumberList.parse("sparsity", text);
  }
}
