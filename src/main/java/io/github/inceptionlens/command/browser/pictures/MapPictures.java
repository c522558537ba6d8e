package io.github.inceptionlens.command.browser.pictures;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import io.github.inceptionlens.activation.LayerOverview;
import io.github.inceptionlens.command.activation.ReducedPicture;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.display.Luts;
import io.github.inceptionlens.image.overlay.ActivationLayer;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where units fire on an image, in colors over it as small as it is shown in a cell; drawn when it
 * is asked for.
 */
final class MapPictures implements CellPictures {

  private static final int SIDE = 160;
  private static final double ENLARGED = 4;
  private static final double OPACITY = 60;

  private final LayerOverview overview;
  private final ReducedPicture small;
  private final Optional<Roi> selection;
  private final UnaryOperator<float[]> registered;

  /**
   * @param image whose selection is outlined
   * @param view all of it
   * @param overview of the layer on that view
   */
  MapPictures(final ImagePlus image, final View view, final LayerOverview overview) {
    this.overview = overview;
    final Picture picture = Thumbnail.of(view, 2 * SIDE);
    small =
        ReducedPicture.of(
            image.getTitle(),
            picture,
            Placement.identity(picture.width(), picture.height()),
            SIDE,
            ENLARGED);
    selection = small.selection(image);
    registered = Registration.SMOOTH.onto(overview.geometry(), placement(view));
  }

  /** Where the small picture's pixels lie on what the network saw. */
  private Placement placement(final View view) {
    return new Placement(
        small.width(),
        small.height(),
        (double) view.width() / small.width(),
        (double) view.height() / small.height(),
        0,
        0);
  }

  @Override
  public Optional<BufferedImage> find(final Unit unit) {
    final MapStack drawn =
        new MapStack(
            small.width(),
            small.height(),
            List.of(registered.apply(overview.maps().plane(unit.channel()))));
    final ActivationLayer.Look look =
        ActivationLayer.Look.of(Luts.inferno(), OPACITY, DisplayRange.AUTO).bar(false);
    final Overlay overlay =
        ActivationLayer.of(small.input(), drawn, unit.toString(), look, Provenance.EMPTY)
            .over(new Overlay());
    selection.ifPresent(overlay::add);
    return Optional.of(small.with(overlay).getBufferedImage());
  }
}
