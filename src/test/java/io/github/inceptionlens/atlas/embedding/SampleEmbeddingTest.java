package io.github.inceptionlens.atlas.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.collection.sample.ActivationSample;
import io.github.inceptionlens.collection.sample.KeptEmbedding;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.weights.format.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Embeddings of samples, and what is kept of them. */
final class SampleEmbeddingTest {

  private static final int CHANNELS = 8;
  private static final EmbeddingRequest REQUEST =
      new EmbeddingRequest(EmbeddingMethod.UMAP, 10, 0.05, VectorMetric.COSINE, 3);

  @TempDir private Path folder;

  private ActivationSample sample(final float[] vectors) throws IOException {
    final Path file = folder.resolve(vectors.length + ".safetensors");
    return ActivationSample.open(
        Files.write(
            file,
            SafetensorsWriter.exact(
                Map.of(
                    new TensorSpec("vectors", List.of(vectors.length / CHANNELS, CHANNELS)),
                    vectors),
                Map.of("layer", "mixed3a"))));
  }

  @Test
  void whatWasKeptIsTheSame() throws IOException {
    final ActivationSample sample = sample(PlantedVectors.clusters(3, 90, CHANNELS, 1));
    final SampleEmbedding made = SampleEmbedding.of(sample, "90 vectors", REQUEST, Progress.NONE);
    final SampleEmbedding kept = SampleEmbedding.of(sample, made.kept()).orElseThrow();
    assertThat(kept.made().quality()).isEqualTo(made.made().quality());
    assertThat(kept.made().ofPca()).isEqualTo(made.made().ofPca());
    assertThat(kept.made().embedding().request()).isEqualTo(REQUEST);
    assertThat(kept.made().embedding().points()).isEqualTo(made.made().embedding().points());
    assertThat(kept.made().embedding().order()).isEqualTo(made.made().embedding().order());
    assertThat(kept.rows()).isEqualTo(made.rows());
    assertThat(kept.notes()).isEqualTo(made.notes()).isEmpty();
    final float[] own = kept.made().embedding().place(sample.row(17), Progress.NONE);
    assertThat(own).isEqualTo(Arrays.copyOfRange(made.made().embedding().points(), 34, 36));
  }

  @Test
  void vectorsWithoutADirectionAreLeftOutAndSaid() throws IOException {
    final float[] vectors = PlantedVectors.clusters(3, 90, CHANNELS, 1);
    Arrays.fill(vectors, 0, 2 * CHANNELS, 0);
    final ActivationSample sample = sample(vectors);
    final SampleEmbedding made = SampleEmbedding.of(sample, "90 vectors", REQUEST, Progress.NONE);
    assertThat(made.rows()).hasSize(88).startsWith(2, 3).doesNotContain(0, 1);
    assertThat(made.notes())
        .containsExactly(
            "2 of 90 vectors are 0 in every channel, so that they have no direction to compare, and"
                + " are left out");
    assertThat(SampleEmbedding.of(sample, made.kept()).orElseThrow().notes())
        .isEqualTo(made.notes());
    assertThat(
            SampleEmbedding.of(
                    sample,
                    "90 vectors",
                    new EmbeddingRequest(EmbeddingMethod.UMAP, 10, 0, VectorMetric.EUCLIDEAN, 0),
                    Progress.NONE)
                .rows())
        .hasSize(90);
  }

  @Test
  void whatIsOfAnotherSampleOrDamagedIsNotTaken() throws IOException {
    final ActivationSample sample = sample(PlantedVectors.clusters(3, 90, CHANNELS, 1));
    final KeptEmbedding kept =
        SampleEmbedding.of(sample, "90 vectors", REQUEST, Progress.NONE).kept();
    final ActivationSample other = sample(PlantedVectors.clusters(3, 50, CHANNELS, 1));
    assertThat(SampleEmbedding.of(other, kept)).isEmpty();
    assertThat(
            SampleEmbedding.of(
                sample, new KeptEmbedding(kept.rows(), kept.order(), kept.points(), Map.of())))
        .isEmpty();
  }

  @Test
  void tooFewAreRefusedWithTheirCounts() throws IOException {
    final ActivationSample sample = sample(PlantedVectors.clusters(3, 10, CHANNELS, 1));
    assertThatThrownBy(
            () -> SampleEmbedding.of(sample, "10 vectors of 10 pictures", REQUEST, Progress.NONE))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "there are too few vectors to embed (10 vectors of 10 pictures): neighbors=10 needs 11 or"
                + " more, so choose neighbors up to 9, more images or a larger per_picture");
  }
}
