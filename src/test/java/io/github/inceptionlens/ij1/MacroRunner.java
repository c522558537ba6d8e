package io.github.inceptionlens.ij1;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.imagej.patcher.LegacyEnvironment;

/**
 * A program that runs an ImageJ macro without a display, with the plugin installed, and exits with
 * 1 when the macro did not come to its end.
 *
 * <p>System properties: {@code macro}, the file; {@code arg}, what {@code getArgument()} answers.
 * Arguments: the folders or jars whose {@code plugins.config} is installed. Names no class of
 * ImageJ, for these are patched before they are loaded.
 */
public final class MacroRunner {

  private static final String CANCELED = "Macro canceled";
  private static final String MACRO_ERROR = "Macro Error: ";

  private static boolean patched;

  private final Class<?> interpreterType;
  private final Class<?> imagej;
  private final LineWatch output;
  private final LineWatch errors;

  private MacroRunner(final ClassLoader loader, final LineWatch output, final LineWatch errors)
      throws ReflectiveOperationException {
    interpreterType = loader.loadClass("ij.macro.Interpreter");
    imagej = loader.loadClass("ij.IJ");
    this.output = output;
    this.errors = errors;
  }

  /** Runs the macro and exits. */
  public static void main(final String[] installed) throws ReflectiveOperationException {
    forgetEmptyProperties();
    final String failure =
        run(System.getProperty("macro", ""), System.getProperty("arg", ""), installed);
    if (!failure.isEmpty()) {
      System.err.println("The macro failed: " + failure);
    }
    System.out.flush();
    System.exit(failure.isEmpty() ? 0 : 1);
  }

  /** Runs a macro's file; answers why it did not come to its end, empty when it did. */
  public static String run(final String macro, final String argument, final String[] installed)
      throws ReflectiveOperationException {
    final String text;
    try {
      text = Files.readString(Path.of(macro));
    } catch (final IOException e) {
      return "There is no macro to run: -Dmacro=FILE names \"" + macro + "\".";
    }
    final LineWatch output = new LineWatch(System.out, line -> !line.isBlank());
    final LineWatch errors = new LineWatch(System.err, line -> line.startsWith(MACRO_ERROR));
    System.setOut(new PrintStream(output, true));
    System.setErr(new PrintStream(errors, true));
    Thread.currentThread().setName("Run$_Macro$"); // ImageJ ends macros by their thread's name
    return new MacroRunner(patched(installed), output, errors).run(text, argument);
  }

  private String run(final String text, final String argument) throws ReflectiveOperationException {
    final Object macro = interpreterType.getConstructor().newInstance();
    Throwable thrown = null;
    try {
      interpreterType.getMethod("run", String.class, String.class).invoke(macro, text, argument);
    } catch (final InvocationTargetException e) {
      thrown = e.getCause();
    }
    final boolean failed = (boolean) interpreterType.getMethod("wasError").invoke(macro);
    return thrown == null && !failed ? "" : reason(macro, thrown);
  }

  private String reason(final Object macro, final Throwable thrown)
      throws ReflectiveOperationException {
    if (!errors.first().isEmpty()) {
      return errors.first().substring(MACRO_ERROR.length());
    }
    final Object error = interpreterType.getMethod("getErrorMessage").invoke(macro);
    if (error != null && !error.toString().isEmpty()) {
      return error.toString();
    }
    if (thrown != null && !CANCELED.equals(thrown.getMessage())) {
      return thrown.toString();
    }
    final Object last = imagej.getMethod("getErrorMessage").invoke(null);
    return last == null
        ? "The macro ended itself. Its last words: " + output.last()
        : last.toString();
  }

  private static ClassLoader patched(final String[] installed) throws ReflectiveOperationException {
    final ClassLoader loader = MacroRunner.class.getClassLoader();
    if (patched) {
      return loader;
    }
    patched = true;
    final LegacyEnvironment environment = new LegacyEnvironment(loader, true);
    environment.disableIJ1PluginDirs();
    environment.addPluginClasspath(List.of(installed).stream().map(File::new).toArray(File[]::new));
    environment.applyPatches();
    return loader;
  }

  private static void forgetEmptyProperties() {
    System.getProperties()
        .entrySet()
        .removeIf(
            property ->
                property.getKey().toString().startsWith("inceptionlens.")
                    && property.getValue().toString().isEmpty());
  }
}
