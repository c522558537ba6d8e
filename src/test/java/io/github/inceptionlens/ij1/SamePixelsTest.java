package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import io.github.inceptionlens.InOwnProcess;
import io.github.inceptionlens.Needs;
import io.github.inceptionlens.OnDisplay;
import io.github.inceptionlens.ij1.MacroProcess.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One macro, four ways: without a display and in a window, in batch mode and not. */
@OnDisplay
@InOwnProcess
final class SamePixelsTest {

  private static final String MACRO =
      "folder = getArgument(); open('CAT'); open('CAT'); run('Invert'); rename('decoy');"
          + "for (batch = 0; batch < 2; batch++) {"
          + "  if (batch) setBatchMode(true); selectImage('cat.png'); if (batch) run('Duplicate...', 'title=copy');"
          + "  run('Activation Maps...', 'network=[NET] layer=mixed4a channels=3,5');"
          + "  saveAs('Tiff', folder + '/maps-' + batch + '.tif'); close(); }"
          + "if (!is('Batch Mode')) exit('not in batch mode');";

  @TempDir private Path folder;

  @Test
  void theMapsAreTheSame() throws Exception {
    Needs.display();
    final String text =
        MACRO
            .replace("CAT", Path.of("sample-images", "cat.png").toAbsolutePath().toString())
            .replace("NET", Needs.shared("weights/bvlc_googlenet.caffemodel").toString());
    final Path macro = Files.writeString(folder.resolve("same.ijm"), text);
    final Path window = Files.createDirectories(folder.resolve("window"));
    final Path headless = Files.createDirectories(folder.resolve("headless"));
    final Result shown =
        MacroProcess.java(
            folder,
            List.of(
                WindowMacro.class.getName(),
                Path.of("target", "classes").toString(),
                folder.resolve("ImageJ").toString(),
                macro.toString(),
                window.toString()));
    assertThat(shown.exit()).as(shown.out() + shown.err()).isZero();
    try (MacroProcess process = MacroProcess.ofThePlugin(folder)) {
      final Result hidden = process.runAlone(text, headless.toString());
      assertThat(hidden.exit()).as(hidden.out() + hidden.err()).isZero();
    }
    final float[] expected = pixels(window.resolve("maps-0.tif"));
    assertThat(expected).hasSize(224 * 224);
    assertThat(pixels(window.resolve("maps-1.tif"))).containsExactly(expected);
    assertThat(pixels(headless.resolve("maps-0.tif"))).containsExactly(expected);
    assertThat(pixels(headless.resolve("maps-1.tif"))).containsExactly(expected);
  }

  private static float[] pixels(final Path file) {
    final ImagePlus image = IJ.openImage(file.toString());
    assertThat(image.getStackSize()).isEqualTo(2);
    return (float[]) image.getStack().getPixels(2);
  }
}
