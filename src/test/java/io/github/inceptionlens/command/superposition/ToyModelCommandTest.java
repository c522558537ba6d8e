package io.github.inceptionlens.command.superposition;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.command.CommandTrial;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class ToyModelCommandTest extends CommandTrial {

  ToyModelCommandTest() {
    super(ToyModelCommand.class);
  }

  @BeforeEach
  void beQuick() {
    give("sparsity", "0,0.9");
    give("batch", 16);
    give("tries", 1);
    give("steps", 400);
  }

  private ResultsTable table(final String name) {
    return (ResultsTable) command().getOutput(name);
  }

  @Test
  void modelsAreShownAsTheyAreWhereItIsStopped() {
    runUntil(0.5);
    assertThat(table("table").size()).isEqualTo(10);
    assertThat((List<?>) command().getOutput("notes"))
        .hasToString("[Toy Model: stopped after 200 of 400 steps]");
  }

  @Test
  void whatStopsBeforeTheFirstStepLeavesNothing() {
    runUntil(0);
    assertThat(table("table")).isNull();
  }

  @Test
  @Tag("slow")
  void thePhaseDiagramHasAllPhases() {
    give("phase", true);
    command().run();
    final ResultsTable phases = table("phaseTable");
    assertThat(phases.size()).isEqualTo(400);
    final Set<String> states =
        Arrays.stream(phases.getColumnAsStrings("State")).collect(Collectors.toSet());
    assertThat(states)
        .containsExactlyInAnyOrder("not represented", "own dimension", "superposition");
    assertThat(phases.getStringValue("State", 0)).isEqualTo("own dimension");
    assertThat(phases.getStringValue("State", 380)).isEqualTo("not represented");
    assertThat(phases.getStringValue("State", 210)).isEqualTo("superposition");
    assertThat(((ImagePlus) command().getOutput("diagram")).getBitDepth()).isEqualTo(24);
  }
}
