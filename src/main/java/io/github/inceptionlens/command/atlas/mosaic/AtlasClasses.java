package io.github.inceptionlens.command.atlas.mosaic;

import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.ClassLookup;
import java.util.List;
import java.util.Locale;

/** The key {@code classes}: of which class an atlas is, or of which two; of none for all places. */
final class AtlasClasses {

  private static final int MOST = 2;

  private AtlasClasses() {}

  /**
   * The classes' indices.
   *
   * @param text such as {@code 285}, {@code nuclei} or {@code 281,285}; empty for none
   * @throws UserError when there are more than two, or the network has no such class
   */
  static List<Integer> of(final String text, final Architecture architecture) {
    if (text.isBlank()) {
      return List.of();
    }
    final List<Integer> indices =
        Choices.list(text, ",").map(part -> index(text, part, architecture)).distinct().toList();
    if (indices.size() > MOST) {
      throw new UserError(
          "classes is \"" + text + "\", expected one class, or two such as 281,285");
    }
    return indices;
  }

  private static int index(final String text, final String part, final Architecture architecture) {
    final int count = architecture.classes().size();
    if (!part.matches("\\d{1,9}")) {
      return new ClassLookup(architecture.classes()).index(part);
    }
    final int index = Integer.parseInt(part);
    if (index >= count) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "classes is \"%s\", but %s has classes 0 to %d",
              text,
              architecture.name(),
              count - 1));
    }
    return index;
  }
}
