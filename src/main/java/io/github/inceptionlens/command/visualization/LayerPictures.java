package io.github.inceptionlens.command.visualization;

import ij.ImagePlus;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.map.Montage;
import io.github.inceptionlens.image.result.PictureStack;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.network.architecture.EntryLabels;
import io.github.inceptionlens.visualization.feature.UnitGallery;
import io.github.inceptionlens.visualization.feature.UnitGallery.Portrait;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A gallery of a layer's channels as ImageJ shows it: a stack, a montage, and what is missing. */
final class LayerPictures {

  private static final int CAPTION = 92;
  private static final int LABELED_CAPTION = 160;

  private final String title;
  private final EntryLabels labels;
  private final int asked;
  private final UnitGallery gallery;
  private final List<Portrait> portraits;
  private final Provenance provenance;

  /**
   * @param labels the network's texts of units
   * @param asked how many units there should be
   * @param provenance network, version and macro line
   * @throws UserError when there is no picture at all
   */
  LayerPictures(
      final Layer layer,
      final EntryLabels labels,
      final int asked,
      final UnitGallery gallery,
      final Provenance provenance) {
    this.labels = labels;
    this.title = "Visualizations of " + layer.name();
    this.asked = asked;
    this.gallery = gallery;
    this.portraits = gallery.portraits();
    this.provenance = provenance.with("layer", layer.name()).with(gallery.provenance());
    if (portraits.isEmpty()) {
      throw new UserError(
          "no channel can be shown: "
              + (gallery.failures().isEmpty()
                  ? "it was stopped before the first was finished"
                  : gallery.failures().get(0)));
    }
  }

  /** The RGB stack, a slice per channel. */
  ImagePlus image() {
    return new PictureStack(
            portraits.stream().map(one -> one.frame().picture()).toList(),
            portraits.stream().map(this::label).toList())
        .image(title, provenance);
  }

  private String label(final Portrait one) {
    return labels.described(one.unit()) + " value " + value(one);
  }

  private static String value(final Portrait one) {
    return String.format(Locale.ROOT, "%.4g", one.frame().value());
  }

  /** All pictures side by side, with captions. */
  ImagePlus montage() {
    final int size = (int) portraits.get(0).frame().picture().dimension(0);
    final Montage montage =
        new Montage(size, size, caption(labels, portraits.stream().map(Portrait::unit)), 2);
    portraits.forEach(
        one -> montage.add(one.frame().picture(), labels.described(one.unit()), value(one)));
    final int columns = (int) Math.ceil(Math.sqrt(montage.size()));
    final ImagePlus image = montage.image("Montage of " + title, columns);
    ResultImages.describe(image, provenance);
    return image;
  }

  private static int caption(final EntryLabels labels, final Stream<Unit> units) {
    return units.map(labels::of).anyMatch(Optional::isPresent) ? LABELED_CAPTION : CAPTION;
  }

  /** The montage while pictures are still made. */
  static ImagePlus growing(
      final Layer layer,
      final EntryLabels labels,
      final List<Unit> units,
      final int size,
      final Map<Unit, Picture> pictures) {
    final Montage montage = new Montage(size, size, caption(labels, units.stream()), 1);
    for (final Unit unit : units) {
      if (pictures.containsKey(unit)) {
        montage.add(pictures.get(unit), labels.described(unit));
      } else {
        montage.addNothing(labels.described(unit), "", "");
      }
    }
    return montage.image(
        "Growing visualizations of " + layer.name(), (int) Math.ceil(Math.sqrt(units.size())));
  }

  /** What a reader must know before looking at the pictures. */
  List<String> notes() {
    final List<String> notes = new ArrayList<>();
    gallery.failures().forEach(failure -> notes.add("Visualize Layer: " + failure));
    if (gallery.interrupted()) {
      notes.add(
          String.format(
              Locale.ROOT,
              "Visualize Layer: stopped with %d of %d channels; the same command goes on from there",
              portraits.size(),
              asked));
    }
    return notes;
  }
}
