package io.github.inceptionlens.weights.dictionary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.network.edit.DictionaryNames;
import io.github.inceptionlens.network.edit.Nonlinearity;
import io.github.inceptionlens.weights.format.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DictionaryStoreTest {

  private static final Dictionary.Home HOME = new Dictionary.Home("mixed4c", "textures", "ab12");

  @TempDir private Path folder;

  private DictionaryStore store;

  @BeforeEach
  void open() {
    store = new DictionaryStore(folder.resolve("kept"));
  }

  private static Dictionary dictionary(final String name) {
    return new Dictionary(
        name,
        HOME,
        new float[] {1, 2, 3, -4, 5, 6.5f},
        new float[] {0.25f, -1},
        Nonlinearity.topK(1),
        Optional.of(new float[] {6, 5, 4, 3, 2, 1}),
        new float[] {1, 0, -1},
        2.5f,
        List.of("spindle", "edge, \"dark\""),
        Map.of("origin", "a test", "license", "CC0"));
  }

  @Test
  void whatIsKeptIsReadAgain() {
    assertThat(store.names()).isEmpty();
    store.keep(dictionary("mine"), false);
    final Dictionary read = store.read("mine");
    final Dictionary kept = dictionary("mine");
    assertThat(read.home()).isEqualTo(HOME);
    assertThat(read.encoder()).isEqualTo(kept.encoder());
    assertThat(read.bias()).isEqualTo(kept.bias());
    assertThat(read.decoder())
        .hasValueSatisfying(back -> assertThat(back).isEqualTo(kept.decoder().orElseThrow()));
    assertThat(read.center()).isEqualTo(kept.center());
    assertThat(read.nonlinearity()).isEqualTo(Nonlinearity.topK(1));
    assertThat(read.labels()).isEqualTo(kept.labels());
    assertThat(read.notes()).isEqualTo(kept.notes());
    assertThat(read.scale()).isEqualTo(2.5f);
    assertThat(store.names()).containsExactly("mine");
  }

  @Test
  void aNameThatExistsIsRefusedUnlessReplaced() {
    store.keep(dictionary("mine"), false);
    assertThatThrownBy(() -> store.keep(dictionary("mine"), false))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there is such a dictionary already");
    store.keep(dictionary("mine"), true);
    store.rename("mine", "other", false);
    assertThat(store.names()).containsExactly("other");
    store.remove("other");
    assertThatThrownBy(() -> store.remove("other")).hasMessageContaining("no dictionary is here");
    assertThat(folder.resolve("kept")).isEmptyDirectory();
  }

  @Test
  void exportsAreTheFilesThatAreImported() throws IOException {
    store.keep(dictionary("mine"), false);
    final Path file = folder.resolve("out.safetensors");
    store.export("mine", file, false);
    assertThat(DictionaryFile.bytes(store.readFile(file, "again")))
        .isEqualTo(DictionaryFile.bytes(dictionary("mine")))
        .isEqualTo(Files.readAllBytes(file));
    assertThatThrownBy(() -> store.export("mine", file, false)).hasMessageContaining("exists");
  }

  @Test
  void aFileCutAnywhereIsRefusedInASentence() throws IOException {
    final byte[] whole = DictionaryFile.bytes(dictionary("mine"));
    final Path file = folder.resolve("cut.safetensors");
    for (int length = 1; length < whole.length; length += 7) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> store.readFile(file, "mine"))
          .as("%d of %d bytes", length, whole.length)
          .isInstanceOf(UserError.class);
    }
  }

  private void assertRefused(
      final Map<TensorSpec, float[]> tensors,
      final String key,
      final String text,
      final String because)
      throws IOException {
    final Map<String, String> metadata =
        new LinkedHashMap<>(
            Map.of("layer", "mixed4c", "network", "x", "digest", "ab", "nonlinearity", "none"));
    metadata.put(key, text);
    metadata.values().removeIf(String::isEmpty);
    final Path file = folder.resolve("wrong.safetensors");
    Files.write(file, SafetensorsWriter.exact(tensors, metadata));
    assertThatThrownBy(() -> store.readFile(file, "mine"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(because);
  }

  @Test
  void wrongContentsAreNamed() throws IOException {
    final TensorSpec encoder = new TensorSpec("encoder", List.of(2, 3));
    final TensorSpec bias = new TensorSpec("bias", List.of(2));
    final Map<TensorSpec, float[]> right = Map.of(encoder, new float[6], bias, new float[2]);
    assertRefused(right, "layer", "", "has no \"layer\" in its metadata");
    assertRefused(right, "nonlinearity", "gelu", "expected none, relu, top-8 or threshold");
    assertRefused(right, "labels", "[\"one\"]", "no list of 2 texts");
    assertRefused(right, "labels", "{", "no list of texts");
    assertRefused(Map.of(encoder, new float[6]), "origin", "x", "has no tensor bias");
    assertRefused(
        Map.of(encoder, new float[6], new TensorSpec("bias", List.of(3)), new float[3]),
        "origin",
        "x",
        "has bias with shape [3], expected [2]");
    assertRefused(
        Map.of(encoder, new float[6], bias, new float[] {1, Float.NaN}),
        "origin",
        "x",
        "only finite numbers");
    assertRefused(
        Map.of(
            encoder,
            new float[6],
            bias,
            new float[2],
            new TensorSpec("w", List.of(1)),
            new float[1]),
        "origin",
        "x",
        "holds tensor \"w\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "inception4c",
        "conv1",
        "mixed4c",
        "mixed4c_mine",
        "top",
        "class",
        "ROI",
        "input",
        "strongest",
        "all",
        "textures",
        "direction",
        "inception_4c",
        "a_pre_relu",
        "a_decoded",
        "a_unedited",
        "4a",
        "a-b",
        "",
        "ä"
      })
  void namesThatMeanSomethingElseAreNone(final String name) {
    assertThat(DictionaryNames.isName(name)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mydict", "A", "mixed4", "pca_8", "topper"})
  void otherWordsAreNames(final String name) {
    assertThat(DictionaryNames.isName(name)).isTrue();
  }
}
