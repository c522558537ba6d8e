package io.github.inceptionlens.textures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.textures.Scene.Region;
import io.github.inceptionlens.textures.random.SeededRandom;
import io.github.inceptionlens.textures.structure.Layout;
import io.github.inceptionlens.textures.structure.TextureClass;
import java.util.List;
import java.util.zip.CRC32;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SceneTest {

  @Property(tries = 60)
  void everyRegionHasPixelsOfItsOwn(
      @ForAll final long seed,
      @ForAll @IntRange(min = 16, max = 150) final int width,
      @ForAll @IntRange(min = 16, max = 150) final int height) {
    final Scene scene = Scene.of(seed, width, height);
    assertThat(scene.image().dimensionsAsLongArray()).containsExactly(width, height, 3);
    assertThat(scene.regions()).hasSizeBetween(2, 5);
    assertThat(scene.regions())
        .extracting(Region::texture)
        .doesNotHaveDuplicates()
        .doesNotContain(TextureClass.EMPTY);
    int taken = 0;
    for (int i = 0; i < width * height; i++) {
      final int pixel = i;
      final long owners = scene.regions().stream().filter(r -> r.mask()[pixel]).count();
      assertThat(owners).isLessThanOrEqualTo(1);
      taken += owners;
    }
    assertThat(taken).isLessThan((int) (0.95 * width * height));
    assertThat(scene.regions()).allMatch(r -> size(r) >= 0.02 * width * height);
  }

  @Property(tries = 20)
  void structureFadesOverTheBordersAndIsNowhereElse(@ForAll final long seed) {
    final Scene scene = Scene.of(seed, 120, 90);
    double inside = 0;
    double outside = 0;
    for (int i = 0; i < 120 * 90; i++) {
      final int pixel = i;
      final boolean in = scene.regions().stream().anyMatch(r -> r.mask()[pixel]);
      inside += in ? scene.structure()[i] : 0;
      outside += in ? 0 : scene.structure()[i];
    }
    assertThat(outside).isLessThan(0.1 * inside);
  }

  @Example
  void aRegionShowsItsClassUnchanged() {
    final List<TextureClass> alone = List.of(TextureClass.CHECKERBOARD);
    final Scene scene = Scene.of(4, alone, 200, 150);
    final Layout layout = scene.regions().get(0).layout();
    final float[] whole =
        TextureClass.CHECKERBOARD.paint(layout, 200, 150, new SeededRandom(4, "structure 0"))
            .values;
    int equal = 0;
    for (int i = 0; i < whole.length; i++) {
      equal += scene.regions().get(0).mask()[i] && whole[i] == scene.structure()[i] ? 1 : 0;
    }
    assertThat(equal).isGreaterThan((int) (0.8 * size(scene.regions().get(0))));
  }

  @Example
  void aSeedMakesTheSameSceneTwice() {
    assertThat(digest(Scene.of(11, 90, 60)))
        .isEqualTo(digest(Scene.of(11, 90, 60)))
        .isNotEqualTo(digest(Scene.of(12, 90, 60)));
  }

  @Example
  void refusesClassesThatMakeNoScene() {
    for (final List<TextureClass> classes :
        List.of(
            List.<TextureClass>of(),
            List.of(TextureClass.RODS, TextureClass.RODS),
            List.of(TextureClass.EMPTY, TextureClass.RODS))) {
      assertThatThrownBy(() -> Scene.of(1, classes, 64, 64))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("none twice");
    }
  }

  private static int size(final Region region) {
    int size = 0;
    for (final boolean in : region.mask()) {
      size += in ? 1 : 0;
    }
    return size;
  }

  private static long digest(final Scene scene) {
    final CRC32 digest = new CRC32();
    Pixels.digest(scene.image(), digest);
    return digest.getValue();
  }
}
