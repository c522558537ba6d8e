package io.github.inceptionlens.weights.variant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.network.edit.Nonlinearity;
import io.github.inceptionlens.weights.dictionary.DictionaryFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariantStoreTest {

  @TempDir private Path folder;

  private static Dictionary dictionary() {
    return new Dictionary(
        "mydict",
        new Dictionary.Home("mixed4c", "textures", "abc"),
        new float[] {1, 2, 3, 4, 5, 6},
        new float[] {7, 8},
        Nonlinearity.above(new float[] {0.5f, 1.5f}),
        Optional.of(new float[] {6, 5, 4, 3, 2, 1}),
        new float[] {1, 0, 1},
        2,
        List.of("spindle", ""),
        Map.of("origin", "by hand"));
  }

  @Test
  void whatIsKeptIsReadBack() {
    final VariantStore store = new VariantStore(folder.resolve("none-yet"));
    assertThat(store.names()).isEmpty();
    final Variant variant =
        new Variant("one", "textures", "abc", "ablate mydict:1", List.of(dictionary()));
    store.keep(variant, false);
    assertThat(store.names()).containsExactly("one");
    final Variant read = store.read("one");
    assertThat(read.parent()).isEqualTo("textures");
    assertThat(read.digest()).isEqualTo("abc");
    assertThat(read.recipe()).isEqualTo("ablate mydict:1");
    assertThat(read.edits()).hasSize(2);
    assertThat(DictionaryFile.bytes(read.dictionaries().get(0)))
        .isEqualTo(DictionaryFile.bytes(dictionary()));
    assertThatThrownBy(() -> store.keep(variant, false))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("there is such a variant already");
    store.remove("one");
    assertThatThrownBy(() -> store.read("one"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("no variant is here yet");
  }

  @Test
  void otherFilesAreNamed() throws IOException {
    final VariantStore store = new VariantStore(folder);
    final Path file = folder.resolve("other.bin");
    Files.writeString(file, "no variant");
    assertThatThrownBy(() -> store.readFile(file, "x"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("other.bin")
        .hasMessageContaining("is no safetensors file");
    Files.write(file, DictionaryFile.bytes(dictionary()));
    assertThatThrownBy(() -> store.readFile(file, "x"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("has no \"parent\" in its metadata, and so is no variant");
  }
}
