package io.github.inceptionlens.command.website;

import io.github.inceptionlens.command.sample.MakeSampleImagesCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleException;
import org.scijava.plugin.Plugin;

/** How long a website of 384 units on 300 pictures takes, with nothing kept and with all kept. */
public final class MicroscopeBenchmark {

  private static final double NANOS = 1e9;

  private MicroscopeBenchmark() {}

  /**
   * Prints seconds.
   *
   * @param arguments a folder, for pictures and website; nothing is kept of earlier runs where the
   *     system property {@code inceptionlens.networks} names a new one
   */
  public static void main(final String... arguments) throws IOException, ModuleException {
    final Path folder = Path.of(arguments[0]);
    final Path images = folder.resolve("textures");
    try (Context context = new Context(CommandService.class)) {
      if (!Files.isDirectory(images)) {
        run(
            context,
            MakeSampleImagesCommand.class,
            Map.of("count", 300, "depth", "rgb", "folder", images.toString()));
      }
      for (final String kept : new String[] {"nothing", "all"}) {
        final long start = System.nanoTime();
        run(
            context,
            ExportMicroscopeCommand.class,
            Map.of(
                "images",
                images.toString(),
                "layers",
                "mixed4b,mixed4c,mixed4d",
                "units",
                "0-127",
                "folder",
                folder.resolve("site").toString()));
        System.out.printf(
            Locale.ROOT,
            "3 x 128 units on 300 pictures with %s kept: %.0f s%n",
            kept,
            (System.nanoTime() - start) / NANOS);
      }
    }
  }

  private static void run(
      final Context context, final Class<? extends Command> type, final Map<String, Object> inputs)
      throws ModuleException {
    final CommandInfo info = new CommandInfo(type, type.getAnnotation(Plugin.class));
    final CommandModule command = (CommandModule) info.createModule();
    context.inject(command);
    inputs.forEach(
        (name, value) -> {
          command.setInput(name, value);
          command.resolveInput(name);
        });
    command.run();
    if (command.isCanceled()) {
      throw new IllegalStateException(command.getCancelReason());
    }
  }
}
