package io.github.inceptionlens.command.saliency;

import static org.assertj.core.api.Assertions.assertThat;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;
import io.github.inceptionlens.command.CommandTrial;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is left of an evaluation that the user stops. */
final class EvaluateSaliencyCommandTest extends CommandTrial {

  EvaluateSaliencyCommandTest() {
    super(EvaluateSaliencyCommand.class);
  }

  @BeforeEach
  void start() {
    final ByteProcessor noise = new ByteProcessor(32, 32);
    new Random(5).nextBytes((byte[]) noise.getPixels());
    give("image", new ImagePlus("noise", noise));
    give("method", "Gradient");
    give("target", "mixed3a:3");
    give("measures", "deletion, infidelity, sensitivity");
  }

  @Test
  void whatIsDoneStaysAndTheRestIsMarked() {
    runUntil("Infidelity");
    final ResultsTable table = (ResultsTable) command().getOutput("figures");
    assertThat(table.getColumnAsStrings("Measure"))
        .containsExactly("Deletion AUC", "infidelity", "sensitivity");
    assertThat(table.getColumnAsStrings("State"))
        .containsExactly("done", "not done: stopped", "not done: stopped");
    assertThat(table.getValue("Value", 0)).isFinite();
    assertThat(table.getValue("Value", 1)).isNaN();
    assertThat((List<?>) command().getOutput("curves"))
        .singleElement()
        .satisfies(plot -> assertThat(((Plot) plot).getTitle()).isEqualTo("noise-Deletion"));
  }

  @Test
  void withoutAMapThereIsNothingToShow() {
    runUntil("Gradient");
    assertThat(command().getOutput("figures")).isNull();
    assertThat(command().getOutput("curves")).isNull();
  }
}
