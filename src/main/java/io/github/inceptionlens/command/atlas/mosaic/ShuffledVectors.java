package io.github.inceptionlens.command.atlas.mosaic;

import io.github.inceptionlens.atlas.embedding.SampleEmbedding;
import io.github.inceptionlens.collection.sample.ActivationSample;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.weights.format.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What an atlas would show if channels knew nothing of each other. */
final class ShuffledVectors {

  private ShuffledVectors() {}

  /**
   * The embedding of the same values, those of each channel dealt out anew among the vectors.
   *
   * @throws UserError when there is no room on the disk
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  static SampleEmbedding of(
      final SampleEmbedding embedded, final long seed, final Progress progress) {
    final int channels = embedded.sample().channels();
    final float[] vectors = embedded.sample().rows(embedded.rows());
    final SplittableRandom dice = new SplittableRandom(seed);
    for (int channel = 0; channel < channels; channel++) {
      shuffle(vectors, channel, channels, dice);
    }
    final TensorSpec spec = new TensorSpec("vectors", List.of(vectors.length / channels, channels));
    try {
      final Path file = Files.createTempFile("shuffled", ".safetensors");
      file.toFile().deleteOnExit();
      final Map<String, String> said = Map.of("layer", embedded.sample().layer());
      Files.write(file, SafetensorsWriter.exact(Map.of(spec, vectors), said));
      return SampleEmbedding.of(
          ActivationSample.open(file),
          "vectors of shuffled data",
          embedded.made().embedding().request(),
          progress);
    } catch (final IOException e) {
      throw new UserError("shuffled data cannot be kept for a while: " + e.getMessage(), e);
    }
  }

  private static void shuffle(
      final float[] vectors, final int channel, final int channels, final SplittableRandom dice) {
    for (int i = vectors.length / channels - 1; i > 0; i--) {
      final int one = i * channels + channel;
      final int other = dice.nextInt(i + 1) * channels + channel;
      final float held = vectors[one];
      vectors[one] = vectors[other];
      vectors[other] = held;
    }
  }
}
