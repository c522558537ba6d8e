package io.github.inceptionlens.command.trace;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.measure.ResultsTable;
import io.github.inceptionlens.command.CommandTrial;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Traces that are stopped. */
final class TraceAnswerCommandTest extends CommandTrial {

  TraceAnswerCommandTest() {
    super(TraceAnswerCommand.class);
  }

  @BeforeEach
  void ask() {
    give("image", IJ.openImage("sample-images/scene-8bit.tif"));
    give("target", "mixed3a:2");
    give("nodes", 6);
    give("steps", 2);
    give("draws", 1);
  }

  private void assertNothing() {
    for (final String output : new String[] {"diagram", "curves", "places", "trace", "edges"}) {
      assertThat(command().getOutput(output)).as(output).isNull();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Integrating", "Connecting", "Ablating"})
  void aTraceThatIsStoppedShowsNothing(final String during) {
    runUntil(during);
    assertNothing();
  }

  @Test
  void aScanOfReferencesThatIsStoppedShowsNothingAndGoesOn() {
    give("reference", "sample-images");
    runUntil(0.1);
    assertNothing();
    assertThat(command().getOutput("notes").toString())
        .containsPattern("Trace Answer: stopped after \\d+ pictures; the same call goes on");
    runUntil("Ablating");
    assertThat(command().getOutput("notes").toString())
        .containsPattern("Trace Answer: \\d+ of \\d+ pictures were looked at by an earlier call");
  }

  @Test
  void whatWasTracedIsShownWithoutTheIconsThatAreMissing() {
    runUntil(2.0 / 3);
    assertThat(((ResultsTable) command().getOutput("trace")).size()).isEqualTo(6);
    for (final String output : new String[] {"diagram", "curves", "places", "edges"}) {
      assertThat(command().getOutput(output)).as(output).isNotNull();
    }
  }
}
