package io.github.inceptionlens.ij1;

import ij.ImageJ;
import java.nio.file.Path;

/**
 * A program that starts plain ImageJ with {@code -batch}, with the plugin installed.
 *
 * <p>Arguments: the folder that holds {@code plugins.config}, a folder to be ImageJ's, the macro's
 * file and its argument.
 */
public final class BatchMacro {

  private BatchMacro() {}

  /** Runs the macro; ImageJ ends the program. */
  public static void main(final String[] arguments) throws Exception {
    ImageJWindow.install(Path.of(arguments[0], "plugins.config"), Path.of(arguments[1]));
    ImageJ.main(new String[] {"-batch", arguments[2], arguments[3]});
  }
}
