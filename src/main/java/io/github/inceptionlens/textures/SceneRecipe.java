package io.github.inceptionlens.textures;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.textures.imaging.Camera;
import io.github.inceptionlens.textures.imaging.Coloring;
import io.github.inceptionlens.textures.imaging.Nuisance;
import io.github.inceptionlens.textures.random.SeededRandom;
import io.github.inceptionlens.textures.structure.Layout;
import io.github.inceptionlens.textures.structure.TextureClass;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a scene is drawn from, so that scenes can be drawn that differ in one thing alone.
 *
 * <p>Their noise is drawn for each place on its own, unlike that of {@link Scene#of}: two scenes
 * are equal to the last bit in every pixel that lies farther than {@link Nuisance#blurRadius} from
 * the extent of what only one of them shows.
 *
 * @param seed where regions, layouts and noise come from
 * @param classes what there is a region for, each once, at least one, not the empty background
 * @param missing of which nothing is painted, though the regions are as they are; may name classes
 *     that the scene has no region for
 * @param nuisance how the image is taken
 * @param width pixels, 8 to 8192
 * @param height pixels, 8 to 8192
 */
public record SceneRecipe(
    long seed,
    List<TextureClass> classes,
    Set<TextureClass> missing,
    Nuisance nuisance,
    int width,
    int height) {

  private static final int FEWEST = 2;
  private static final int MOST = 5;

  /**
   * @throws UserError when a side is not in 8 to 8192 or the classes are not as said
   */
  public SceneRecipe {
    if (classes.isEmpty()
        || classes.contains(TextureClass.EMPTY)
        || EnumSet.copyOf(classes).size() < classes.size()) {
      throw new UserError(
          "classes are "
              + classes
              + "; a scene needs at least one, none twice, and not the empty background");
    }
    Textures.check("width", width);
    Textures.check("height", height);
    classes = List.copyOf(classes);
    missing = Set.copyOf(missing);
  }

  /**
   * The recipe of a scene of the given classes.
   *
   * @throws UserError when a side is not in 8 to 8192 or the classes are not as said
   */
  public static SceneRecipe of(
      final long seed, final List<TextureClass> classes, final int width, final int height) {
    return new SceneRecipe(seed, classes, Set.of(), Nuisance.draw(seed), width, height);
  }

  /**
   * The classes that a seed draws: two to five of the given ones, or as many as there are.
   *
   * @param among the empty background does not count
   */
  public static List<TextureClass> draw(final long seed, final Collection<TextureClass> among) {
    final SeededRandom dice = new SeededRandom(seed, "classes");
    final int count = FEWEST + dice.below(MOST - FEWEST + 1);
    final Set<TextureClass> ordered = EnumSet.noneOf(TextureClass.class);
    ordered.addAll(among);
    ordered.remove(TextureClass.EMPTY);
    final List<TextureClass> left = new ArrayList<>(ordered);
    final List<TextureClass> drawn = new ArrayList<>();
    while (drawn.size() < count && !left.isEmpty()) {
      drawn.add(left.remove(dice.below(left.size())));
    }
    return drawn;
  }

  /** The same scene without some of its structures, all else as it is. */
  public SceneRecipe without(final Collection<TextureClass> gone) {
    final Set<TextureClass> all = EnumSet.noneOf(TextureClass.class);
    all.addAll(missing);
    all.addAll(gone);
    return new SceneRecipe(seed, classes, all, nuisance, width, height);
  }

  /** The same scene in other colors. */
  public SceneRecipe in(final Coloring coloring) {
    return new SceneRecipe(seed, classes, missing, nuisance.in(coloring), width, height);
  }

  /** The scene, its regions without those of what is missing. */
  public Scene scene() {
    return takenBy(Camera.placingNoise(nuisance, width, height, seed));
  }

  /** The scene as a camera of the same nuisance and size takes it. */
  Scene takenBy(final Camera camera) {
    final Regions places = places();
    final float[] structure = new float[width * height];
    final List<Scene.Region> regions = new ArrayList<>();
    for (int k = 0; k < classes.size(); k++) {
      if (!missing.contains(classes.get(k))) {
        final Layout layout = Layout.draw(seed, "layout " + k);
        final SeededRandom dice = new SeededRandom(seed, "structure " + k);
        places.fill(k, classes.get(k).paint(layout, width, height, dice).values, structure);
        regions.add(new Scene.Region(classes.get(k), layout, places.mask(k), places.extent(k)));
      }
    }
    return new Scene(seed, nuisance, List.copyOf(regions), structure, camera.expose(structure));
  }

  /** Regions for the classes and one or two more that stay empty. */
  private Regions places() {
    final SeededRandom dice = new SeededRandom(seed, "regions");
    return new Regions(width, height, classes.size() + 1 + dice.below(2), dice);
  }
}
