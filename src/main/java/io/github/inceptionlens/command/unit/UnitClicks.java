package io.github.inceptionlens.command.unit;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageCanvas;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.image.input.OpenImages;
import io.github.inceptionlens.image.place.CropPlaces;
import io.github.inceptionlens.image.place.ShownUnits;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.network.architecture.Architecture;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.JPopupMenu;

/**
 * Units in a picture lead on: a double click opens the report, the other button all that can be
 * done with a unit; crops beside it lead to their own places. What is done is done on the user's
 * own image, the one opened last.
 */
public final class UnitClicks extends MouseAdapter {

  private final ImagePlus picture;
  private final ShownUnits places;
  private final Optional<CropPlaces> crops;

  private UnitClicks(final ImagePlus picture, final ShownUnits places) {
    this.picture = picture;
    this.places = places;
    crops = CropPlaces.of(picture);
  }

  /** Listens to the window of a picture that shows units; others are left alone. */
  public static void listen(final ImagePlus picture) {
    final ImageCanvas canvas = picture.getCanvas();
    if (canvas != null) {
      ShownUnits.of(picture)
          .ifPresent(
              places -> {
                final UnitClicks clicks = new UnitClicks(picture, places);
                canvas.addMouseListener(clicks);
                canvas.addMouseMotionListener(clicks);
              });
    }
  }

  /** What a double click on a unit does: its report; for a class, which has none, its picture. */
  static UnitActions action(final ShownUnits places, final Unit unit) {
    return unit.layer().equals(Architecture.LOGITS)
        ? UnitActions.visualize(places.network(), unit)
        : actions(places, unit).get(0);
  }

  private static List<UnitActions> actions(final ShownUnits places, final Unit unit) {
    return UnitActions.of(places.network(), unit).stream()
        .map(
            one ->
                one.equals(UnitActions.report(places.network(), unit)) && !places.images().isEmpty()
                    ? one.onImages(places.images())
                    : one)
        .toList();
  }

  private static Optional<ImagePlus> image() {
    return OpenImages.all().stream()
        .filter(image -> !ResultImages.isOwn(image))
        .reduce((before, last) -> last);
  }

  private Optional<Unit> unit(final MouseEvent event) {
    final ImageCanvas canvas = (ImageCanvas) event.getSource();
    final int x = canvas.offScreenX(event.getX());
    final int y = canvas.offScreenY(event.getY());
    return places
        .at(picture, x, y)
        .filter(unit -> crops.flatMap(all -> all.at(picture, x, y)).isEmpty());
  }

  @Override
  public void mouseMoved(final MouseEvent event) {
    final Optional<Unit> unit = unit(event);
    ((ImageCanvas) event.getSource()).disablePopupMenu(unit.isPresent());
    unit.ifPresent(one -> IJ.showStatus(one + ": double-click for its report"));
  }

  @Override
  public void mouseClicked(final MouseEvent event) {
    if (event.getClickCount() == 2) {
      unit(event).ifPresent(unit -> action(places, unit).start(image()));
    }
  }

  @Override
  public void mousePressed(final MouseEvent event) {
    offer(event);
  }

  @Override
  public void mouseReleased(final MouseEvent event) {
    offer(event);
  }

  private void offer(final MouseEvent event) {
    if (event.isPopupTrigger()) {
      unit(event).ifPresent(unit -> menu(unit, event));
    }
  }

  private void menu(final Unit unit, final MouseEvent event) {
    final JPopupMenu menu =
        UnitMenu.of(
            actions(places, unit), event.getComponent().getFont(), image(), () -> copy(unit));
    menu.setLightWeightPopupEnabled(false);
    menu.show(event.getComponent(), event.getX(), event.getY());
  }

  private static void copy(final Unit unit) {
    final StringSelection text = new StringSelection(unit.toString());
    Toolkit.getDefaultToolkit().getSystemClipboard().setContents(text, text);
  }
}
