package io.github.inceptionlens.activation.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.activation.statistics.HeldOutLabel;
import io.github.inceptionlens.activation.statistics.LayerStatistics;
import io.github.inceptionlens.activation.statistics.UnitStatistics;
import io.github.inceptionlens.collection.MemoryPictures;
import io.github.inceptionlens.collection.MemoryPictures.MemoryPicture;
import io.github.inceptionlens.collection.scan.KeptCollector;
import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.RankMeasures;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.textures.Scene;
import io.github.inceptionlens.textures.structure.TextureClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Units that are known: made of the masks of scenes. */
final class KnownUnitsTest {

  private static final int SIDE = 64;
  private static final int STEP = 4;
  private static final int PLACES = SIDE / STEP;
  private static final TextureClass A = TextureClass.NUCLEI;
  private static final TextureClass B = TextureClass.CHECKERBOARD;
  private static final List<List<TextureClass>> SHOWN =
      List.of(List.of(A), List.of(B), List.of(A, B), List.of(TextureClass.SPIRALS));
  private static final List<String> LABELS = List.of("A", "B", "A and B", "neither");

  private static final Layer LAYER = new Layer("masks", 4, List.of());
  private static final int IS_A = 0;
  private static final int BOTH = 1;
  private static final int EITHER = 2;
  private static final int NOT_A = 3;

  private static final List<Scene> SCENES = new ArrayList<>();
  private static List<UnitExamples> examples;
  private static List<UnitStatistics> statistics;

  @BeforeAll
  static void look() {
    for (int i = 0; i < 40; i++) {
      SCENES.add(Scene.of(500 + i, SHOWN.get(i % 4), SIDE, SIDE));
    }
    examples = collected(new DatasetExamples(new MaskUnits(), ExampleRequest.of(6)));
    statistics = collected(new LayerStatistics(LAYER, KnownUnitsTest::maps));
  }

  private static <A, R> R collected(final KeptCollector<Seen<?>, A, R> collector) {
    final A partial = collector.supplier().get();
    for (int i = 0; i < SCENES.size(); i++) {
      final View view = View.of(SCENES.get(i).image());
      final MemoryPicture picture =
          new MemoryPicture(MemoryPictures.id(i), LABELS.get(i % 4), view);
      collector.accumulator().accept(partial, new Seen<>(picture, view, null));
    }
    return collector.finisher().apply(partial);
  }

  /** A map per unit. */
  private static FeatureMap maps(final Seen<?> seen) {
    final Scene scene = SCENES.get(MemoryPictures.index(seen.source().id()));
    final float[] a = part(scene, A);
    final float[] b = part(scene, B);
    final float mostA = largest(a);
    final float mostB = largest(b);
    final float[][] maps = new float[4][a.length];
    for (int i = 0; i < a.length; i++) {
      maps[IS_A][i] = a[i];
      maps[BOTH][i] = Math.min(mostA, mostB) * Math.max(a[i], b[i]);
      maps[EITHER][i] = Math.max(a[i], b[i]);
      maps[NOT_A][i] = 1 - mostA;
    }
    final Geometry.Axis axis = new Geometry.Axis(SIDE, PLACES, STEP, (STEP - 1) / 2.0, STEP, STEP);
    return new FeatureMap(
        LAYER, new Geometry(axis, axis), new MapStack(PLACES, PLACES, List.of(maps)));
  }

  private static float largest(final float[] values) {
    float largest = 0;
    for (final float value : values) {
      largest = Math.max(largest, value);
    }
    return largest;
  }

  /** Which part of each square of pixels belongs to a structure. */
  private static float[] part(final Scene scene, final TextureClass texture) {
    final float[] part = new float[PLACES * PLACES];
    for (final Scene.Region region : scene.regions()) {
      for (int i = 0; region.texture() == texture && i < region.mask().length; i++) {
        if (region.mask()[i]) {
          part[i / SIDE / STEP * PLACES + i % SIDE / STEP] += 1f / (STEP * STEP);
        }
      }
    }
    return part;
  }

  /** The units as they are ranked. */
  private record MaskUnits() implements RankedUnits {

    @Override
    public List<String> names() {
      return List.of();
    }

    @Override
    public List<String> units() {
      return List.of("A", "A and B", "A or B", "not A");
    }

    @Override
    public SeenUnits on(final Seen<?> seen) {
      final FeatureMap map = maps(seen);
      return new SeenUnits(
          map.maps().arrays(),
          map.maps().arrays(),
          IntStream.range(0, PLACES * PLACES).toArray(),
          PlaceGrid.of(map.geometry(), seen.view()),
          1);
    }
  }

  private static boolean isOn(final Example example, final Set<TextureClass> structures) {
    final Scene scene = SCENES.get(MemoryPictures.index(example.picture()));
    final int pixel = (int) example.y() * SIDE + (int) example.x();
    return scene.regions().stream()
        .anyMatch(region -> structures.contains(region.texture()) && region.mask()[pixel]);
  }

  private static List<String> labels(final List<Example> examples) {
    return examples.stream().map(Example::label).distinct().sorted().toList();
  }

  @Test
  void theTopOfAUnitThatIsAStructureLiesOnItAndItsBottomDoesNot() {
    final UnitExamples a = examples.get(IS_A);
    assertThat(a.top()).hasSize(6).allMatch(one -> isOn(one, Set.of(A)) && one.value() == 1);
    assertThat(labels(a.top())).isSubsetOf("A", "A and B");
    assertThat(a.bottom()).hasSize(6).noneMatch(one -> isOn(one, Set.of(A)));
  }

  @Test
  void aConjunctionShowsPicturesOfBothAlone() {
    final UnitExamples both = examples.get(BOTH);
    assertThat(labels(both.top())).containsExactly("A and B");
    assertThat(both.top()).allMatch(one -> isOn(one, Set.of(A, B)));
    final HeldOutLabel told = statistics.get(BOTH).told().held();
    assertThat(told).isEqualTo(new HeldOutLabel("A and B", new RankMeasures(1, 1, 0.25)));
  }

  @Test
  void aDisjunctionShowsBothKinds() {
    final UnitExamples either = examples.get(EITHER);
    assertThat(either.top()).allMatch(one -> isOn(one, Set.of(A, B)));
    assertThat(labels(either.top())).contains("A", "B");
    assertThat(labels(either.bottom())).isNotEmpty();
    assertThat(either.bottom()).noneMatch(one -> isOn(one, Set.of(A, B)));
  }

  @Test
  void aNegationShowsPicturesWithoutTheStructure() {
    final UnitExamples without = examples.get(NOT_A);
    assertThat(labels(without.top())).containsExactly("B", "neither");
    assertThat(labels(without.bottom())).containsExactly("A", "A and B");
  }
}
