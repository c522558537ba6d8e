package io.github.inceptionlens.command.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import ij.measure.ResultsTable;
import io.github.inceptionlens.command.CommandTrial;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.network.edit.Nonlinearity;
import io.github.inceptionlens.weights.BundledWeights;
import io.github.inceptionlens.weights.NetworkStore;
import io.github.inceptionlens.weights.dictionary.DictionaryStore;
import io.github.inceptionlens.weights.format.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EvaluateDictionaryCommandTest extends CommandTrial {

  private static final int ROWS = 500;
  private static final int CHANNELS = 64;
  private static final List<String> NAMES = List.of("judged_first", "judged_second");

  @TempDir private Path folder;

  EvaluateDictionaryCommandTest() {
    super(EvaluateDictionaryCommand.class);
  }

  private static float[] random(final int count) {
    final float[] values = new float[count];
    final Random dice = new Random(3);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) dice.nextGaussian();
    }
    return values;
  }

  private static DictionaryStore store() {
    return NetworkStore.standard().dictionaries();
  }

  @BeforeEach
  void start() throws IOException {
    final byte[] file =
        SafetensorsWriter.exact(
            Map.of(new TensorSpec("vectors", List.of(ROWS, CHANNELS)), random(ROWS * CHANNELS)),
            Map.of("layer", "mixed3a"));
    give("sample", Files.write(folder.resolve("s.safetensors"), file).toString());
    give("names", String.join(",", NAMES));
    final float[] rows = random(20 * CHANNELS);
    for (final String name : NAMES) {
      store()
          .keep(
              new Dictionary(
                  name,
                  new Dictionary.Home(
                      "mixed3a", Training.TEXTURES.name(), BundledWeights.textures().digest()),
                  rows,
                  new float[20],
                  Nonlinearity.topK(4),
                  Optional.of(rows),
                  new float[CHANNELS],
                  1,
                  Collections.nCopies(20, ""),
                  card()),
              true);
    }
  }

  private static Map<String, String> card() {
    return Map.of(
        "method",
        "topk",
        "k",
        "4",
        "steps",
        "30",
        "batch",
        "64",
        "learning_rate",
        "1e-3",
        "seed",
        "0");
  }

  @AfterEach
  void remove() {
    NAMES.forEach(store()::remove);
  }

  private List<String> column(final String name) {
    final ResultsTable table = (ResultsTable) command().getOutput("table");
    return IntStream.range(0, table.size()).mapToObj(i -> table.getStringValue(name, i)).toList();
  }

  @Test
  void dictionariesThatAreDoneAreShownWhereItIsStopped() {
    runUntil((fraction, what) -> fraction > 0.6 && what.startsWith("Learning a dictionary"));
    assertThat(column("Dictionary")).containsOnly(NAMES.get(0));
    assertThat(command().getOutput("densities")).isNotNull();
  }

  @Test
  void whatStopsBeforeTheFirstIsDoneLeavesNothing() {
    runUntil("Learning a dictionary");
    assertThat(command().getOutput("table")).isNull();
  }

  @Test
  void anotherRunHasItsOwnRowsAlone() {
    give("nulls", false);
    give("seeds", 2);
    command().run();
    final List<String> once = column("Unexplained Variance");
    command().run();
    assertThat(column("Unexplained Variance")).isEqualTo(once);
    assertThat(column("Seed"))
        .containsExactly("0", "1", "mean", "deviation", "0", "1", "mean", "deviation");
    assertThat(column("Top Class Agreement")).containsOnly("");
  }
}
