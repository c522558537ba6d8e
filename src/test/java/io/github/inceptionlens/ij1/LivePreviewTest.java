package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.Needs;
import io.github.inceptionlens.OnDisplay;
import io.github.inceptionlens.ij1.MacroProcess.Result;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The overlay's preview in plain ImageJ's window. */
@OnDisplay
final class LivePreviewTest {

  @TempDir private Path folder;

  @Test
  void previewFollowsTheDialogAndCancelPutsTheOverlayBack() throws Exception {
    Needs.display();
    final Path picture = folder.resolve("preview.png");
    final Result result =
        MacroProcess.java(
            folder,
            List.of(
                "-Duser.home=" + folder,
                "-Dinceptionlens.weights=" + Needs.shared("weights/bvlc_googlenet.caffemodel"),
                PreviewCheck.class.getName(),
                Path.of("target", "classes").toAbsolutePath().toString(),
                folder.resolve("ImageJ").toString(),
                Path.of("sample-images", "cat.png").toAbsolutePath().toString(),
                picture.toString()));
    assertThat(result.out())
        .as(result.err())
        .contains("previewed\n")
        .contains("complaint: lut is \"Ic\", expected inferno", "false\n")
        .contains("cancelled: same overlay true, 1\n")
        .contains("done: InceptionV1 mixed3b:5\n");
    assertThat(picture).isNotEmptyFile();
  }
}
