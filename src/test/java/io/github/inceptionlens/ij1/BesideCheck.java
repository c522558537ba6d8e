package io.github.inceptionlens.ij1;

import ij.IJ;
import ij.ImagePlus;
import ij.macro.Interpreter;
import ij.measure.ResultsTable;
import io.github.inceptionlens.command.activation.ClassifyCommand;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.scijava.command.CommandModule;
import org.scijava.command.CommandService;

/**
 * A program that runs a macro in plain ImageJ's window while SciJava's command service runs another
 * command of ours, and prints what each of their runs gave.
 *
 * <p>Arguments: a folder for ImageJ, and the image's file.
 */
public final class BesideCheck {

  private static final int RUNS = 6;

  private static final String MACRO =
      "for (i = 0; i < RUNS; i++) { selectImage('IMAGE'); run('Activation Maps...', 'channels=3');"
          + " getStatistics(area, mean); print('macro: ' + mean); close(); }";

  private BesideCheck() {}

  public static void main(final String[] arguments) throws Exception {
    ImageJWindow.open(
        Path.of("target", "classes", "plugins.config").toAbsolutePath(), Path.of(arguments[0]));
    Messages.closeFromNowOn();
    final ImagePlus image = IJ.openImage(arguments[1]);
    image.show();
    final String text =
        MACRO
            .replace('\'', '"')
            .replace("RUNS", String.valueOf(RUNS))
            .replace("IMAGE", image.getTitle());
    final Thread macro = new Thread(() -> new Interpreter().run(text, ""), "Macro$");
    macro.start();
    for (int i = 0; i < RUNS; i++) {
      System.out.println("service: " + probability(image));
    }
    macro.join();
    System.out.println(IJ.getLog());
    Runtime.getRuntime().halt(0);
  }

  private static double probability(final ImagePlus image)
      throws InterruptedException, ExecutionException {
    final CommandModule module =
        SciJavaContext.context()
            .service(CommandService.class)
            .run(ClassifyCommand.class, true, Map.of("image", image))
            .get();
    return module.getOutputs().values().stream()
        .filter(ResultsTable.class::isInstance)
        .map(ResultsTable.class::cast)
        .mapToDouble(table -> table.getValue("Probability", 0))
        .findFirst()
        .orElseThrow();
  }
}
