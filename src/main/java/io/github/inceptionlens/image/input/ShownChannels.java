package io.github.inceptionlens.image.input;

import ij.ImagePlus;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.display.Rendering;
import java.util.Optional;

/** Which of an image's fluorescence channels the network is shown. */
public final class ShownChannels {

  private ShownChannels() {}

  /** In words; nothing of an image with one channel. */
  static Optional<String> of(final ImagePlus image, final Rendering rendering) {
    if (image.getNChannels() < 2) {
      return Optional.empty();
    }
    return Optional.of(
        rendering.merged()
            ? rendering.colors().description()
            : "channel " + image.getChannel() + " alone");
  }

  /** The image, what is selected of it, and what of its channels the network is shown. */
  public static String sentence(final ImagePlus image) {
    final String shown =
        of(image, Rendering.of(image, DisplayRange.AUTO))
            .map(channels -> "; the network is shown: " + channels)
            .orElse("");
    return "\"" + image.getTitle() + "\", " + SelectionText.of(image) + shown;
  }
}
