package io.github.inceptionlens.image.input;

import ij.gui.Roi;
import ij.macro.Interpreter;
import ij.plugin.frame.RoiManager;
import io.github.inceptionlens.core.UserError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The areas that a user collected in the ROI Manager. */
public final class ManagedRois {

  private ManagedRois() {}

  /**
   * All of them, in the manager's order.
   *
   * @param setting the key and its value that ask for them, such as {@code method is rois}
   * @param each what each of them is for, such as {@code direction}
   * @throws UserError when there are none, one is no area, or there is no display
   */
  public static List<Roi> areas(final String setting, final String each) {
    final List<Roi> all =
        manager(setting).map(one -> List.of(one.getRoisAsArray())).orElse(List.of());
    if (all.isEmpty()) {
      throw new UserError(
          setting
              + ", but there is no ROI in the ROI Manager: select an area and add it (Edit >"
              + " Selection > Add to Manager), one for each "
              + each);
    }
    requireAreas(all, "the ROI Manager");
    return all;
  }

  /** All that there are, of any kind; none where there is no display. */
  public static List<Roi> all() {
    return GraphicsEnvironment.isHeadless()
        ? List.of()
        : manager("").map(one -> List.of(one.getRoisAsArray())).orElse(List.of());
  }

  /**
   * Refuses ROIs that are no areas.
   *
   * @param where they are, for the sentence
   * @throws UserError when one is a line, a point or an angle
   */
  public static void requireAreas(final List<Roi> rois, final String where) {
    for (final Roi roi : rois) {
      if (!roi.isArea()) {
        throw new UserError(
            String.format(
                Locale.ROOT,
                "ROI \"%s\" of %s (%s) is no area: delete it there, or draw an area instead",
                roi.getName(),
                where,
                roi.getTypeAsString()));
      }
    }
  }

  /** The manager that is open, or that of a macro in batch mode. */
  private static Optional<RoiManager> manager(final String setting) {
    try {
      return Optional.ofNullable(RoiManager.getInstance2())
          .or(() -> Optional.ofNullable(Interpreter.getBatchModeRoiManager()));
    } catch (final HeadlessException e) {
      throw new UserError(
          setting
              + ", but without a display ImageJ has no ROI Manager: run this on a display, or choose"
              + " another one",
          e);
    }
  }
}
