package io.github.inceptionlens.command;

import ij.ImagePlus;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.network.architecture.Training;

/** What the titles of results say. */
public final class ResultTitles {

  private ResultTitles() {}

  /** Says in the title which network made a result, unless it is the bundled one. */
  public static void nameNetwork(final ImagePlus image) {
    final String network = image.getProp(ResultImages.PROPERTY_PREFIX + "network");
    if (network == null || network.equals(Training.TEXTURES.name())) {
      return;
    }
    final String ending = " (" + network + ")";
    if (!image.getTitle().contains(ending)) {
      image.setTitle(ResultImages.unique(image.getTitle() + ending));
    }
  }
}
