package io.github.inceptionlens.image.place;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which file an image is of. */
final class OpenFileTest {

  @TempDir private Path folder;

  private ImagePlus opened(final Path file) throws IOException {
    Files.write(file, new FileSaver(new ImagePlus("a", new ByteProcessor(8, 8))).serialize());
    return IJ.openImage(file.toString());
  }

  @Test
  void anImageIsOfTheFileThatItWasOpenedFromUntilItChanges() throws IOException {
    final Path file = folder.resolve("one.tif");
    final ImagePlus image = opened(file);
    assertThat(OpenFile.of(image)).contains(file.toRealPath());
    assertThat(OpenFile.isOf(image, file)).isTrue();
    image.changes = true;
    assertThat(OpenFile.of(image)).isEmpty();
    assertThat(OpenFile.isOf(image, file)).isTrue();
    assertThat(OpenFile.isOf(image, folder.resolve("other.tif"))).isFalse();
  }

  @Test
  void anImageThatWasRenamedLikeAnotherFileIsStillOfItsOwn() throws IOException {
    final Path file = folder.resolve("one.tif");
    final Path other = folder.resolve("other.tif");
    opened(other);
    IJ.saveAsTiff(new ImagePlus("", new ByteProcessor(8, 8)), file.toString());
    final ImagePlus image = IJ.openImage(file.toString());
    image.setTitle("other.tif");
    assertThat(OpenFile.of(image)).contains(file.toRealPath());
    assertThat(OpenFile.isOf(image, other)).isFalse();
  }

  @Test
  void aNewImageAndACopyAreOfNoFile() throws IOException {
    final ImagePlus image = opened(folder.resolve("one.tif"));
    assertThat(OpenFile.of(new ImagePlus("one.tif", new ByteProcessor(8, 8)))).isEmpty();
    final ImagePlus copy = image.duplicate();
    copy.setTitle("copy");
    assertThat(OpenFile.of(copy)).isEmpty();
  }

  @Test
  void aFileThatIsGoneIsNoneThoughTheImageIsOfIt() throws IOException {
    final Path file = folder.resolve("one.tif");
    final ImagePlus image = opened(file);
    Files.delete(file);
    assertThat(OpenFile.of(image)).isEmpty();
    assertThat(OpenFile.isOf(image, file)).isTrue();
  }
}
