package io.github.inceptionlens;

import ij.IJ;
import ij.ImagePlus;
import io.github.inceptionlens.activation.ClassRanking;

/** From an image file to calibrated maps of activations and saliency: the README's program. */
public final class CellsToMap {

  private CellsToMap() {}

  /** Arguments: an image, the file for its maps, the file for its saliency map. */
  public static void main(final String... files) {
    try (InceptionLens lens = InceptionLens.open("textures")) {
      final ImagePlus image = IJ.openImage(files[0]);
      for (final ClassRanking.Score score : lens.classes(image, 3)) {
        System.out.println(score.label() + " " + score.probability());
      }
      IJ.saveAsTiff(lens.activationMaps(image, "mixed4c", "strongest:3"), files[1]);
      IJ.saveAsTiff(lens.saliency(image, "Grad-CAM", "top"), files[2]);
    }
  }
}
