package io.github.inceptionlens.website;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/**
 * A picture as a file of a page: of few pixels a PNG, in which each stays as it is, else a JPEG.
 *
 * @param ending {@code png} or {@code jpg}
 */
public record SmallPicture(int width, int height, String ending, byte[] content) {

  private static final int FEW = 48;
  private static final float QUALITY = 0.88f;

  /**
   * @param side the longest that a side may be; a larger picture is made smaller
   */
  public static SmallPicture of(final BufferedImage picture, final int side) {
    final int longer = Math.max(picture.getWidth(), picture.getHeight());
    final double scale = Math.min(1, (double) side / longer);
    final BufferedImage shown = scaled(picture, scale);
    final boolean isSmall = longer <= FEW;
    return new SmallPicture(
        shown.getWidth(),
        shown.getHeight(),
        isSmall ? "png" : "jpg",
        isSmall ? png(shown) : jpeg(shown));
  }

  /** A JPEG in any case. */
  static SmallPicture icon(final BufferedImage picture, final int side) {
    final double scale = (double) side / Math.max(picture.getWidth(), picture.getHeight());
    final BufferedImage shown = scaled(picture, scale);
    return new SmallPicture(shown.getWidth(), shown.getHeight(), "jpg", jpeg(shown));
  }

  /** Whether its pixels are few enough to be seen as squares. */
  boolean isOfFewPixels() {
    return ending.equals("png");
  }

  /** Halves it as often as possible before the last step, so that every pixel counts. */
  private static BufferedImage scaled(final BufferedImage picture, final double scale) {
    final int width = (int) Math.max(1, Math.round(scale * picture.getWidth()));
    final int height = (int) Math.max(1, Math.round(scale * picture.getHeight()));
    BufferedImage from = picture;
    while (from.getWidth() >= 2 * width && from.getHeight() >= 2 * height) {
      from = drawn(from, from.getWidth() / 2, from.getHeight() / 2);
    }
    return drawn(from, width, height);
  }

  private static BufferedImage drawn(final BufferedImage from, final int width, final int height) {
    final BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    final Graphics2D graphics = to.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    graphics.drawImage(from, 0, 0, width, height, null);
    graphics.dispose();
    return to;
  }

  private static byte[] png(final BufferedImage picture) {
    try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
      ImageIO.write(picture, "png", bytes);
      return bytes.toByteArray();
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] jpeg(final BufferedImage picture) {
    final ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    final ImageWriteParam parameters = writer.getDefaultWriteParam();
    parameters.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    parameters.setCompressionQuality(QUALITY);
    final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(picture, null, null), parameters);
    } catch (final IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
