package io.github.inceptionlens.textures;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.textures.imaging.Camera;
import io.github.inceptionlens.textures.imaging.Nuisance;
import io.github.inceptionlens.textures.random.SeededRandom;
import io.github.inceptionlens.textures.structure.Layout;
import io.github.inceptionlens.textures.structure.TextureClass;

/**
 * Makes images of known classes, the same to the last bit for the same seed, on every machine.
 *
 * <p>Structures have sizes in pixels, whatever the size of the image: a larger image shows more of
 * them. Below about 48 pixels an image may show too little of a structure to tell its class.
 */
public final class Textures {

  private static final int SMALLEST = 8;
  private static final int LARGEST = 8192;

  private Textures() {}

  /**
   * A square image of the class that the seed draws; each class is equally likely.
   *
   * @param size the image's side in pixels
   * @throws UserError when the size is not in 8 to 8192
   */
  public static TextureSample sample(final long seed, final int size) {
    final TextureClass[] classes = TextureClass.values();
    final TextureClass drawn = classes[new SeededRandom(seed, "class").below(classes.length)];
    return sample(drawn, seed, size, size);
  }

  /**
   * An image of the given class.
   *
   * @param width pixels
   * @param height pixels
   * @throws UserError when a side is not in 8 to 8192
   */
  public static TextureSample sample(
      final TextureClass texture, final long seed, final int width, final int height) {
    return sample(texture, seed, Nuisance.draw(seed), width, height);
  }

  /**
   * An image of the given class, taken in the given way.
   *
   * @param width pixels
   * @param height pixels
   * @throws UserError when a side is not in 8 to 8192
   */
  public static TextureSample sample(
      final TextureClass texture,
      final long seed,
      final Nuisance nuisance,
      final int width,
      final int height) {
    final float[] structure = structure(texture, seed, width, height);
    final Camera camera = new Camera(nuisance, width, height, seed);
    return new TextureSample(
        texture, seed, layout(seed), nuisance, structure, camera.expose(structure));
  }

  /**
   * The clean structure alone: 0 where there is none, 1 where it is strongest, row by row.
   *
   * @throws UserError when a side is not in 8 to 8192
   */
  public static float[] structure(
      final TextureClass texture, final long seed, final int width, final int height) {
    check("width", width);
    check("height", height);
    return texture.paint(layout(seed), width, height, new SeededRandom(seed, "structure")).values;
  }

  private static Layout layout(final long seed) {
    return Layout.draw(seed, "layout");
  }

  static void check(final String name, final int pixels) {
    if (pixels < SMALLEST || pixels > LARGEST) {
      throw new UserError(
          name + " is " + pixels + " pixels, expected " + SMALLEST + " to " + LARGEST);
    }
  }
}
