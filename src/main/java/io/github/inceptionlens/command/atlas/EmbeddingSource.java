package io.github.inceptionlens.command.atlas;

import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.sample.SampleRequest;
import io.github.inceptionlens.command.dictionary.LearnedSample;
import io.github.inceptionlens.command.file.TextFiles;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.network.InceptionV1;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The vectors that an embedding is made of, as users name them.
 *
 * @param images as the key {@code images} says it
 * @param sample the file of a sample; empty for images
 * @param limit as the key {@code limit} says it
 * @param drawn which places of images
 */
public record EmbeddingSource(String images, String sample, String limit, SampleRequest drawn) {

  /**
   * What is told to the run that asks.
   *
   * @param isAbout of which files the vectors are
   * @param selects what is selected on an image
   * @param looked which images there were
   */
  public record Facts(
      Consumer<String> isAbout,
      Consumer<Optional<String>> selects,
      Consumer<ImageCollection<?>> looked) {}

  /**
   * The vectors.
   *
   * @throws io.github.inceptionlens.core.UserError when there are none
   */
  public LearnedSample vectors(
      final InceptionV1 network, final Layer read, final Facts facts, final Progress progress) {
    if (!sample.isBlank()) {
      final LearnedSample given = LearnedSample.of(TextFiles.path("sample", sample), network, read);
      NamedEmbedding.collection(given.sample()).ifPresent(facts.isAbout());
      return given;
    }
    final ImageCollection<InputPicture> pictures =
        LearnedSample.pictures(images, limit, read, drawn.seed());
    facts.selects().accept(UserImages.selection(images));
    try {
      return LearnedSample.of(pictures, network, read, drawn, progress);
    } finally {
      facts.looked().accept(pictures);
    }
  }
}
