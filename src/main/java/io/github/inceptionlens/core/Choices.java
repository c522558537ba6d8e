package io.github.inceptionlens.core;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Texts that name one of several things, and lists of such, as dialogs and macros write them. */
public final class Choices {

  private Choices() {}

  /**
   * What a text names, in any case.
   *
   * @param key what the user gave it for, such as {@code fit}
   * @param label the name of a thing
   * @throws UserError when it names none; the sentence lists what there is
   */
  public static <T> T named(
      final String key,
      final String text,
      final List<? extends T> all,
      final Function<? super T, String> label) {
    final String wanted = String.valueOf(text).strip();
    for (final T one : all) {
      if (label.apply(one).equalsIgnoreCase(wanted)) {
        return one;
      }
    }
    throw new UserError(
        key
            + " is \""
            + text
            + "\", expected one of: "
            + all.stream().map(label).collect(Collectors.joining(", ")));
  }

  /** As {@link #named(String, String, List, Function)}, of an enum's constants. */
  public static <T> T named(
      final String key, final String text, final T[] all, final Function<? super T, String> label) {
    return named(key, text, Arrays.asList(all), label);
  }

  /** The parts of a list, stripped; empty ones too. */
  public static Stream<String> list(final String text, final String separator) {
    return Arrays.stream(text.split(separator, -1)).map(String::strip);
  }
}
