package io.github.inceptionlens.textures;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Writes a picture of scenes, each beside its masks: {@code SceneSheet <file.png> [seed]}. */
final class SceneSheet {

  private static final int COLUMNS = 3;
  private static final int ROWS = 4;
  private static final int SIZE = 224;

  private SceneSheet() {}

  public static void main(final String[] arguments) throws IOException {
    final long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 0;
    final BufferedImage sheet =
        new BufferedImage(COLUMNS * (2 * SIZE + 8), ROWS * (SIZE + 4), BufferedImage.TYPE_INT_RGB);
    final Graphics2D graphics = sheet.createGraphics();
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 11));
    for (int i = 0; i < COLUMNS * ROWS; i++) {
      final Scene scene = Scene.of(seed + i, SIZE, SIZE);
      final int left = i % COLUMNS * (2 * SIZE + 8);
      final int top = i / COLUMNS * (SIZE + 4);
      graphics.drawImage(TextureSheet.picture(scene.image()), left, top, null);
      graphics.drawImage(masks(scene), left + SIZE + 1, top, null);
      label(graphics, scene, left + SIZE + 1, top);
    }
    ImageIO.write(sheet, "png", new File(arguments[0]));
  }

  private static BufferedImage masks(final Scene scene) {
    final BufferedImage picture = new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_RGB);
    for (int k = 0; k < scene.regions().size(); k++) {
      final int color = Color.HSBtoRGB(k / 5f, 0.7f, 0.6f);
      final boolean[] mask = scene.regions().get(k).mask();
      for (int i = 0; i < mask.length; i++) {
        if (mask[i]) {
          picture.setRGB(i % SIZE, i / SIZE, color);
        }
      }
    }
    return picture;
  }

  private static void label(
      final Graphics2D graphics, final Scene scene, final int left, final int top) {
    graphics.setColor(Color.WHITE);
    for (final Scene.Region region : scene.regions()) {
      long x = 0;
      long y = 0;
      long count = 1;
      for (int i = 0; i < region.mask().length; i++) {
        if (region.mask()[i]) {
          x += i % SIZE;
          y += i / SIZE;
          count++;
        }
      }
      graphics.drawString(
          region.texture().label(), left + (int) (x / count) - 35, top + (int) (y / count));
    }
  }
}
