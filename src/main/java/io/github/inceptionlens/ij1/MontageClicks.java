package io.github.inceptionlens.ij1;

import ij.ImagePlus;
import ij.gui.ImageCanvas;
import io.github.inceptionlens.command.window.WindowPlacement;
import io.github.inceptionlens.image.place.CropPlaces;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;

/** A double click on a crop of a montage leads back to the place that it shows. */
final class MontageClicks extends MouseAdapter {

  private final ImagePlus montage;
  private final CropPlaces places;

  private MontageClicks(final ImagePlus montage, final CropPlaces places) {
    this.montage = montage;
    this.places = places;
  }

  /** Listens to the window of a picture that has crops of images; others are left alone. */
  static void listen(final ImagePlus picture) {
    final ImageCanvas canvas = picture.getCanvas();
    if (canvas != null) {
      CropPlaces.of(picture)
          .ifPresent(places -> canvas.addMouseListener(new MontageClicks(picture, places)));
    }
  }

  @Override
  public void mouseClicked(final MouseEvent event) {
    if (event.getClickCount() == 2) {
      final ImageCanvas canvas = (ImageCanvas) event.getSource();
      places
          .at(montage, canvas.offScreenX(event.getX()), canvas.offScreenY(event.getY()))
          .ifPresent(
              crop ->
                  TableRows.start(
                      places.crops().get(crop).place(),
                      WindowPlacement.beside(Optional.of(montage))));
    }
  }
}
