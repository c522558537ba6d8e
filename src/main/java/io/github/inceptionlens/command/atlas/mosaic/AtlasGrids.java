package io.github.inceptionlens.command.atlas.mosaic;

import io.github.inceptionlens.atlas.cell.CellRequest;
import io.github.inceptionlens.core.UserError;
import java.util.Arrays;
import java.util.List;

/** The key {@code grid}: one grid, or several, such as {@code 10,20,40}. */
final class AtlasGrids {

  private AtlasGrids() {}

  /**
   * The grids, from the coarsest, each once.
   *
   * @throws UserError when a part is no number from 1 to 160
   */
  static List<Integer> of(final String text) {
    return Arrays.stream(text.split(",", -1))
        .map(part -> number(text, part.strip()))
        .distinct()
        .sorted()
        .toList();
  }

  private static int number(final String text, final String part) {
    try {
      final int grid = Integer.parseInt(part);
      if (grid >= 1 && grid <= CellRequest.FINEST) {
        return grid;
      }
    } catch (final NumberFormatException e) {
      throw refusal(text, e);
    }
    throw refusal(text, null);
  }

  private static UserError refusal(final String text, final Throwable cause) {
    return new UserError(
        "grid is \""
            + text
            + "\", expected a number from 1 to "
            + CellRequest.FINEST
            + ", or several such as 10,20,40",
        cause);
  }
}
