package io.github.inceptionlens.textures;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.textures.imaging.Camera;
import io.github.inceptionlens.textures.imaging.Nuisance;
import io.github.inceptionlens.textures.random.SeededRandom;
import io.github.inceptionlens.textures.structure.Layout;
import io.github.inceptionlens.textures.structure.TextureClass;
import java.util.ArrayList;
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

  private static final int FEWEST = 2;
  private static final int MOST = 5;

  /**
   * Where a class is.
   *
   * @param texture the class
   * @param layout its size, direction and density
   * @param mask the pixels of the region, row by row; the masks of a scene do not overlap
   */
  public record Region(TextureClass texture, Layout layout, boolean[] mask) {}

  /**
   * The scene of two to five classes that a seed draws.
   *
   * @param width pixels
   * @param height pixels
   * @throws UserError when a side is not in 8 to 8192
   */
  public static Scene of(final long seed, final int width, final int height) {
    final SeededRandom dice = new SeededRandom(seed, "classes");
    final int count = FEWEST + dice.below(MOST - FEWEST + 1);
    final List<TextureClass> left = new ArrayList<>(List.of(TextureClass.values()));
    left.remove(TextureClass.EMPTY);
    final List<TextureClass> drawn = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      drawn.add(left.remove(dice.below(left.size())));
    }
    return of(seed, drawn, width, height);
  }

  /**
   * A scene of the given classes.
   *
   * @param classes at least one class, none twice, not the empty background
   * @param width pixels
   * @param height pixels
   * @throws UserError when a side is not in 8 to 8192 or the classes are not as said
   */
  public static Scene of(
      final long seed, final List<TextureClass> classes, final int width, final int height) {
    check(classes);
    Textures.check("width", width);
    Textures.check("height", height);
    final Regions places = places(seed, classes.size(), width, height);
    final float[] structure = new float[width * height];
    final List<Region> regions = new ArrayList<>();
    for (int k = 0; k < classes.size(); k++) {
      final Layout layout = Layout.draw(seed, "layout " + k);
      final SeededRandom dice = new SeededRandom(seed, "structure " + k);
      places.fill(k, classes.get(k).paint(layout, width, height, dice).values, structure);
      regions.add(new Region(classes.get(k), layout, places.mask(k)));
    }
    final Nuisance nuisance = Nuisance.draw(seed);
    final Camera camera = new Camera(nuisance, width, height, seed);
    return new Scene(seed, nuisance, List.copyOf(regions), structure, camera.expose(structure));
  }

  /** Regions for the classes and one or two more that stay empty. */
  private static Regions places(
      final long seed, final int classes, final int width, final int height) {
    final SeededRandom dice = new SeededRandom(seed, "regions");
    return new Regions(width, height, classes + 1 + dice.below(2), dice);
  }

  private static void check(final List<TextureClass> classes) {
    if (classes.isEmpty()
        || classes.contains(TextureClass.EMPTY)
        || EnumSet.copyOf(classes).size() < classes.size()) {
      throw new UserError(
          "classes are "
              + classes
              + "; a scene needs at least one, none twice, and not the empty background");
    }
  }
}
