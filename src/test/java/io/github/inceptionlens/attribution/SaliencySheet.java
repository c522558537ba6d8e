package io.github.inceptionlens.attribution;

import io.github.inceptionlens.Golden;
import io.github.inceptionlens.attribution.path.ExpectedGradients;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.network.InceptionV1;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Draws every method's map of the sample cat, to be looked at. */
public final class SaliencySheet {

  private static final int SIDE = 224;
  private static final int CELL = SIDE + 20;
  private static final int COLUMNS = 6;
  private static final double CLIP = 0.995;

  private SaliencySheet() {}

  /**
   * @param arguments the PNG to write and, optionally, the target
   */
  public static void main(final String[] arguments) throws IOException {
    final String target = arguments.length > 1 ? arguments[1] : "class:285";
    final Picture cat = Golden.picture();
    final int rows = AttributionMethods.all().size() / COLUMNS + 1;
    final BufferedImage sheet =
        new BufferedImage(COLUMNS * CELL, rows * CELL, BufferedImage.TYPE_INT_RGB);
    final Graphics2D pen = sheet.createGraphics();
    draw(pen, 0, target, picture(cat));
    try (InceptionV1 network = Golden.network()) {
      int cell = 1;
      for (final AttributionMethod method : AttributionMethods.all()) {
        final AttributionRequest request = request(method, cat, target);
        final Attribution result = method.attribute(network, cat, request, Progress.NONE);
        System.out.println(result.provenance());
        draw(pen, cell++, method.name(), picture(result.map()));
      }
    }
    ImageIO.write(sheet, "png", new File(arguments[0]));
    System.exit(0);
  }

  private static AttributionRequest request(
      final AttributionMethod method, final Picture cat, final String target) {
    final AttributionRequest request =
        AttributionRequest.of(target).steps(24).noise(8, 0.15).window(48, 16);
    return method instanceof ExpectedGradients ? request.baseline(tones(cat)) : request;
  }

  /** Nine plain pictures from black to white and their noisy likes, for want of photographs. */
  private static Baseline tones(final Picture like) {
    final List<Picture> tones = new ArrayList<>();
    final Random random = new Random(1);
    for (int i = 0; i < 9; i++) {
      final double tone = 255.0 * i / 8;
      tones.add(
          PlaneArithmetic.map(
              like, (channel, k) -> Math.min(255, Math.max(0, tone + 20 * random.nextGaussian()))));
    }
    return new Baseline.Given("tones", tones);
  }

  private static void draw(
      final Graphics2D pen, final int cell, final String name, final BufferedImage picture) {
    final int x = cell % COLUMNS * CELL;
    final int y = cell / COLUMNS * CELL;
    pen.drawImage(picture, x, y, null);
    pen.setColor(Color.WHITE);
    pen.drawString(name, x + 4, y + SIDE + 14);
  }

  private static BufferedImage picture(final Picture rgb) {
    final float[][] planes = rgb.arrays();
    final BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < planes[0].length; i++) {
      image.setRGB(
          i % SIDE,
          i / SIDE,
          (int) planes[0][i] << 16 | (int) planes[1][i] << 8 | (int) planes[2][i]);
    }
    return image;
  }

  private static BufferedImage picture(final AttributionMap map) {
    float[] values = ColorReduction.SUM.of(map.values(), Sign.SIGNED);
    if (map instanceof AttributionMap.OfLayer layer) {
      values = Registration.ALIGNED.place(values, layer.geometry(), Placement.identity(SIDE, SIDE));
    }
    final double top = clip(values);
    final BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < values.length; i++) {
      final float part = (float) Math.max(-1, Math.min(1, values[i] / top));
      final float fade = 1 - Math.abs(part);
      image.setRGB(
          i % SIDE,
          i / SIDE,
          (part > 0 ? new Color(1, fade, fade) : new Color(fade, fade, 1)).getRGB());
    }
    return image;
  }

  private static double clip(final float[] values) {
    final double[] sizes = new double[values.length];
    for (int i = 0; i < sizes.length; i++) {
      sizes[i] = Math.abs(values[i]);
    }
    Arrays.sort(sizes);
    return Math.max(sizes[(int) (CLIP * (sizes.length - 1))], Double.MIN_NORMAL);
  }
}
