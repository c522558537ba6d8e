package io.github.inceptionlens;

import io.github.inceptionlens.core.Picture;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** Pictures for the network, read without ImageJ. */
public final class Pictures {

  private Pictures() {}

  /** The file's pixels: width x height x 3 (red, green, blue), values 0 to 255. */
  public static Picture read(final Path file) throws IOException {
    final BufferedImage image = ImageIO.read(file.toFile());
    final int width = image.getWidth();
    final int height = image.getHeight();
    final float[][] planes = new float[3][width * height];
    for (int i = 0; i < width * height; i++) {
      final int rgb = image.getRGB(i % width, i / width);
      planes[0][i] = rgb >> 16 & 0xff;
      planes[1][i] = rgb >> 8 & 0xff;
      planes[2][i] = rgb & 0xff;
    }
    return new Picture(width, height, List.of(planes));
  }
}
