package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import io.github.inceptionlens.InOwnProcess;
import io.github.inceptionlens.ij1.MacroProcess.Result;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that run macros as users write them, with the plugin as it is built. In their texts single
 * quotes stand for double ones, and DIR for a folder of the test's own.
 */
@InOwnProcess
abstract class PluginMacros {

  @TempDir static Path folder;

  private static MacroProcess imagej;

  @BeforeAll
  static void start() {
    imagej = MacroProcess.ofThePlugin(folder);
  }

  @AfterAll
  static void stop() {
    imagej.close();
  }

  static Result run(final String macro) throws IOException {
    return imagej.run(macro.replace('\'', '"').replace("DIR", folder.toString()));
  }

  /** What a macro prints that comes to its end. */
  static String printed(final String macro) throws IOException {
    final Result result = run(macro);
    assertThat(result.err()).isEmpty();
    return result.out();
  }

  /** The image that is current after a macro. */
  static ImagePlus image(final String macro) throws IOException {
    printed(macro + " saveAs('Tiff', 'DIR/seen');");
    return IJ.openImage(folder.resolve("seen.tif").toString());
  }
}
