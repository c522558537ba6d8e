package io.github.inceptionlens.network.edit;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.Operation;
import io.github.inceptionlens.network.architecture.channel.ChannelValues;
import java.util.Optional;

/** What becomes of a direction's strength at a place. */
public sealed interface Nonlinearity {

  /** The strength as it is. */
  Nonlinearity NONE = new None();

  /** The positive part of the strength. */
  Nonlinearity RELU = new Relu();

  /** The largest positive entries at a place. */
  static Nonlinearity topK(final int count) {
    return new TopK(count);
  }

  /** What exceeds a threshold, as it is, one threshold per entry. */
  static Nonlinearity above(final float[] thresholds) {
    return new Threshold(new ChannelValues(thresholds));
  }

  /** The row of the table that computes it; empty where nothing is to be computed. */
  Optional<Operation> operation();

  /** The thresholds, one per entry, where there are any. */
  default Optional<float[]> thresholds() {
    return Optional.empty();
  }

  /**
   * Reads {@code none}, {@code relu}, {@code top-8} or {@code threshold}.
   *
   * @param thresholds one per entry, for those that have some
   * @throws UserError when it is none of these
   */
  static Nonlinearity parse(final String text, final Optional<float[]> thresholds) {
    if (thresholds.isPresent() != text.equals(Threshold.NAME)) {
      throw new UserError(
          "nonlinearity is \"" + text + "\", but thresholds belong to threshold, and to it alone");
    }
    if (text.equals(NONE.toString())) {
      return NONE;
    } else if (text.equals(RELU.toString())) {
      return RELU;
    } else if (text.matches(TopK.NAME + "[1-9]\\d{0,8}")) {
      return topK(Integer.parseInt(text.substring(TopK.NAME.length())));
    }
    return thresholds
        .map(Nonlinearity::above)
        .orElseThrow(
            () ->
                new UserError(
                    "nonlinearity is \"" + text + "\", expected none, relu, top-8 or threshold"));
  }

  /** See {@link #NONE}. */
  record None() implements Nonlinearity {

    @Override
    public Optional<Operation> operation() {
      return Optional.empty();
    }

    @Override
    public String toString() {
      return "none";
    }
  }

  /** See {@link #RELU}. */
  record Relu() implements Nonlinearity {

    @Override
    public Optional<Operation> operation() {
      return Optional.of(new Operation.Relu());
    }

    @Override
    public String toString() {
      return "relu";
    }
  }

  /**
   * See {@link #topK}.
   *
   * @param count how many stay at most, at least 1
   */
  record TopK(int count) implements Nonlinearity {

    private static final String NAME = "top-";

    /** Refuses counts below 1. */
    public TopK {
      if (count < 1) {
        throw new UserError("nonlinearity top-" + count + " keeps nothing: expected top-1 or more");
      }
    }

    @Override
    public Optional<Operation> operation() {
      return Optional.of(new Operation.TopK(count));
    }

    @Override
    public String toString() {
      return NAME + count;
    }
  }

  /**
   * See {@link #above}.
   *
   * @param values one per entry
   */
  record Threshold(ChannelValues values) implements Nonlinearity {

    private static final String NAME = "threshold";

    @Override
    public Optional<Operation> operation() {
      return Optional.of(new Operation.Threshold(values));
    }

    @Override
    public Optional<float[]> thresholds() {
      return Optional.of(values.toArray());
    }

    @Override
    public String toString() {
      return NAME;
    }
  }
}
