package io.github.inceptionlens.command.activation;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import io.github.inceptionlens.activation.ChannelContrast.Comparison;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.display.Luts;
import io.github.inceptionlens.image.map.Montage;
import io.github.inceptionlens.image.overlay.ActivationLayer;
import io.github.inceptionlens.image.result.PictureStack;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.architecture.EntryLabels;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One picture of what fires at a place: the image with the selection, and for each channel its
 * overlay above what it looks for.
 */
final class FiringPicture {

  private static final int SIDE = 192;
  private static final int MOST_COLUMNS = 6;
  private static final double OPACITY = 60;

  private final String title;
  private final ReducedPicture small;
  private final Optional<Roi> selection;
  private final List<Comparison> channels;
  private final EntryLabels labels;
  private final List<ColorProcessor> overlays = new ArrayList<>();

  /**
   * @param picture the image as the network sees it
   * @param map of the layer on that picture
   * @param labels the network's texts of units
   */
  FiringPicture(
      final ImagePlus image,
      final Picture picture,
      final FeatureMap map,
      final List<Comparison> channels,
      final EntryLabels labels) {
    title = "What fires here in " + image.getShortTitle();
    this.channels = channels;
    this.labels = labels;
    small =
        ReducedPicture.of(
            title, picture, Placement.identity(picture.width(), picture.height()), SIDE, 1);
    selection = small.selection(image);
    channels.forEach(one -> overlays.add(overlay(one.unit(), map, small.placement())));
  }

  private ColorProcessor overlay(final Unit unit, final FeatureMap map, final Placement placement) {
    final MapStack drawn =
        new MapStack(
            placement.width(),
            placement.height(),
            List.of(
                Registration.SMOOTH.place(map.channel(unit.channel()), map.geometry(), placement)));
    final ActivationLayer.Look look =
        ActivationLayer.Look.of(Luts.inferno(), OPACITY, DisplayRange.AUTO).bar(false);
    return flattened(
        ActivationLayer.of(small.input(), drawn, labels.described(unit), look, Provenance.EMPTY)
            .over(new Overlay()));
  }

  private ColorProcessor flattened(final Overlay overlay) {
    selection.ifPresent(overlay::add);
    return small.with(overlay);
  }

  /**
   * The picture with the visualizations that there are.
   *
   * @param visualizations by unit
   */
  ImagePlus image(final Map<Unit, Picture> visualizations) {
    final int columns = Math.min(MOST_COLUMNS, channels.size());
    final Montage montage = new Montage(SIDE, SIDE, SIDE, 2);
    for (int first = 0; first < channels.size(); first += columns) {
      final int end = Math.min(channels.size(), first + columns);
      if (first == 0) {
        montage.add(flattened(new Overlay()), "the image and", "what is selected");
      } else {
        montage.add(blank());
      }
      for (int i = first; i < first + columns; i++) {
        if (i < end) {
          montage.add(
              overlays.get(i), labels.described(channels.get(i).unit()), values(channels.get(i)));
        } else {
          montage.add(blank());
        }
      }
      montage.add(blank(), "below: what each", "channel looks for");
      for (int i = first; i < first + columns; i++) {
        if (i < end) {
          add(montage, channels.get(i).unit(), visualizations);
        } else {
          montage.add(blank());
        }
      }
    }
    return montage.image(title, columns + 1);
  }

  private void add(
      final Montage montage, final Unit unit, final Map<Unit, Picture> visualizations) {
    if (visualizations.containsKey(unit)) {
      final ColorProcessor picture = PictureStack.colors(visualizations.get(unit));
      picture.setInterpolationMethod(ImageProcessor.BILINEAR);
      montage.add(
          (ColorProcessor) picture.resize(SIDE, SIDE, false), "looks for", labels.described(unit));
    } else {
      montage.addNothing("looks for", labels.described(unit), "");
    }
  }

  private static ColorProcessor blank() {
    final ColorProcessor white = new ColorProcessor(1, 1);
    white.setColor(Color.WHITE);
    white.fill();
    return white;
  }

  private static String values(final Comparison one) {
    return String.format(Locale.ROOT, "here %.3g, elsewhere %.3g", one.here(), one.elsewhere());
  }
}
