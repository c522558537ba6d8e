package io.github.inceptionlens.command.superposition;

import static org.assertj.core.api.Assertions.assertThat;

import ij.measure.ResultsTable;
import io.github.inceptionlens.command.CommandTrial;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.weights.BundledWeights;
import io.github.inceptionlens.weights.NetworkStore;
import io.github.inceptionlens.weights.dictionary.DictionaryStore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class FeatureGeometryCommandTest extends CommandTrial {

  private static final String NAME = "geometry_tried";
  private static final int CHANNELS = 64;

  FeatureGeometryCommandTest() {
    super(FeatureGeometryCommand.class);
  }

  private static DictionaryStore store() {
    return NetworkStore.standard().dictionaries();
  }

  /** An antipodal pair of length 2, and one by itself. */
  @BeforeEach
  void keep() throws Exception {
    final float[] rows = new float[3 * CHANNELS];
    rows[0] = 2;
    rows[CHANNELS] = -2;
    rows[2 * CHANNELS + 5] = 1;
    store()
        .keep(
            Dictionary.ofDirections(
                NAME,
                new Dictionary.Home(
                    "mixed3a", Training.TEXTURES.name(), BundledWeights.textures().digest()),
                rows,
                List.of("up", "", "aside"),
                Map.of()),
            true);
    give("name", NAME);
  }

  @AfterEach
  void remove() {
    store().remove(NAME);
  }

  private ResultsTable table(final String name) {
    return (ResultsTable) command().getOutput(name);
  }

  @Test
  void anArrangementHasItsFiguresAndLabelsStandBeside() {
    command().run();
    final ResultsTable table = table("table");
    assertThat(table.getColumn("Dimensionality")).containsExactly(0.5, 0.5, 1);
    assertThat(table.getColumn("Interference")).containsExactly(4, 4, 0);
    assertThat(table.getColumn("Norm")).containsExactly(2, 2, 1);
    assertThat(table.getStringValue("Nearest", 0)).isEqualTo(NAME + ":2");
    assertThat(table.getColumnAsStrings("Label")).containsExactly("up", "", "aside");
    assertThat(table("summary").getValue("Sum of Dimensionalities", 0)).isEqualTo(2);
    assertThat(table("clusters")).isNull();
    assertThat(command().getOutput("dimensionality")).isNotNull();
  }

  @Test
  void whatIsStoppedLeavesNothing() {
    runUntil("Comparing directions");
    assertThat(table("table")).isNull();
  }
}
