package io.github.inceptionlens.ij1;

import java.io.File;
import java.io.IOException;
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

  private final Class<?> interpreterType;
  private final Class<?> imagej;

  private MacroRunner(final ClassLoader loader) throws ReflectiveOperationException {
    interpreterType = loader.loadClass("ij.macro.Interpreter");
    imagej = loader.loadClass("ij.IJ");
  }

  /** Runs the macro and exits. */
  public static void main(final String[] installed) throws ReflectiveOperationException {
    forgetEmptyProperties();
    final String failure = run(installed);
    if (!failure.isEmpty()) {
      System.err.println(failure);
    }
    System.out.flush();
    System.exit(failure.isEmpty() ? 0 : 1);
  }

  private static String run(final String[] installed) throws ReflectiveOperationException {
    final String macro = System.getProperty("macro", "");
    final String text;
    try {
      text = Files.readString(Path.of(macro));
    } catch (final IOException e) {
      return "There is no macro to run: -Dmacro=FILE names \"" + macro + "\".";
    }
    return new MacroRunner(patched(installed)).run(text, System.getProperty("arg", ""));
  }

  /** Why the macro did not come to its end; empty when it did. */
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
    final Object error = interpreterType.getMethod("getErrorMessage").invoke(macro);
    if (error != null) {
      return error + " (line " + interpreterType.getMethod("getLineNumber").invoke(macro) + ")";
    }
    if (thrown != null && !CANCELED.equals(thrown.getMessage())) {
      return thrown.toString();
    }
    final Object last = imagej.getMethod("getErrorMessage").invoke(null);
    return last == null ? "The macro was aborted." : last.toString();
  }

  private static ClassLoader patched(final String[] installed) throws ReflectiveOperationException {
    final ClassLoader loader = MacroRunner.class.getClassLoader();
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
