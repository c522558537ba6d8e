package io.github.inceptionlens.command.trace;

import ij.ImagePlus;
import ij.gui.Roi;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.image.input.OpenImages;
import java.util.Locale;
import java.util.Optional;

/**
 * What the units outside of a circuit are held at, as users write it.
 *
 * @param images whose means are taken; empty for none
 * @param counterfactual the title or path of a picture whose values are taken; empty for none
 */
record ReferenceChoice(String images, String counterfactual) {

  /** Refuses both at once. */
  ReferenceChoice {
    if (!images.isBlank() && !counterfactual.isBlank()) {
      throw new UserError(
          "reference and counterfactual are both given, but a unit is held at one value: its mean"
              + " over reference, or its values on counterfactual; leave one of them empty");
    }
  }

  /** Whether means over images are taken. */
  boolean isMean() {
    return !images.isBlank();
  }

  /**
   * The images whose means are taken, each as the analyzed image is seen.
   *
   * @throws UserError when there are none
   */
  ImageCollection<InputPicture> collection(final InputRequest request) {
    final InputRequest all =
        new InputRequest(request.fit(), request.scale(), request.range(), true);
    return UserImages.named("reference", images, image -> ImageInput.of(image, all));
  }

  /**
   * The same region of the other picture.
   *
   * @return nothing where none is named
   * @throws UserError when there is no such picture, or it has another size
   */
  Optional<ImageInput> other(
      final ImagePlus image, final ImageInput input, final InputRequest request) {
    return counterfactual.isBlank()
        ? Optional.empty()
        : Optional.of(seenAlike(named(image), input, request));
  }

  private ImagePlus named(final ImagePlus image) {
    final ImagePlus other =
        OpenImages.named("counterfactual", counterfactual, image)
            .orElseThrow(
                () ->
                    new UserError(
                        "counterfactual is \""
                            + counterfactual.strip()
                            + "\", expected the title of another open image, or the path of one"));
    if (other.getWidth() != image.getWidth() || other.getHeight() != image.getHeight()) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "counterfactual is \"%s\" with %d x %d pixels, but the image has %d x %d: give one of"
                  + " the same size",
              counterfactual.strip(),
              other.getWidth(),
              other.getHeight(),
              image.getWidth(),
              image.getHeight()));
    }
    return other;
  }

  private static ImageInput seenAlike(
      final ImagePlus other, final ImageInput input, final InputRequest request) {
    if (input.region().equals(input.image())) {
      return ImageInput.whole(other, request);
    }
    final ImagePlus selected = (ImagePlus) other.clone();
    selected.setRoi(new Roi(input.region()), false);
    return ImageInput.of(selected, request);
  }

  /** A sentence where both pictures were not seen alike. */
  static Optional<String> warning(final ImageInput input, final ImageInput other) {
    return input.range().equals(other.range())
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "\"%s\" was seen in the range %s, but the counterfactual \"%s\" in %s: give one"
                    + " range for both, such as range=0-255",
                input.title(),
                input.range(),
                other.title(),
                other.range()));
  }
}
