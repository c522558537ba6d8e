package io.github.inceptionlens.weights.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.network.edit.Nonlinearity;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Labels travel with the file, with how they came about, and change nothing else. */
final class LabelHistoryTest {

  private static final String AWKWARD = "dots, \"red\" \\ 'dim'; \u00e4=\u03bb [x] \ud83d\udd2c";

  @TempDir private Path folder;

  private static Dictionary dictionary(final InceptionV1 network) {
    return new Dictionary(
        "mine",
        new Dictionary.Home("conv2d0", network.architecture().name(), network.digest()),
        new float[] {1, 0, 0, 0, 0, -2.5f, 0, 1, 0, 0, 1, 0},
        new float[] {0.25f, -1, 0},
        Nonlinearity.above(new float[] {0.5f, 0, 1}),
        Optional.of(new float[] {6, 5, 4, 3, 2, 1, 0, -1, -2, -3, -4, -5}),
        new float[] {1, 0, -1, 2},
        2.5f,
        List.of("", "by hand", ""),
        Map.of("origin", "a test", "steps", "3000"));
  }

  @Test
  void labelsTravelWithTheFile() {
    try (InceptionV1 network = SmallNetworks.colors()) {
      final DictionaryStore store = new DictionaryStore(folder);
      final Dictionary before = dictionary(network);
      final EntryLabel told = new EntryLabel("nuclei", "labels", 0.9375, 0.25);
      store.keep(
          LabelHistory.labeled(before, Map.of(0, told, 2, EntryLabel.given(AWKWARD, "text"))),
          false);
      final Dictionary after = store.read("mine");
      assertThat(after.labels()).containsExactly("nuclei", "by hand", AWKWARD);
      assertThat(LabelHistory.of(after))
          .isEqualTo(
              Map.of(
                  0,
                  told,
                  1,
                  EntryLabel.given("by hand", ""),
                  2,
                  EntryLabel.given(AWKWARD, "text")));
      assertThat(after.notes()).containsAllEntriesOf(before.notes());
      assertThat(after.encoder()).isEqualTo(before.encoder());
      assertThat(after.decoder().orElseThrow()).isEqualTo(before.decoder().orElseThrow());
      assertThat(after.nonlinearity()).isEqualTo(before.nonlinearity());
      assertThat(after.scale()).isEqualTo(before.scale());
      final Path elsewhere = folder.resolve("sent.safetensors");
      store.export("mine", elsewhere, false);
      final Dictionary sent = store.readFile(elsewhere, "yours");
      assertThat(sent.labels()).isEqualTo(after.labels());
      assertThat(LabelHistory.of(sent)).isEqualTo(LabelHistory.of(after));
    }
  }

  /** Samples, scans and visualizations that are kept go by these digests. */
  @Test
  void whatIsComputedIsTheSameWhateverEntriesAreCalled() {
    try (InceptionV1 network = SmallNetworks.colors()) {
      final Dictionary before = dictionary(network);
      final Dictionary after =
          LabelHistory.labeled(before, Map.of(0, EntryLabel.given("curve", "text")));
      try (InceptionV1 one = network.with(List.of(before.graft()));
          InceptionV1 other = network.with(List.of(after.graft()))) {
        assertThat(other.digest()).isEqualTo(one.digest());
        assertThat(other.lineage()).isEqualTo(one.lineage());
        assertThat(other.provenance().entries()).isEqualTo(one.provenance().entries());
        assertThat(other.architecture().entryLabels().described("mine:0"))
            .isEqualTo("mine:0 \"curve\"");
        assertThat(one.architecture().entryLabels().described("mine:0")).isEqualTo("mine:0");
      }
    }
  }

  @Test
  void whatWasNotedOfAnotherLabelDoesNotCount() {
    try (InceptionV1 network = SmallNetworks.colors()) {
      final Dictionary told =
          LabelHistory.labeled(
              dictionary(network), Map.of(1, new EntryLabel("rods", "regions", 0.9, 0.1)));
      final Dictionary renamed = told.described(List.of("", "asters", ""), told.notes());
      assertThat(LabelHistory.of(renamed)).isEqualTo(Map.of(1, EntryLabel.given("asters", "")));
      final Dictionary none = LabelHistory.labeled(told, Map.of(1, EntryLabel.given("", "text")));
      assertThat(LabelHistory.of(none)).isEmpty();
      assertThat(none.notes()).isEqualTo(dictionary(network).notes());
      for (final String strange : List.of("{", "[1]", "null", "{\"1\":null}", "{\"x\":{}}")) {
        final Dictionary foreign =
            told.described(told.labels(), Map.of(LabelHistory.NOTE, strange));
        assertThat(LabelHistory.of(foreign))
            .as(strange)
            .isEqualTo(Map.of(1, EntryLabel.given("rods", "")));
      }
    }
  }
}
