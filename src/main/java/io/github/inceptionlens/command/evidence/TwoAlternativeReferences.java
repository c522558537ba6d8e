package io.github.inceptionlens.command.evidence;

import ij.ImagePlus;
import ij.process.ImageProcessor;
import io.github.inceptionlens.command.natural.Evidence;
import io.github.inceptionlens.command.natural.NaturalCrop;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.result.PictureStack;
import io.github.inceptionlens.visualization.feature.Visualization.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What shows an observer what drives a unit.
 *
 * @param drawn visualizations, or none
 * @param natural crops of the user's own images, or none
 * @param provenance where the visualizations come from, and the network
 */
record TwoAlternativeReferences(List<Frame> drawn, Evidence natural, Provenance provenance) {

  /** All of them side by side, with captions. */
  ImagePlus montage(final Provenance whole) {
    return natural.montage("References for", drawn, whole);
  }

  /**
   * The pictures by kind.
   *
   * @param unit as the observer calls it
   */
  List<TwoAlternativeWindow.References> kinds(final String unit) {
    final List<TwoAlternativeWindow.References> kinds = new ArrayList<>();
    add(kinds, "Drawn to drive " + unit, drawn.stream().map(Frame::picture));
    add(
        kinds,
        "What drives " + unit + " most in your images",
        natural.crops().stream().map(NaturalCrop::pixels));
    return kinds;
  }

  private static void add(
      final List<TwoAlternativeWindow.References> kinds,
      final String title,
      final Stream<Picture> pictures) {
    final List<ImageProcessor> shown = pictures.<ImageProcessor>map(PictureStack::colors).toList();
    if (!shown.isEmpty()) {
      kinds.add(new TwoAlternativeWindow.References(title, shown));
    }
  }
}
