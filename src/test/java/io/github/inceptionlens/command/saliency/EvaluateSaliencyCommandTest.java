package io.github.inceptionlens.command.saliency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import ij.gui.Plot;
import ij.measure.ResultsTable;
import ij.process.ByteProcessor;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.service.LensService;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.plugin.Plugin;

/** What is left of an evaluation that the user stops. */
final class EvaluateSaliencyCommandTest {

  private Context context;
  private CommandModule command;

  @BeforeEach
  void start() throws Exception {
    context = new Context(CommandService.class);
    final CommandInfo info =
        new CommandInfo(
            EvaluateSaliencyCommand.class,
            EvaluateSaliencyCommand.class.getAnnotation(Plugin.class));
    command = (CommandModule) info.createModule();
    context.inject(command);
    final ByteProcessor noise = new ByteProcessor(32, 32);
    new Random(5).nextBytes((byte[]) noise.getPixels());
    give("image", new ImagePlus("noise", noise));
    give("method", "Gradient");
    give("target", "mixed3a:3");
    give("measures", "deletion, infidelity, sensitivity");
  }

  @AfterEach
  void stop() {
    context.dispose();
  }

  private void give(final String name, final Object value) {
    command.setInput(name, value);
    command.resolveInput(name);
  }

  private void runUntil(final String what) {
    final Progress progress =
        (fraction, doing) -> {
          if (doing.startsWith(what)) {
            throw new CancellationException("stopped by the user");
          }
        };
    assertThatThrownBy(() -> LensService.of(context).reportingTo(progress, command::run))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void whatIsDoneStaysAndTheRestIsMarked() {
    runUntil("Infidelity");
    final ResultsTable table = (ResultsTable) command.getOutput("figures");
    assertThat(table.getColumnAsStrings("Measure"))
        .containsExactly("Deletion AUC", "infidelity", "sensitivity");
    assertThat(table.getColumnAsStrings("State"))
        .containsExactly("done", "not done: stopped", "not done: stopped");
    assertThat(table.getValue("Value", 0)).isFinite();
    assertThat(table.getValue("Value", 1)).isNaN();
    assertThat((List<?>) command.getOutput("curves"))
        .singleElement()
        .satisfies(plot -> assertThat(((Plot) plot).getTitle()).isEqualTo("noise-Deletion"));
  }

  @Test
  void withoutAMapThereIsNothingToShow() {
    runUntil("Gradient");
    assertThat(command.getOutput("figures")).isNull();
    assertThat(command.getOutput("curves")).isNull();
  }
}
