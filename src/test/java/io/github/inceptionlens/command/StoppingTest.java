package io.github.inceptionlens.command;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.app.StatusService;
import org.scijava.app.event.StatusEvent;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.event.EventHandler;
import org.scijava.plugin.Plugin;

/** A command that SciJava runs stops as one that ImageJ runs. */
final class StoppingTest {

  private static CountDownLatch begun;

  private final Context context = new Context(CommandService.class, StatusService.class);

  /** Works until it is stopped. */
  @Plugin(type = Command.class, label = "Endless Test...", headless = true)
  public static final class EndlessCommand extends LensCommand {

    @Override
    protected void compute() {
      lens()
          .reporting(
              progress -> {
                while (true) {
                  progress.at(0.925, "working");
                  begun.countDown();
                  IJ.wait(5);
                }
              });
    }
  }

  @AfterEach
  void end() {
    IJ.resetEscape();
    context.dispose();
  }

  private static void assertStops(final Future<CommandModule> run) throws InterruptedException {
    try {
      run.get();
    } catch (final ExecutionException e) {
      assertThat(e).hasRootCauseInstanceOf(CancellationException.class);
    } catch (final CancellationException e) {
      assertThat(e).isNotNull();
    }
    assertThat(run.isDone()).isTrue();
  }

  private Future<CommandModule> start(final CommandModule module) throws InterruptedException {
    begun = new CountDownLatch(1);
    final Future<CommandModule> run =
        context.service(org.scijava.module.ModuleService.class).run(module, false);
    begun.await();
    return run;
  }

  private CommandModule module() throws Exception {
    return (CommandModule)
        new CommandInfo(EndlessCommand.class, EndlessCommand.class.getAnnotation(Plugin.class))
            .createModule();
  }

  @Test
  void escIsHeard() throws Exception {
    final CommandModule module = module();
    context.inject(module.getDelegateObject());
    final Future<CommandModule> run = start(module);
    IJ.setKeyDown(KeyEvent.VK_ESCAPE);
    assertStops(run);
  }

  @Test
  void sciJavasCancelIsHeededAndTheStatusIsClear() throws Exception {
    final Listener listener = new Listener();
    context.inject(listener);
    context.service(org.scijava.event.EventService.class).subscribe(listener);
    final CommandModule module = module();
    context.inject(module.getDelegateObject());
    final Future<CommandModule> run = start(module);
    ((EndlessCommand) module.getDelegateObject()).cancel("enough");
    assertStops(run);
    for (int i = 0; i < 500 && !isClear(listener); i++) {
      IJ.wait(20);
    }
    assertThat(isClear(listener)).isTrue();
  }

  private static boolean isClear(final Listener listener) {
    final int size = listener.events.size();
    return size > 0 && listener.events.get(size - 1).getStatusMessage().isEmpty();
  }

  /** Hears the status bar. */
  public static final class Listener {

    private final List<StatusEvent> events = new CopyOnWriteArrayList<>();

    @EventHandler
    void onEvent(final StatusEvent event) {
      events.add(event);
    }
  }
}
