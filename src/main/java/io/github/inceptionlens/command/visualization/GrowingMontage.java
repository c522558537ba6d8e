package io.github.inceptionlens.command.visualization;

import ij.ImagePlus;
import io.github.inceptionlens.command.window.LiveImage;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.map.Montage;
import io.github.inceptionlens.visualization.feature.UnitGallery;
import java.util.List;
import java.util.Map;

/** A window, where there is one, in which the pictures of a layer's channels grow side by side. */
final class GrowingMontage implements UnitGallery.Viewer {

  private static final long PAUSE_NANOS = 1_000_000_000;
  private static final int CAPTION = 92;

  private final String title;
  private final List<Unit> units;
  private final int size;
  private final boolean isPossible = LiveImage.isPossible();

  private ImagePlus image;
  private boolean closed;
  private long shown = System.nanoTime() - PAUSE_NANOS;

  GrowingMontage(final Layer layer, final List<Unit> units, final int size) {
    title = "Growing visualizations of " + layer.name();
    this.units = units;
    this.size = size;
  }

  @Override
  public boolean wants() {
    closed |= image != null && !image.isVisible();
    return isPossible && !closed && System.nanoTime() - shown >= PAUSE_NANOS;
  }

  @Override
  public void see(final Map<Unit, Picture> pictures) {
    final Montage montage = new Montage(size, size, CAPTION, 1);
    for (final Unit unit : units) {
      if (pictures.containsKey(unit)) {
        montage.add(pictures.get(unit), unit.toString());
      } else {
        montage.addNothing(unit.toString(), "", "");
      }
    }
    final ImagePlus now = montage.image(title, (int) Math.ceil(Math.sqrt(units.size())));
    if (image == null) {
      image = now;
      image.show();
    } else {
      image.setProcessor(now.getProcessor());
    }
    shown = System.nanoTime();
  }

  /** Takes the window away: the result has one of its own. */
  void close() {
    if (image != null) {
      image.changes = false;
      image.close();
    }
  }
}
