package io.github.inceptionlens.textures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.textures.imaging.Coloring;
import io.github.inceptionlens.textures.structure.TextureClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class SceneRecipeTest {

  private static final Set<TextureClass> ALL = EnumSet.allOf(TextureClass.class);

  @Property(tries = 80)
  void withAndWithoutDifferWithinTheReachOfWhatIsLeftOutAlone(
      @ForAll final long seed,
      @ForAll @IntRange(min = 8, max = 130) final int width,
      @ForAll @IntRange(min = 8, max = 130) final int height,
      @ForAll @IntRange(max = 4) final int which) {
    final SceneRecipe recipe = recipe(seed, width, height);
    final TextureClass gone = recipe.classes().get(which % recipe.classes().size());
    final Scene with = recipe.scene();
    final Scene without = recipe.without(List.of(gone)).scene();
    final boolean[] reach =
        widened(region(with, gone).extent(), width, height, recipe.nuisance().blurRadius());
    for (int c = 0; c < 3; c++) {
      for (int i = 0; i < width * height; i++) {
        if (!reach[i]) {
          assertThat(without.image().plane(c)[i]).isEqualTo(with.image().plane(c)[i]);
        }
      }
    }
    assertThat(without.nuisance()).isEqualTo(with.nuisance());
    assertThat(without.regions())
        .hasSize(with.regions().size() - 1)
        .allSatisfy(
            left -> {
              final Scene.Region same = region(with, left.texture());
              assertThat(left.mask()).isEqualTo(same.mask());
              assertThat(left.extent()).isEqualTo(same.extent());
              assertThat(left.layout()).isEqualTo(same.layout());
            });
  }

  @Property(tries = 40)
  void whatIsLeftOutWasToBeSeen(@ForAll final long seed) {
    final SceneRecipe recipe = recipe(seed, 120, 120);
    final TextureClass gone = recipe.classes().get(0);
    final Scene with = recipe.scene();
    final Scene without = recipe.without(List.of(gone)).scene();
    final boolean[] mask = region(with, gone).mask();
    int changed = 0;
    int size = 0;
    double structure = 0;
    for (int i = 0; i < mask.length; i++) {
      if (mask[i]) {
        size++;
        changed += without.image().plane(0)[i] == with.image().plane(0)[i] ? 0 : 1;
        structure += with.structure()[i] > 0.1 ? 1 : 0;
        assertThat(without.structure()[i]).isZero();
      }
    }
    assertThat(changed).isGreaterThan((int) (0.5 * structure)).isPositive();
    assertThat(changed).isLessThanOrEqualTo(size);
  }

  @Property(tries = 20)
  void aSceneThatDoesNotHoldItIsTheSameBitForBit(@ForAll final long seed) {
    final SceneRecipe recipe = recipe(seed, 70, 50);
    final Set<TextureClass> others = EnumSet.copyOf(ALL);
    others.removeAll(recipe.classes());
    same(recipe.without(others).scene(), recipe.scene());
  }

  @Property(tries = 20)
  void onlyNoiseTellsItFromTheSceneOfThatSeed(@ForAll final long seed) {
    final Scene scene = recipe(seed, 90, 60).scene();
    final Scene before = Scene.of(seed, 90, 60);
    assertThat(scene.structure()).isEqualTo(before.structure());
    assertThat(scene.nuisance()).isEqualTo(before.nuisance());
    assertThat(scene.regions()).hasSameSizeAs(before.regions());
    assertThat(mean(scene)).isCloseTo(mean(before), within(2.0));
  }

  @Property(tries = 20)
  void grayScenesAreGrayAndShowTheSame(@ForAll final long seed) {
    final SceneRecipe recipe = recipe(seed, 60, 60);
    final Scene gray = recipe.in(Coloring.GRAY).scene();
    assertThat(gray.image().plane(1)).isEqualTo(gray.image().plane(0));
    assertThat(gray.image().plane(2)).isEqualTo(gray.image().plane(0));
    assertThat(gray.structure()).isEqualTo(recipe.scene().structure());
    assertThat(gray.nuisance().in(recipe.nuisance().coloring())).isEqualTo(recipe.nuisance());
  }

  @Property(tries = 30)
  void structuresAreWithinTheirExtentsWhichDoNotOverlap(@ForAll final long seed) {
    final Scene scene = recipe(seed, 100, 80).scene();
    for (int i = 0; i < scene.structure().length; i++) {
      final int pixel = i;
      final long owners = scene.regions().stream().filter(r -> r.extent()[pixel]).count();
      assertThat(owners).isLessThanOrEqualTo(1);
      if (owners == 0) {
        assertThat(scene.structure()[i]).isZero();
      }
      assertThat(scene.regions()).noneMatch(r -> r.mask()[pixel] && !r.extent()[pixel]);
    }
  }

  @Property(tries = 60)
  void classesAreDrawnFromThoseGivenInWhateverOrder(
      @ForAll final long seed, @ForAll final Set<TextureClass> among) {
    final List<TextureClass> drawn = SceneRecipe.draw(seed, among);
    final long structures = among.stream().filter(one -> one != TextureClass.EMPTY).count();
    assertThat(drawn).doesNotHaveDuplicates().doesNotContain(TextureClass.EMPTY);
    assertThat(among).containsAll(drawn);
    assertThat((long) drawn.size()).isBetween(Math.min(2, structures), Math.min(5, structures));
    assertThat(SceneRecipe.draw(seed, reversed(among))).isEqualTo(drawn);
  }

  @Example
  void aSceneWithoutAllItsStructuresIsTheEmptyBackground() {
    final SceneRecipe recipe = recipe(3, 60, 40);
    final Scene empty = recipe.without(recipe.classes()).scene();
    assertThat(empty.regions()).isEmpty();
    assertThat(empty.structure()).containsOnly(0);
  }

  private static List<TextureClass> reversed(final Set<TextureClass> among) {
    final List<TextureClass> reversed = new ArrayList<>(among);
    reversed.sort(Comparator.reverseOrder());
    return reversed;
  }

  private static SceneRecipe recipe(final long seed, final int width, final int height) {
    return SceneRecipe.of(seed, SceneRecipe.draw(seed, ALL), width, height);
  }

  private static Scene.Region region(final Scene scene, final TextureClass texture) {
    return scene.regions().stream().filter(r -> r.texture() == texture).findFirst().orElseThrow();
  }

  private static void same(final Scene one, final Scene other) {
    for (int c = 0; c < 3; c++) {
      assertThat(Arrays.equals(one.image().plane(c), other.image().plane(c))).isTrue();
    }
  }

  private static double mean(final Scene scene) {
    double sum = 0;
    for (final float value : scene.image().plane(0)) {
      sum += value;
    }
    return sum / scene.image().plane(0).length;
  }

  /** The pixels that are at most so many columns and rows from one of a set. */
  private static boolean[] widened(
      final boolean[] set, final int width, final int height, final int by) {
    final boolean[] wide = new boolean[set.length];
    for (int i = 0; i < set.length; i++) {
      if (set[i]) {
        final int x = i % width;
        final int y = i / width;
        for (int v = Math.max(0, y - by); v <= Math.min(height - 1, y + by); v++) {
          for (int u = Math.max(0, x - by); u <= Math.min(width - 1, x + by); u++) {
            wide[v * width + u] = true;
          }
        }
      }
    }
    return wide;
  }
}
