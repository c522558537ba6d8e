package io.github.inceptionlens.command.atlas;

import io.github.inceptionlens.atlas.embedding.SampleEmbedding;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.sample.ActivationSample;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.image.input.ImageInput;

/** The pictures that embedded vectors are from, to be looked at again. */
public final class EmbeddedPictures {

  private static final String OPEN = "open";

  private EmbeddedPictures() {}

  /**
   * The images that the embedding's sample was drawn from: files where they lie, open images by
   * their titles.
   *
   * @param layer that the vectors are of
   * @throws UserError when the sample does not say, or not one image is there any more
   */
  public static ImageCollection<InputPicture> of(
      final SampleEmbedding embedded, final Layer layer) {
    final ActivationSample sample = embedded.sample();
    final String from = sample.metadata().getOrDefault("collection", "");
    if (from.isBlank()) {
      throw new UserError(
          "the sample \""
              + sample.file()
              + "\" does not say which images it is from: make one with Sample Activations...");
    }
    final String text = UserImages.isOfFiles(from) ? from : OPEN;
    return UserImages.named(
        "embedding", text, one -> ImageInput.inside(one, UserImages.SLICES, layer));
  }
}
