package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.Needs;
import io.github.inceptionlens.OnDisplay;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person is asked for a folder where a result does not fit into Java's memory. */
@OnDisplay
final class FolderDialogTest {

  @TempDir private Path folder;

  @Test
  void theFolderThatWasChosenIsRecordedAndCancelChangesNothing() throws Exception {
    Needs.display();
    final String out =
        MacroProcess.java(
                folder,
                List.of(
                    "-Xmx500m",
                    "-Duser.home=" + folder,
                    FolderCheck.class.getName(),
                    folder.resolve("ImageJ").toString(),
                    folder.resolve("slices here").toString(),
                    folder.resolve("question.png").toString()))
            .out();
    assertThat(out)
        .contains("asked label: This is a result of 128 slices of 1200 x 1000 pixels, 0.6 GB, but")
        .contains("asked button: Choose Folder...", "asked button: Cancel")
        .contains("after cancel: images 1 \n")
        .contains("made large-mixed4c 128 true mixed4c:4 ")
        .contains("recorded run(\"Activation Maps...\", \"")
        .contains("folder=[" + folder.resolve("slices here") + "]")
        .contains("replayed true");
    assertThat(folder.resolve("slices here").toFile().list()).hasSize(128);
    assertThat(folder.resolve("question.png")).isNotEmptyFile();
  }
}
