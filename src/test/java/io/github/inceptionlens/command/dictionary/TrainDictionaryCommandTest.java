package io.github.inceptionlens.command.dictionary;

import static org.assertj.core.api.Assertions.assertThat;

import ij.measure.ResultsTable;
import io.github.inceptionlens.command.CommandTrial;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.weights.NetworkStore;
import io.github.inceptionlens.weights.format.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainDictionaryCommandTest extends CommandTrial {

  private static final String NAME = "stopped_training";
  private static final int ROWS = 500;
  private static final int CHANNELS = 64;

  @TempDir private Path folder;

  TrainDictionaryCommandTest() {
    super(TrainDictionaryCommand.class);
  }

  @BeforeEach
  void start() throws IOException {
    final float[] values = new float[ROWS * CHANNELS];
    final Random dice = new Random(3);
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) dice.nextGaussian();
    }
    final byte[] file =
        SafetensorsWriter.exact(
            Map.of(new TensorSpec("vectors", List.of(ROWS, CHANNELS)), values),
            Map.of("layer", "mixed3a"));
    give("sample", Files.write(folder.resolve("s.safetensors"), file).toString());
    give("layer", "mixed3a");
    give("name", NAME);
    give("size", "30");
    give("k", 4);
    give("steps", "240");
    give("replace", true);
  }

  @AfterEach
  void remove() {
    if (NetworkStore.standard().dictionaries().find(NAME).isPresent()) {
      NetworkStore.standard().dictionaries().remove(NAME);
    }
  }

  private static Dictionary kept() {
    return NetworkStore.standard().dictionaries().read(NAME);
  }

  private ResultsTable table() {
    return (ResultsTable) command().getOutput("table");
  }

  @Test
  void whatIsStoppedIsTheBestSoFarAndTheSameCallGoesOn() {
    runUntil("Learning a dictionary, step 100 of 240");
    assertThat(table().getValue("Steps", 0)).isEqualTo(100);
    assertThat(command().getOutput("notes").toString())
        .contains("Train Dictionary: stopped after 100 of 240 steps; the dictionary is the best");
    assertThat(kept().notes()).containsEntry("steps", "100");
    command().run();
    assertThat(table().getValue("Steps", 0)).isEqualTo(240);
    final Dictionary goneOn = kept();
    command().run();
    assertThat(kept().encoder()).isEqualTo(goneOn.encoder());
    assertThat(kept().decoder().orElseThrow()).isEqualTo(goneOn.decoder().orElseThrow());
    assertThat(command().getOutput("plot")).isNotNull();
    assertThat(command().getOutput("archetypes")).isNull();
  }

  @Test
  void whatStopsBeforeAnythingIsLearnedLeavesNothing() {
    runUntil("Looking at the vectors");
    assertThat(NetworkStore.standard().dictionaries().find(NAME)).isEmpty();
    assertThat(command().getOutput("table")).isNull();
  }
}
