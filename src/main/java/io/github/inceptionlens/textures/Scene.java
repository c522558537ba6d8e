package io.github.inceptionlens.textures;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.textures.imaging.Camera;
import io.github.inceptionlens.textures.imaging.Nuisance;
import io.github.inceptionlens.textures.structure.Layout;
import io.github.inceptionlens.textures.structure.TextureClass;
import java.util.EnumSet;
import java.util.List;

/**
 * Structures of several classes in one image, each in a region of its own on an empty background,
 * photographed together.
 *
 * @param seed what the scene was made from
 * @param nuisance how the image was taken
 * @param regions the regions, without the background
 * @param structure the clean structure, 0 to 1, row by row, before the nuisance
 * @param image red, green and blue planes, 0 to 255
 */
public record Scene(
    long seed, Nuisance nuisance, List<Region> regions, float[] structure, Picture image) {

  /**
   * Where a class is.
   *
   * @param texture the class
   * @param layout its size, direction and density
   * @param mask the pixels of the region, row by row; the masks of a scene do not overlap
   * @param extent the mask and the border over which the structure fades: it is nowhere else
   */
  public record Region(TextureClass texture, Layout layout, boolean[] mask, boolean[] extent) {}

  /**
   * The scene of two to five classes that a seed draws.
   *
   * @param width pixels
   * @param height pixels
   * @throws io.github.inceptionlens.core.UserError when a side is not in 8 to 8192
   */
  public static Scene of(final long seed, final int width, final int height) {
    return of(seed, SceneRecipe.draw(seed, EnumSet.allOf(TextureClass.class)), width, height);
  }

  /**
   * A scene of the given classes.
   *
   * @param classes at least one class, none twice, not the empty background
   * @param width pixels
   * @param height pixels
   * @throws io.github.inceptionlens.core.UserError when a side is not in 8 to 8192 or the classes
   *     are not as said
   */
  public static Scene of(
      final long seed, final List<TextureClass> classes, final int width, final int height) {
    final SceneRecipe recipe = SceneRecipe.of(seed, classes, width, height);
    return recipe.takenBy(new Camera(recipe.nuisance(), width, height, seed));
  }
}
