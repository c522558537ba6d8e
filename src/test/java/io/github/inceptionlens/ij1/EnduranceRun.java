package io.github.inceptionlens.ij1;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ij.IJ;
import ij.ImagePlus;
import io.github.inceptionlens.command.activation.ActivationMapsCommand;
import io.github.inceptionlens.command.activation.ClassifyCommand;
import io.github.inceptionlens.command.saliency.CompareSaliencyCommand;
import io.github.inceptionlens.command.saliency.SaliencyMapCommand;
import io.github.inceptionlens.command.visualization.VisualizeChannelCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/**
 * A program that runs each command 600 times and prints what the last 300 runs left in memory. The
 * first 300 are not compared: the allocator and Java's compiler settle meanwhile (visualizations of
 * 1100 runs: 869 MB after 100, 949 after 300, 944 to 968 from then on).
 */
public final class EnduranceRun {

  private static final int WARM = 300;
  private static final int RUNS = 600;

  private EnduranceRun() {}

  /** Argument: the file of weights. */
  public static void main(final String[] arguments) throws Exception {
    final Context context = new Context(CommandService.class);
    final ImagePlus image = IJ.openImage(Path.of("sample-images", "cat.png").toString());
    final Map<String, Object> inputs = new LinkedHashMap<>();
    inputs.put("image", image);
    inputs.put("network", arguments[0]);
    run(context, ClassifyCommand.class, inputs);
    run(context, ActivationMapsCommand.class, inputs);
    inputs.put("network", "textures");
    run(context, SaliencyMapCommand.class, inputs);
    inputs.put("methods", "Gradient, Grad-CAM");
    run(context, CompareSaliencyCommand.class, inputs);
    run(context, VisualizeChannelCommand.class, drawing());
    System.exit(0);
  }

  private static Map<String, Object> drawing() {
    final Map<String, Object> inputs = new LinkedHashMap<>();
    inputs.put("objective", "mixed4a:12");
    inputs.put("size", 64);
    inputs.put("steps", 4);
    return inputs;
  }

  private static void run(
      final Context context,
      final Class<? extends Command> command,
      final Map<String, Object> inputs)
      throws Exception {
    int arrays = 0;
    long warm = 0;
    for (int i = 1; i <= RUNS; i++) {
      if (inputs.containsKey("objective")) {
        inputs.put("seed", (long) i); // so that it is drawn, and not found among kept pictures
      }
      final CommandModule module =
          context.service(CommandService.class).run(command, false, inputs).get();
      if (module.isCanceled()) {
        throw new IllegalStateException(module.getCancelReason());
      }
      if (i == WARM) {
        arrays = arrays();
        warm = resident();
      }
    }
    System.out.printf(
        "command %s %d %d %d %d%n", command.getSimpleName(), arrays, arrays(), warm, resident());
  }

  /** Arrays and managers that the engine's root manager still holds. */
  private static int arrays() {
    final NDManager root = Engine.getEngine("PyTorch").newBaseManager().getParentManager();
    return root.getManagedArrays().size();
  }

  private static long resident() throws IOException {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
              .filter(line -> line.startsWith("VmRSS"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .findFirst()
              .orElseThrow()
          / 1024;
    }
  }
}
