package io.github.inceptionlens.image.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.collection.UnreadableImage;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole files open, and those that are cut short do not, in whatever format. */
final class ImageFileTest {

  private static final int WIDTH = 120;
  private static final int HEIGHT = 100;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "none, 10, 1",
    "none, 10, 3",
    "none, 12, 1",
    "none, 12, 2",
    "none, 1, 1",
    "LZW, 10, 1",
    "LZW, 10, 3",
    "LZW, 1, 2",
    "Deflate, 10, 1",
    "Deflate, 10, 2",
    "ZLib, 10, 1",
    "PackBits, 10, 3",
    "PackBits, 1, 1"
  })
  void tiff(final String compression, final int type, final int pages) throws IOException {
    final byte[] whole = tiff(noise(type), compression, pages);
    assertThat(ImageFile.open(file("a.tif", whole)).getStackSize()).isEqualTo(pages);
    assertCutIsRefused("a.tif", whole);
  }

  @Test
  void tiffOfTwelveBits() throws IOException {
    final byte[] whole = twelveBits();
    assertThat(ImageFile.open(file("a.tif", whole)).getBitDepth()).isEqualTo(16);
    assertCutIsRefused("a.tif", whole);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif", "bmp", "jpg"})
  void pictures(final String format) throws IOException {
    final byte[] whole = written(noise(BufferedImage.TYPE_INT_RGB), format);
    assertThat(ImageFile.open(file("a." + format, whole)).getWidth()).isEqualTo(WIDTH);
    assertCutIsRefused("a." + format, whole);
  }

  @Test
  void aJpegWithAWholeJpegInItsHeader() throws IOException {
    final byte[] all = written(noise(BufferedImage.TYPE_INT_RGB), "jpg");
    final byte[] small = written(new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB), "jpg");
    final ByteBuffer whole = ByteBuffer.allocate(all.length + small.length + 4);
    whole.put(all, 0, 2).put((byte) 0xff).put((byte) 0xe1).putShort((short) (small.length + 2));
    whole.put(small).put(all, 2, all.length - 2);
    assertThat(ImageFile.open(file("a.jpg", whole.array())).getWidth()).isEqualTo(WIDTH);
    assertCutIsRefused("a.jpg", whole.array());
  }

  @ParameterizedTest
  @CsvSource({
    "P1, 12000, ' 1'",
    "P2, 12000, ' 17'",
    "P3, 36000, ' 17'",
    "P4, 1500, x",
    "P5, 12000, x",
    "P6, 36000, x"
  })
  void portableMaps(final String kind, final int count, final String value) throws IOException {
    final String white = kind.equals("P1") || kind.equals("P4") ? "" : "\n255";
    final byte[] whole =
        (kind + "\n# made in a lab of 77 people\n120 100" + white + "\n" + value.repeat(count))
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(ImageFile.open(file("a.pnm", whole)).getHeight()).isEqualTo(HEIGHT);
    assertCutIsRefused("a.pnm", whole);
  }

  @Test
  void fits() throws IOException {
    final StringBuilder header = new StringBuilder();
    for (final String line :
        new String[] {
          "SIMPLE  =                    T",
          "BITPIX  =                    8",
          "NAXIS   =                    2",
          "NAXIS1  =                  120",
          "NAXIS2  =                  100",
          "END"
        }) {
      header.append(String.format(Locale.ROOT, "%-80s", line));
    }
    final byte[] whole =
        (String.format(Locale.ROOT, "%-2880s", header) + "x".repeat(WIDTH * HEIGHT))
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(ImageFile.open(file("a.fits", whole)).getHeight()).isEqualTo(HEIGHT);
    assertCutIsRefused("a.fits", whole);
  }

  private void assertCutIsRefused(final String name, final byte[] whole) throws IOException {
    for (final double part : new double[] {0.99, 0.6}) {
      final Path cut = file(name, Arrays.copyOf(whole, (int) (whole.length * part)));
      assertThatThrownBy(() -> ImageFile.open(cut))
          .as("%s of %s", part, name)
          .isInstanceOf(UnreadableImage.class)
          .hasMessageContaining("cut short");
    }
  }

  private Path file(final String name, final byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }

  private static BufferedImage noise(final int type) {
    final int kind = type == 1 ? BufferedImage.TYPE_INT_RGB : type;
    final BufferedImage image = new BufferedImage(WIDTH, HEIGHT, kind);
    final Random random = new Random(3);
    for (int i = 0; i < WIDTH * HEIGHT; i++) {
      final int gray = random.nextInt(256);
      final int value = kind == BufferedImage.TYPE_INT_RGB ? random.nextInt() : 0x10101 * gray;
      image.setRGB(i % WIDTH, i / WIDTH, value);
    }
    return image;
  }

  private static byte[] written(final BufferedImage image, final String format) throws IOException {
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    return bytes.toByteArray();
  }

  private static byte[] tiff(final BufferedImage image, final String compression, final int pages)
      throws IOException {
    final ImageWriter writer = ImageIO.getImageWritersByFormatName("TIFF").next();
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      final ImageWriteParam param = writer.getDefaultWriteParam();
      if (!compression.equals("none")) {
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType(compression);
      }
      writer.prepareWriteSequence(null);
      for (int i = 0; i < pages; i++) {
        writer.writeToSequence(new IIOImage(image, null, null), param);
      }
      writer.endWriteSequence();
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }

  private static byte[] twelveBits() {
    final int[][] tags = {
      {256, WIDTH},
      {257, HEIGHT},
      {258, 12},
      {259, 1},
      {262, 1},
      {273, 122},
      {277, 1},
      {278, HEIGHT},
      {279, WIDTH * HEIGHT * 3 / 2}
    };
    final ByteBuffer bytes =
        ByteBuffer.allocate(122 + WIDTH * HEIGHT * 3 / 2).order(ByteOrder.LITTLE_ENDIAN);
    bytes.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8);
    bytes.putShort((short) tags.length);
    for (final int[] tag : tags) {
      bytes.putShort((short) tag[0]).putShort((short) 4).putInt(1).putInt(tag[1]);
    }
    return bytes.array();
  }
}
