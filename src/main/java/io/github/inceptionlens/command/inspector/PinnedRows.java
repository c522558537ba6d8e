package io.github.inceptionlens.command.inspector;

import ij.ImagePlus;
import io.github.inceptionlens.command.OptionString;
import io.github.inceptionlens.command.unit.UnitActions;
import io.github.inceptionlens.core.Csv;
import java.awt.EventQueue;
import java.awt.geom.Point2D;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The rows of pinned places: those that {@code Inspect Point...} gives, in its table, so that they
 * lead back as any row does and a recorder learns how to get them.
 */
final class PinnedRows {

  private Optional<Thread> last = Optional.empty();

  /** Adds the rows of a place, soon. */
  void add(final ImagePlus image, final Point2D at, final InspectorSettings settings) {
    final Map<String, Optional<String>> options = new LinkedHashMap<>();
    if (!settings.network().isBlank()) {
      options.put("network", Optional.of(settings.network()));
    }
    options.put("x", Optional.of(Csv.number(at.getX())));
    options.put("y", Optional.of(Csv.number(at.getY())));
    options.put("layer", Optional.of(settings.layer()));
    options.put("count", Optional.of(Integer.toString(settings.count())));
    if (settings.scale() != 1) {
      options.put("scale", Optional.of(Csv.number(settings.scale())));
    }
    final UnitActions point =
        new UnitActions("Pin", "Inspect Point...", OptionString.format(options));
    last =
        Optional.of(
            point.startAfter(
                last, Optional.of(image), () -> EventQueue.invokeLater(() -> giveKeysBack(image))));
  }

  /** The table's window takes the keys, with which a person goes on at the image. */
  private static void giveKeysBack(final ImagePlus image) {
    if (image.getWindow() != null) {
      image.getWindow().toFront();
      image.getCanvas().requestFocus();
    }
  }
}
