package io.github.inceptionlens.collection.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.weights.cache.FileCache;
import io.github.inceptionlens.weights.cache.NamedFiles;
import io.github.inceptionlens.weights.format.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Embeddings that are found again. */
final class EmbeddingsTest {

  private static final KeptEmbedding EMBEDDING =
      new KeptEmbedding(
          new long[] {3, 1, 4},
          new int[] {2, 0, 1},
          new float[] {0.5f, -1, 2, 3.25f, -4, 5},
          Map.of("embedding_seed", "7"));

  @TempDir private Path folder;

  private Embeddings all;
  private ActivationSample sample;

  @BeforeEach
  void start() throws IOException {
    all =
        new Embeddings(
            new FileCache(folder.resolve("kept"), ".safetensors", 10, 1 << 20),
            new NamedFiles(
                folder.resolve("named"), "embedding", "embeddings", name -> !name.isEmpty()));
    sample =
        ActivationSample.open(
            Files.write(
                folder.resolve("sample.safetensors"),
                SafetensorsWriter.exact(
                    Map.of(
                        new TensorSpec("vectors", List.of(5, 2)),
                        new float[] {0, 1, 10, 11, 20, 21, 30, 31, 40, 41}),
                    Map.of("layer", "mixed3a", "collection", "/data"))));
  }

  private static void assertSame(final KeptEmbedding one, final long... rows) {
    assertThat(one.rows()).isEqualTo(rows);
    assertThat(one.order()).isEqualTo(EMBEDDING.order());
    assertThat(one.points()).isEqualTo(EMBEDDING.points());
    assertThat(one.texts()).containsAllEntriesOf(EMBEDDING.texts());
  }

  @Test
  void whatWasKeptIsReadAsItWas() {
    final String key = Embeddings.key("sample", "request");
    assertThat(all.find(key)).isEmpty();
    all.keep(key, EMBEDDING);
    assertSame(all.find(key).orElseThrow(), 3, 1, 4);
    assertThat(all.find(Embeddings.key("sample", "another request"))).isEmpty();
    assertThat(all.find(Embeddings.key("another sample", "request"))).isEmpty();
    assertThat(all.names()).isEmpty();
  }

  @Test
  void whatHasANameIsASampleItself() {
    all.keep("mine", "key", EMBEDDING, sample, false);
    assertThat(all.names()).containsExactly("mine");
    assertSame(all.find("mine", "key").orElseThrow(), 3, 1, 4);
    assertThat(all.find("mine", "another key")).isEmpty();
    assertThat(all.find("other", "key")).isEmpty();
    assertSame(all.read("mine"), 0, 1, 2);
    final ActivationSample own = all.sample("mine");
    assertThat(own.size()).isEqualTo(3);
    assertThat(own.row(0)).containsExactly(30, 31);
    assertThat(own.row(1)).containsExactly(10, 11);
    assertThat(own.row(2)).containsExactly(40, 41);
    assertThat(own.layer()).isEqualTo("mixed3a");
    assertThat(own.metadata()).containsEntry("collection", "/data");
    all.remove("mine");
    assertThat(all.names()).isEmpty();
  }

  @Test
  void aNameThatIsTakenIsReplacedOnlyWhereThatIsAsked() {
    all.keep("mine", "key", EMBEDDING, sample, false);
    assertThatThrownBy(() -> all.keep("mine", "second", EMBEDDING, sample, false))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "name is \"mine\", but there is such an embedding already: choose another name, or"
                + " replace it");
    all.keep("mine", "second", EMBEDDING, sample, true);
    assertThat(all.find("mine", "second")).isPresent();
    assertThatThrownBy(() -> all.read("yours"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("the embeddings here are mine");
  }

  /** A file that is cut short, or no embedding, counts as none. */
  @Test
  void whatIsDamagedIsNotFound() throws IOException {
    all.keep("mine", "key", EMBEDDING, sample, false);
    final byte[] whole = Files.readAllBytes(all.file("mine"));
    for (int bytes = 0; bytes < whole.length; bytes += 37) {
      Files.write(all.file("mine"), Arrays.copyOf(whole, bytes));
      assertThat(all.find("mine", "key")).isEmpty();
    }
    Files.copy(sample.file(), all.file("mine"), StandardCopyOption.REPLACE_EXISTING);
    assertThatThrownBy(() -> all.read("mine"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("it is no embedding");
  }

  @Test
  void nothingUnfinishedIsLeft() throws IOException {
    all.keep("mine", "key", EMBEDDING, sample, false);
    try (Stream<Path> files = Files.list(folder.resolve("named"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void aNameIsLettersDigitsAndUnderscores() {
    Embeddings.requireName("my_atlas2");
    for (final String wrong : List.of("", "2nd", "a b", "../x", "x".repeat(41))) {
      assertThatThrownBy(() -> Embeddings.requireName(wrong))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("a letter and up to 39 letters, digits and underscores");
    }
  }
}
