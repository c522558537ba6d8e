package io.github.inceptionlens.network.edit;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.Operation;
import java.util.Optional;

/**
 * What becomes of a direction's strength at a place.
 *
 * @param kind which one
 * @param count of {@link Kind#TOP_K} how many entries stay at a place; 0 for others
 */
public record Nonlinearity(Kind kind, int count) {

  /** The strength as it is. */
  public static final Nonlinearity NONE = new Nonlinearity(Kind.NONE, 0);

  /** The positive part of the strength. */
  public static final Nonlinearity RELU = new Nonlinearity(Kind.RELU, 0);

  private static final String TOP = "top-";

  /** The kinds that there are. */
  public enum Kind {
    NONE,
    RELU,
    TOP_K
  }

  /** Refuses counts that the kind does not have. */
  public Nonlinearity {
    if (kind == Kind.TOP_K ? count < 1 : count != 0) {
      throw new UserError("nonlinearity " + kind + " has a count of " + count);
    }
  }

  /** The largest positive entries at a place. */
  public static Nonlinearity topK(final int count) {
    return new Nonlinearity(Kind.TOP_K, count);
  }

  /**
   * Reads {@code none}, {@code relu} or {@code top-8}.
   *
   * @throws UserError when it is none of these
   */
  public static Nonlinearity parse(final String text) {
    if (text.equals(NONE.toString())) {
      return NONE;
    } else if (text.equals(RELU.toString())) {
      return RELU;
    } else if (text.matches(TOP + "[1-9]\\d{0,8}")) {
      return topK(Integer.parseInt(text.substring(TOP.length())));
    }
    throw new UserError("nonlinearity is \"" + text + "\", expected none, relu or top-8");
  }

  /** The row of the table that computes it; empty where nothing is to be computed. */
  Optional<Operation> operation() {
    return switch (kind) {
      case NONE -> Optional.empty();
      case RELU -> Optional.of(new Operation.Relu());
      case TOP_K -> Optional.of(new Operation.TopK(count));
    };
  }

  @Override
  public String toString() {
    return kind == Kind.TOP_K ? TOP + count : kind == Kind.RELU ? "relu" : "none";
  }
}
