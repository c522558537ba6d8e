package io.github.inceptionlens.ij1;

import ij.ImageJ;
import ij.macro.Interpreter;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A program that runs a macro in plain ImageJ's own window, with the plugin installed, as a person
 * would, and then ends.
 *
 * <p>Arguments: the folder that holds {@code plugins.config}, a folder to be ImageJ's, the macro's
 * file and its argument.
 */
public final class WindowMacro {

  private WindowMacro() {}

  /** Runs the macro; exits with 1 when it did not come to its end. */
  public static void main(final String[] arguments) throws Exception {
    final ImageJ imagej =
        ImageJWindow.open(Path.of(arguments[0], "plugins.config"), Path.of(arguments[1]));
    Messages.closeFromNowOn();
    Thread.currentThread().setName("Macro$");
    final Interpreter macro = new Interpreter();
    int exit = 1;
    try {
      macro.run(Files.readString(Path.of(arguments[2])), arguments[3]);
      exit = macro.wasError() ? 1 : 0;
    } finally {
      imagej.dispose();
      System.exit(exit);
    }
  }
}
