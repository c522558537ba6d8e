package io.github.inceptionlens.command.report;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.app.event.StatusEvent;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.event.EventService;
import org.scijava.module.ModuleService;
import org.scijava.plugin.Plugin;

/** A report that is stopped leaves no file, and keeps what it saw. */
class StoppedReportTest {

  private final Context context = new Context(CommandService.class, StatusService.class);

  @TempDir private Path folder;

  @AfterEach
  void end() {
    IJ.resetEscape();
    context.dispose();
  }

  /** Presses Esc when a picture is under way. */
  public static final class Impatience {

    private final CountDownLatch pressed = new CountDownLatch(1);

    @EventHandler
    void onEvent(final StatusEvent event) {
      if (String.valueOf(event.getStatusMessage()).contains("Channel 1 of 1")) {
        IJ.setKeyDown(KeyEvent.VK_ESCAPE);
        pressed.countDown();
      }
    }
  }

  private CommandModule module(final Path images) throws Exception {
    final CommandModule module =
        (CommandModule)
            new CommandInfo(
                    UnitReportCommand.class, UnitReportCommand.class.getAnnotation(Plugin.class))
                .createModule();
    context.inject(module.getDelegateObject());
    module.setInput("images", images.toString());
    module.setInput("units", "conv2d2:41");
    module.setInput("connections", 0);
    module.setInput("facets", 0);
    module.setInput("file", folder.resolve("report.pdf").toString());
    return module;
  }

  private static void write(final Path images) throws IOException {
    Files.createDirectories(images);
    final ImagePlus ramp = IJ.createImage("ramp", "8-bit ramp", 64, 64, 1);
    IJ.saveAsTiff(ramp, images.resolve("ramp.tif").toString());
  }

  @Test
  void noFileIsLeft() throws Exception {
    write(folder.resolve("images"));
    final Impatience impatience = new Impatience();
    context.inject(impatience);
    context.service(EventService.class).subscribe(impatience);
    final CommandModule module = module(folder.resolve("images"));
    final Future<CommandModule> run = context.service(ModuleService.class).run(module, false);
    try {
      run.get();
    } catch (final ExecutionException e) {
      assertThat(e).hasRootCauseInstanceOf(CancellationException.class);
    } catch (final CancellationException e) {
      assertThat(e).isNotNull();
    }
    assertThat(impatience.pressed.getCount()).isZero();
    assertThat(module.getOutput("report")).isNull();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString())).containsExactly("images");
    }
  }
}
