package io.github.inceptionlens.command;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.service.LensService;
import java.util.concurrent.CancellationException;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.AfterEach;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleException;
import org.scijava.plugin.Plugin;

/** Tests that run a command from Java, and stop it. */
public abstract class CommandTrial {

  private final Context context = new Context(CommandService.class);
  private final CommandModule command;

  protected CommandTrial(final Class<? extends Command> type) {
    try {
      final CommandInfo info = new CommandInfo(type, type.getAnnotation(Plugin.class));
      command = (CommandModule) info.createModule();
      context.inject(command);
    } catch (final ModuleException e) {
      throw new IllegalStateException(e);
    }
  }

  @AfterEach
  final void stop() {
    context.dispose();
  }

  /** The command with its inputs and outputs. */
  protected final CommandModule command() {
    return command;
  }

  protected final void give(final String name, final Object value) {
    command.setInput(name, value);
    command.resolveInput(name);
  }

  /** Runs the command until it reports something that begins so, and stops it then. */
  protected final void runUntil(final String what) {
    runUntil((fraction, doing) -> doing.startsWith(what));
  }

  /** Runs the command until it is done with a part of its work, 0 to 1, and stops it then. */
  protected final void runUntil(final double part) {
    runUntil((fraction, doing) -> fraction >= part);
  }

  /** Runs the command until it reports such a part of its work and what it does, and stops it. */
  protected final void runUntil(final BiPredicate<Double, String> isEnd) {
    final Progress progress =
        (fraction, doing) -> {
          if (isEnd.test(fraction, doing)) {
            throw new CancellationException("stopped by the user");
          }
        };
    assertThatThrownBy(() -> LensService.of(context).reportingTo(progress, command::run))
        .isInstanceOf(CancellationException.class);
  }
}
