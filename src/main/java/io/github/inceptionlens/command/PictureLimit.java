package io.github.inceptionlens.command;

import io.github.inceptionlens.core.UserError;
import java.util.OptionalInt;

/** How many pictures of a collection are looked at, as users write it. */
public final class PictureLimit {

  /** Means every one. */
  public static final String ALL = "all";

  private PictureLimit() {}

  /**
   * The number; nothing for all.
   *
   * @throws UserError when it is neither all nor a number above 0
   */
  public static OptionalInt of(final String text) {
    if (text.strip().equalsIgnoreCase(ALL)) {
      return OptionalInt.empty();
    }
    try {
      final int number = Integer.parseInt(text.strip());
      if (number > 0) {
        return OptionalInt.of(number);
      }
    } catch (final NumberFormatException e) {
      throw new UserError(sentence(text), e);
    }
    throw new UserError(sentence(text));
  }

  private static String sentence(final String text) {
    return "limit is \"" + text + "\", expected all or a number of pictures above 0";
  }
}
