package io.github.inceptionlens.command.atlas;

import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import java.util.Locale;
import java.util.Optional;

/**
 * What the points of an embedding are colored by, as users write it.
 *
 * @param unit whose value it is; nothing for {@code label} and {@code picture}
 * @param isPicture whether it is the picture that a vector is of
 */
record PointColor(Optional<Unit> unit, boolean isPicture) {

  static final String LABEL = "label";
  static final String PICTURE = "picture";

  /**
   * What a text says.
   *
   * @throws UserError when it is neither label nor picture nor a unit
   */
  static PointColor of(final String text) {
    final String wanted = text.strip().toLowerCase(Locale.ROOT);
    if (wanted.equals(LABEL) || wanted.equals(PICTURE)) {
      return new PointColor(Optional.empty(), wanted.equals(PICTURE));
    }
    try {
      return new PointColor(Optional.of(Unit.parse(text)), false);
    } catch (final UserError e) {
      throw new UserError(
          "color is \"" + text + "\", expected label, picture, or a unit such as mixed4c:447", e);
    }
  }
}
