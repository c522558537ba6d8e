package io.github.inceptionlens.image.input;

import ij.gui.Roi;
import ij.macro.Interpreter;
import ij.plugin.frame.RoiManager;
import io.github.inceptionlens.core.UserError;
import java.awt.HeadlessException;
import java.util.List;
import java.util.Optional;

/** The areas that a user collected in the ROI Manager. */
public final class ManagedRois {

  private ManagedRois() {}

  /**
   * All of them, in the manager's order.
   *
   * @throws UserError when there are none, one is no area, or there is no display
   */
  public static List<Roi> areas() {
    final List<Roi> all = manager().map(one -> List.of(one.getRoisAsArray())).orElse(List.of());
    if (all.isEmpty()) {
      throw new UserError(
          "there is no ROI in the ROI Manager: select an area and add it (Edit > Selection > Add to"
              + " Manager), one for each direction");
    }
    for (final Roi roi : all) {
      if (!roi.isArea()) {
        throw new UserError(
            "ROI \""
                + roi.getName()
                + "\" of the ROI Manager ("
                + roi.getTypeAsString()
                + ") is no area: delete it there, or draw an area instead");
      }
    }
    return all;
  }

  /** The manager that is open, or that of a macro in batch mode. */
  private static Optional<RoiManager> manager() {
    try {
      return Optional.ofNullable(RoiManager.getInstance2())
          .or(() -> Optional.ofNullable(Interpreter.getBatchModeRoiManager()));
    } catch (final HeadlessException e) {
      throw new UserError(
          "method is rois, but without a display ImageJ has no ROI Manager: run this on a display,"
              + " or choose another method",
          e);
    }
  }
}
