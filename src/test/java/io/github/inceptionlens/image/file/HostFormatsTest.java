package io.github.inceptionlens.image.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import io.github.inceptionlens.collection.UnreadableImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Files that ImageJ opens by its plugins, with a stand-in that has Bio-Formats' way to open one.
 */
final class HostFormatsTest {

  @TempDir private Path folder;

  /** What the host's reader does, by the content of a file. */
  public static final class Reader {

    private Reader() {}

    /** Has the signature of {@code loci.plugins.BF.openImagePlus}. */
    public static ImagePlus[] openImagePlus(final String path) throws IOException {
      final String content = Files.readString(Path.of(path));
      if (content.equals("unknown")) {
        throw new IOException("no reader knows it");
      }
      final int series = Integer.parseInt(content);
      final ImagePlus[] images = new ImagePlus[series];
      for (int i = 0; i < series; i++) {
        images[i] = IJ.createImage("series " + i, "8-bit", 3 + i, 2, 1);
      }
      return images;
    }
  }

  private ImagePlus open(final String content) throws IOException {
    final Path file = Files.writeString(folder.resolve("some.czi"), content);
    return HostFormats.open(file, Reader.class.getName());
  }

  @Test
  void theFirstSeriesThatTheHostsReaderFindsIsTheImage() throws IOException {
    assertThat(open("2").getTitle()).isEqualTo("series 0");
    assertThat(open("2").getWidth()).isEqualTo(3);
  }

  @Test
  void whatTheReaderDoesNotKnowOrIsEmptyIsNoImage() {
    assertThatThrownBy(() -> open("unknown"))
        .isInstanceOf(UnreadableImage.class)
        .hasMessage(
            "it is no image of a format that this ImageJ opens (Bio-Formats: no reader knows it)");
    assertThatThrownBy(() -> open("0"))
        .isInstanceOf(UnreadableImage.class)
        .hasMessage("it is no image of a format that this ImageJ opens");
  }

  @Test
  void withoutSuchAReaderAnUnknownFileIsNoImage() throws IOException {
    final Path file = Files.writeString(folder.resolve("some.czi"), "1");
    assertThatThrownBy(() -> HostFormats.open(file, "no.such.Reader"))
        .isInstanceOf(UnreadableImage.class)
        .hasMessage("it is no image of a format that this ImageJ opens");
    assertThatThrownBy(() -> ImageFile.open(file)).isInstanceOf(UnreadableImage.class);
  }

  @Test
  void aPackedImageIsOpenedAndAnotherArchiveIsNot() throws IOException {
    final ImagePlus image = IJ.createImage("packed", "8-bit ramp", 7, 5, 1);
    final Path zip = folder.resolve("packed.zip");
    assertThat(new FileSaver(image).saveAsZip(zip.toString())).isTrue();
    assertThat(ImageFile.open(zip).getProcessor().getPixels())
        .isEqualTo(image.getProcessor().getPixels());
    final Path texts = folder.resolve("texts.zip");
    try (OutputStream out = Files.newOutputStream(texts);
        ZipOutputStream packed = new ZipOutputStream(out)) {
      packed.putNextEntry(new ZipEntry("read me.txt"));
      packed.write(1);
    }
    assertThatThrownBy(() -> ImageFile.open(texts))
        .isInstanceOf(UnreadableImage.class)
        .hasMessageContaining("unpack it");
  }

  @Test
  void aMovieIsReadFrameByFrame() {
    final ImagePlus frames = IJ.createImage("frames", "8-bit ramp", 16, 8, 3);
    final Path movie = folder.resolve("movie.avi");
    IJ.run(frames, "AVI... ", "compression=None frame=5 save=[" + movie + "]");
    final ImagePlus opened = ImageFile.open(movie);
    assertThat(opened.getStackSize()).isEqualTo(3);
    assertThat(opened.getStack().isVirtual()).isTrue();
  }
}
