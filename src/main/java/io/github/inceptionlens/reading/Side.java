package io.github.inceptionlens.reading;

import io.github.inceptionlens.core.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** One of two pictures beside each other. */
public enum Side {

  /** The picture at the left. */
  LEFT("Left"),

  /** The picture at the right. */
  RIGHT("Right");

  private static final String NOTHING = "-";

  private final String label;

  Side(final String label) {
    this.label = label;
  }

  /** The side across. */
  public Side other() {
    return this == LEFT ? RIGHT : LEFT;
  }

  /**
   * Reads answers, one per trial: {@code LRRL-}, or the letters or words with commas between them,
   * in any case; a dash stands for no answer.
   *
   * @param trials how many there are to be
   * @throws UserError when there are more or fewer, or something else stands among them
   */
  public static List<Optional<Side>> answers(final String text, final int trials) {
    final String given = text.replaceAll("\\s", "");
    final List<Optional<Side>> answers =
        Arrays.stream(given.contains(",") ? given.split(",", -1) : given.split(""))
            .map(one -> answer(one, text))
            .toList();
    if (answers.size() != trials) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "answers holds %d answers, but there are %d trials: give one for each, - where there"
                  + " is none",
              answers.size(),
              trials));
    }
    return answers;
  }

  private static Optional<Side> answer(final String one, final String text) {
    if (one.equals(NOTHING)) {
      return Optional.empty();
    }
    for (final Side side : values()) {
      if (one.equalsIgnoreCase(side.label) || one.equalsIgnoreCase(side.letter())) {
        return Optional.of(side);
      }
    }
    throw new UserError(
        String.format(
            Locale.ROOT,
            "answers is \"%s\", expected L, R or - (no answer) for each trial, such as LRRL, or"
                + " none",
            text));
  }

  /** The text that {@link #answers} reads as the given answers. */
  public static String text(final List<Optional<Side>> answers) {
    return answers.stream()
        .map(answer -> answer.map(Side::letter).orElse(NOTHING))
        .collect(Collectors.joining());
  }

  private String letter() {
    return label.substring(0, 1).toUpperCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return label;
  }
}
