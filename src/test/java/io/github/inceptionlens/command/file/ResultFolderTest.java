package io.github.inceptionlens.command.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.measure.Calibration;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.result.ResultSize;
import io.github.inceptionlens.image.result.ResultSlice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a folder of slices takes, and what it refuses before any work. */
final class ResultFolderTest {

  private static final ResultSize SIZE = new ResultSize(2, 3, 2);
  private static final Provenance MADE = Provenance.EMPTY.with("macro", "run(\"A\", \"b=1\");");

  @TempDir private Path folder;

  private static ResultSlice slice(final String label, final float value) {
    final float[] plane = {value, 1, 2, 3, 4, 5};
    return new ResultSlice(3, 2, label, plane, new Calibration(), MADE);
  }

  private ResultFolder ready(final Provenance made) {
    return ResultFolder.of(folder.resolve("deep/er"), "scene: a/b", SIZE, made);
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("deep/er"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void filesAreNamedByOrderAndLabel() throws IOException {
    final ResultFolder files = ready(MADE);
    files.keep(slice("mixed4c:447 \"spindle\" z/3", 7));
    files.keep(slice("mixed4c:1", 8));
    assertThat(names())
        .containsExactly(
            "scene_ a_b-0001-mixed4c_447 _spindle_ z_3.tif", "scene_ a_b-0002-mixed4c_1.tif");
    assertThat(files.stack().getSliceLabel(1)).isEqualTo("mixed4c:447 \"spindle\" z/3");
    assertThat(((float[]) files.stack().getPixels(2))[0]).isEqualTo(8);
  }

  @Test
  void theSameCallReplacesItsFilesAndAnotherIsRefused() throws IOException {
    ready(MADE).keep(slice("mixed4c:1", 7));
    final ResultFolder again = ready(MADE);
    again.keep(slice("mixed4c:1", 9));
    assertThat(names()).hasSize(1);
    assertThat(((float[]) again.stack().getPixels(1))[0]).isEqualTo(9);
    assertThatThrownBy(() -> ready(MADE.with("channels", "all")))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("holds \"scene_ a_b-0001-mixed4c_1.tif\" already, of another call");
    assertThat(((float[]) again.stack().getPixels(1))[0]).isEqualTo(9);
  }

  @Test
  void somebodyElsesFileIsNeverTouched() throws IOException {
    final Path there = Files.createDirectories(folder.resolve("deep/er"));
    Files.writeString(there.resolve("scene_ a_b-0007-notes.tif"), "mine");
    Files.writeString(there.resolve("scene_ a_b.tif"), "mine too");
    assertThatThrownBy(() -> ready(MADE))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("0007-notes.tif");
    assertThat(names()).hasSize(2);
  }

  @Test
  void aDiskThatIsTooSmallIsNamedBeforeAFolderIsMade() {
    final ResultSize huge = new ResultSize(1_000_000_000, 300, 300);
    assertThatThrownBy(() -> ResultFolder.of(folder.resolve("new"), "scene", huge, MADE))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("GB left, but 1000000000 slices of 300 x 300 pixels need")
        .hasMessageContaining("another disk");
    assertThat(folder.resolve("new")).doesNotExist();
  }

  @Test
  void aSliceBeyondTiffIsRefused() {
    final ResultSize large = new ResultSize(1, 40_000, 30_000);
    assertThatThrownBy(() -> ResultFolder.of(folder, "scene", large, MADE))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "a slice of 40000 x 30000 pixels is larger than the 4 GB of a TIFF file: select a"
                + " smaller region");
  }

  @Test
  void aFileIsNoFolder() throws IOException {
    final Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(() -> ResultFolder.path(file.toString()))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("which is a file: name a folder");
  }

  @Test
  void whatCannotBeWrittenLeavesNoHalfFile() throws IOException {
    final ResultFolder files = ready(MADE);
    files.keep(slice("mixed4c:1", 7));
    final ResultSlice broken =
        new ResultSlice(3, 2, "mixed4c:2", new float[5], new Calibration(), MADE);
    assertThatThrownBy(() -> files.keep(broken)).isInstanceOf(RuntimeException.class);
    assertThat(names()).containsExactly("scene_ a_b-0001-mixed4c_1.tif");
    assertThat(files.stack().size()).isEqualTo(1);
  }
}
