package io.github.inceptionlens.command.dictionary;

import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.sample.ActivationSample;
import io.github.inceptionlens.collection.sample.SampleFrom;
import io.github.inceptionlens.collection.sample.SampleRequest;
import io.github.inceptionlens.collection.sample.Samples;
import io.github.inceptionlens.command.PictureLimit;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.weights.format.FloatEncoding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * The vectors that a dictionary is learned from, or that are embedded.
 *
 * @param sample read through its map
 * @param key what it is, so that the same training is found again
 * @param words where it is from
 */
public record LearnedSample(ActivationSample sample, String key, String words) {

  /** So many vectors of images are taken at about most. */
  static final int MOST = 250_000;

  /**
   * A user's file.
   *
   * @throws UserError when it is no sample of the layer
   */
  public static LearnedSample of(final Path file, final InceptionV1 network, final Layer layer) {
    try {
      final ActivationSample sample = ActivationSample.open(file);
      sample.requireOf(network, layer);
      final String state = Files.size(file) + " " + Files.getLastModifiedTime(file);
      return new LearnedSample(
          sample,
          file.toAbsolutePath() + " " + state,
          counted(sample.size(), "vector") + " of the sample " + file);
    } catch (final IOException e) {
      throw new UserError("sample is \"" + file + "\", which cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * The pictures that a user names, every slice of each image, within the selection.
   *
   * @throws UserError when there are none
   */
  public static ImageCollection<InputPicture> pictures(
      final String images, final String limit, final Layer layer, final long seed) {
    return UserImages.named(
            "images", images, one -> ImageInput.inside(one, UserImages.SLICES, layer))
        .limited(PictureLimit.of(limit), seed);
  }

  /**
   * Vectors of images, by chance where there are many; they are kept, so that another training
   * needs no second look.
   *
   * @param margin places nearer than so many units to the layer's border are left out
   */
  static LearnedSample of(
      final ImageCollection<InputPicture> images,
      final InceptionV1 network,
      final Layer layer,
      final int margin,
      final long seed,
      final Progress progress) {
    final int perPicture = Math.max(1, MOST / Math.max(1, images.images().size()));
    return of(
        images,
        network,
        layer,
        new SampleRequest(perPicture, SampleFrom.RANDOM, margin, seed, FloatEncoding.F32),
        progress);
  }

  /** The same, so many of each picture. */
  public static LearnedSample of(
      final ImageCollection<InputPicture> images,
      final InceptionV1 network,
      final Layer layer,
      final SampleRequest request,
      final Progress progress) {
    final ActivationSample sample =
        Samples.standard().of(images, network, layer, request, "", progress);
    final String words =
        String.format(
            Locale.ROOT,
            "%s of %s (%s)",
            counted(sample.size(), "vector"),
            counted(images.look().pictures(), "picture"),
            images.name());
    return new LearnedSample(sample, Samples.key(network, layer, images, request, ""), words);
  }

  private static String counted(final long count, final String noun) {
    return String.format(Locale.ROOT, "%,d %s%s", count, noun, count == 1 ? "" : "s");
  }
}
