package io.github.inceptionlens.dictionary.truth;

import io.github.inceptionlens.activation.SelectedUnits;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.geometry.PartView;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.Activations;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.textures.Scene;
import io.github.inceptionlens.textures.Textures;
import io.github.inceptionlens.textures.structure.TextureClass;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A generated scene as a layer sees it, and which structure each of the layer's places shows: that
 * of the region which holds the center of what its units see, as in a search for units.
 *
 * @param map the layer
 * @param before the same before its rectifier
 * @param logits of the scene as a whole
 * @param shown by place, row-major: the structure's index, or {@link #NONE}
 */
record SeenScene(FeatureMap map, FeatureMap before, float[] logits, int[] shown) {

  /** Where a structure fades into the background. */
  static final int NONE = -1;

  /** The scenes of some seeds, squares of so many pixels. */
  static List<SeenScene> all(
      final InceptionV1 network,
      final String layer,
      final long firstSeed,
      final int count,
      final int side) {
    return IntStream.range(0, count)
        .mapToObj(i -> of(network, layer, Scene.of(firstSeed + i, side, side)))
        .toList();
  }

  /** Pictures of one structure each, of which no place is said to show any. */
  static List<SeenScene> textures(
      final InceptionV1 network,
      final String layer,
      final long firstSeed,
      final int count,
      final int side) {
    return IntStream.range(0, count)
        .mapToObj(i -> of(network, layer, Textures.sample(firstSeed + i, side).image()))
        .toList();
  }

  private static SeenScene of(final InceptionV1 network, final String layer, final Scene scene) {
    final SeenScene seen = of(network, layer, scene.image());
    seen.show(scene);
    return seen;
  }

  private static SeenScene of(
      final InceptionV1 network, final String layer, final Picture picture) {
    final String before = layer + Architecture.PRE_RELU;
    final Activations seen = network.run(picture, List.of(layer, before, Architecture.LOGITS));
    final FeatureMap map = seen.map(layer);
    final int[] shown = new int[map.channel(0).length];
    Arrays.fill(shown, NONE);
    return new SeenScene(map, seen.map(before), seen.logits(), shown);
  }

  private void show(final Scene scene) {
    final boolean[] empty = new boolean[scene.image().width() * scene.image().height()];
    Arrays.fill(empty, true);
    for (final Scene.Region region : scene.regions()) {
      for (int i = 0; i < empty.length; i++) {
        empty[i] &= !region.extent()[i];
      }
    }
    mark(scene, empty, TextureClass.EMPTY);
    scene.regions().forEach(one -> mark(scene, one.mask(), one.texture()));
  }

  private void mark(final Scene scene, final boolean[] mask, final TextureClass structure) {
    final int width = scene.image().width();
    final View part =
        new PartView(
            View.of(scene.image()),
            0,
            0,
            width,
            scene.image().height(),
            (x, y) -> mask[y * width + x]);
    for (final int place : new SelectedUnits(map.geometry(), part).indices()) {
      shown[place] = structure.ordinal();
    }
  }
}
