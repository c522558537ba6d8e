package io.github.inceptionlens.textures;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.textures.structure.TextureClass;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;

/**
 * Writes a picture of six samples of every class: {@code ContactSheet <file.png> [size] [seed]}.
 */
final class TextureSheet {

  private static final int PER_CLASS = 6;
  private static final int LABEL = 14;
  private static final int BLOCKS = 2;

  private TextureSheet() {}

  public static void main(final String[] arguments) throws IOException {
    final int size = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 128;
    final long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 0;
    final TextureClass[] classes = TextureClass.values();
    final int rows = (classes.length + BLOCKS - 1) / BLOCKS;
    final int block = PER_CLASS * (size + 2) + 10;
    final BufferedImage sheet =
        new BufferedImage(BLOCKS * block, rows * (size + LABEL + 2), BufferedImage.TYPE_INT_RGB);
    final Graphics2D graphics = sheet.createGraphics();
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 12));
    graphics.setColor(Color.WHITE);
    for (final TextureClass texture : classes) {
      final int left = texture.ordinal() / rows * block;
      final int top = texture.ordinal() % rows * (size + LABEL + 2);
      graphics.drawString(texture.label(), left + 2, top + LABEL - 3);
      for (int i = 0; i < PER_CLASS; i++) {
        final long s = seed + 1000L * texture.ordinal() + i;
        final TextureSample sample = Textures.sample(texture, s, size, size);
        graphics.drawImage(picture(sample.image()), left + i * (size + 2), top + LABEL, null);
      }
    }
    ImageIO.write(sheet, "png", new File(arguments[0]));
  }

  static BufferedImage picture(final Picture image) {
    final int width = image.width();
    final int height = image.height();
    final BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < width * height; i++) {
      int rgb = 0;
      for (int c = 0; c < 3; c++) {
        rgb = rgb << 8 | Math.round(image.plane(c)[i]);
      }
      picture.setRGB(i % width, i / width, rgb);
    }
    return picture;
  }
}
