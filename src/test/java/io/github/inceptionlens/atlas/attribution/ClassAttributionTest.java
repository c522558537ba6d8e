package io.github.inceptionlens.atlas.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.atlas.cell.AtlasCell;
import io.github.inceptionlens.atlas.embedding.EmbeddingMethod;
import io.github.inceptionlens.atlas.embedding.EmbeddingRequest;
import io.github.inceptionlens.atlas.embedding.SampleEmbedding;
import io.github.inceptionlens.atlas.embedding.VectorMetric;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.cam.ChannelAttribution;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.MemoryPictures;
import io.github.inceptionlens.collection.MemoryPictures.MemoryPicture;
import io.github.inceptionlens.collection.sample.ActivationSample;
import io.github.inceptionlens.collection.sample.KeptRows;
import io.github.inceptionlens.collection.sample.SampleFrom;
import io.github.inceptionlens.collection.sample.SampleRequest;
import io.github.inceptionlens.collection.sample.Samples;
import io.github.inceptionlens.core.LargestIndex;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.weights.cache.FileCache;
import io.github.inceptionlens.weights.format.FloatEncoding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What embedded places contribute to classes, against the gradients on their pictures. */
final class ClassAttributionTest {

  private static final String LAYER = "mixed4a";
  private static final int PER_PICTURE = 8;

  @TempDir private static Path folder;

  private static InceptionV1 network;
  private static List<View> views;
  private static SampleEmbedding embedded;

  @BeforeAll
  static void build() {
    network = SmallNetworks.narrow(FrameworkConventions.CAFFE);
    views = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      views.add(View.of(SmallNetworks.noise(100 + 9 * i, 120 - 5 * i, i)));
    }
    final ActivationSample sample =
        new Samples(new FileCache(folder, ".safetensors", 10, 1 << 24))
            .of(
                MemoryPictures.of(views),
                network,
                network.architecture().layer(LAYER),
                new SampleRequest(PER_PICTURE, SampleFrom.RANDOM, 0, 1, FloatEncoding.F32),
                "",
                Progress.NONE);
    final EmbeddingRequest request =
        new EmbeddingRequest(EmbeddingMethod.PCA, 5, 0.05, VectorMetric.EUCLIDEAN, 1);
    embedded = SampleEmbedding.of(sample, "vectors", request, Progress.NONE);
  }

  @AfterAll
  static void close() {
    network.close();
  }

  private static int[] all() {
    return IntStream.range(0, embedded.rows().length).toArray();
  }

  private static ClassAttribution of(final List<View> some) {
    final ImageCollection<MemoryPicture> pictures = MemoryPictures.of(some);
    return ClassAttribution.of(network, embedded, all(), pictures, Progress.NONE);
  }

  /** The contribution of each place of a picture, by gradients, [place]. */
  private static float[] backward(final int picture, final int index) {
    final Picture pixels = views.get(picture).picture();
    return ChannelAttribution.of(
            network, pixels, AttributionRequest.of("class:" + index).layer(LAYER))
        .places();
  }

  @Test
  void isTheVectorTimesTheGradientAtItsPlace() {
    final ClassAttribution found = of(views);
    assertThat(found.notes()).isEmpty();
    assertThat(found.rows()).containsExactlyInAnyOrder(all());
    for (int picture = 0; picture < views.size(); picture++) {
      final float[] expected = backward(picture, 3);
      final double size =
          IntStream.range(0, expected.length)
              .mapToDouble(i -> Math.abs(expected[i]))
              .max()
              .orElse(0);
      for (final int row : all()) {
        if (embedded.sample().place(embedded.rows()[row]).orElseThrow().image() == picture) {
          final float own = found.of(row).orElseThrow()[3];
          final double nearest =
              IntStream.range(0, expected.length)
                  .mapToDouble(i -> Math.abs(expected[i] - own))
                  .min()
                  .orElseThrow();
          assertThat(nearest).isLessThan(1e-3 * size);
        }
      }
    }
  }

  @Test
  void placesOfPicturesThatAreGoneOrChangedAreLeftOutWithANote() {
    final List<View> some = new ArrayList<>(views.subList(0, 3));
    some.set(1, View.of(SmallNetworks.noise(109, 115, 77)));
    final ClassAttribution found = of(some);
    assertThat(found.rows()).hasSizeLessThan(all().length - PER_PICTURE);
    assertThat(found.rows()).isNotEmpty();
    assertThat(found.notes()).hasSize(1);
    assertThat(found.notes().get(0)).contains("16 places of 2 pictures", "changed");
  }

  @Test
  void aCellsClassesAreThoseOfItsMembersMean() {
    final ClassAttribution found = of(views);
    final AtlasCell cell = new AtlasCell(1, 0, 0, 0, 0, new int[] {1, 4, 7, 9, 20}, new float[0]);
    final int[] three = CellClasses.drawn(cell, 3, 5);
    assertThat(three).hasSize(3).isSorted();
    assertThat(cell.members()).contains(three);
    assertThat(CellClasses.drawn(cell, 3, 5)).containsExactly(three);
    assertThat(CellClasses.drawn(cell, 9, 5)).containsExactly(1, 4, 7, 9, 20);
    final List<CellClasses.ClassMean> best = CellClasses.of(found, three, 2);
    for (final CellClasses.ClassMean one : best) {
      final double mean =
          Arrays.stream(three).mapToDouble(row -> found.of(row).orElseThrow()[one.index()]).sum()
              / 3;
      assertThat(one.mean()).isCloseTo(mean, within(1e-9));
    }
    assertThat(best.get(0).mean()).isGreaterThanOrEqualTo(best.get(1).mean());
  }

  @Test
  void aClassHasTheRowsThatRaiseItMost() {
    final ClassAttribution found = of(views);
    final int index = LargestIndex.of(found.of(0).orElseThrow());
    final int[] only = ClassRows.of(found, index, 0);
    assertThat(only).contains(0);
    for (final int row : only) {
      assertThat(LargestIndex.of(found.of(row).orElseThrow())).isEqualTo(index);
    }
    final int[] more = ClassRows.of(found, index, Integer.MAX_VALUE);
    assertThat(more).contains(only);
    for (final int row : all()) {
      if (found.of(row).orElseThrow()[index] > 0) {
        assertThat(more).contains(row);
      }
    }
  }

  @Test
  void ofTwoClassesTheDifferenceTellsTheSide() {
    final ClassAttribution found = of(views);
    final float[] sides = ClassRows.difference(found, all(), 0, 1);
    for (int i = 0; i < sides.length; i++) {
      final float[] own = found.of(i).orElseThrow();
      assertThat(sides[i]).isBetween(-1f, 1f);
      assertThat(Math.signum(sides[i])).isEqualTo(Math.signum(own[0] - own[1]));
    }
    assertThat(ClassRows.difference(found, new int[0], 0, 1)).isEmpty();
  }

  @Test
  void whatWasAttributedBeforeASecondCallIsRead(@TempDir final Path own) {
    final FileCache files = new FileCache(own, ".safetensors", 10, 1 << 24);
    final String key = ClassAttribution.key(network, embedded);
    final int[] pictures = new int[1];
    assertThatThrownBy(
            () ->
                ClassAttribution.of(
                    network,
                    embedded,
                    all(),
                    MemoryPictures.of(views),
                    new KeptRows(files, key),
                    (fraction, what) -> {
                      if (pictures[0]++ == 2) {
                        throw new CancellationException();
                      }
                    }))
        .isInstanceOf(CancellationException.class);
    final Map<Integer, float[]> half = new KeptRows(files, key).find();
    assertThat(half).hasSize(2 * PER_PICTURE);
    final int[] seen = new int[1];
    final ClassAttribution whole =
        ClassAttribution.of(
            network,
            embedded,
            all(),
            MemoryPictures.of(views),
            new KeptRows(files, key),
            (fraction, what) -> seen[0]++);
    assertThat(seen[0]).isEqualTo(2);
    final ClassAttribution plain = of(views);
    for (final int row : all()) {
      assertThat(whole.of(row).orElseThrow()).containsExactly(plain.of(row).orElseThrow());
    }
    assertThat(new KeptRows(files, key).find()).hasSize(all().length);
  }

  @Test
  void theCellsOfTwoClassesHoldTheirRowsFromTheSecondToTheFirst() {
    final ClassAttribution found = of(views);
    final ClassCells division = new ClassCells(embedded, 2, 1);
    final float[] sides = ClassRows.difference(found, all(), 0, 1);
    final List<AtlasCell> cells = division.of(all(), division.map(all(), sides));
    assertThat(cells.stream().mapToInt(AtlasCell::count).sum()).isEqualTo(all().length);
    for (final AtlasCell cell : cells) {
      double sum = 0;
      for (final int row : cell.members()) {
        assertThat(sides[row] >= 0).isEqualTo(cell.column() == 1);
        sum += embedded.sample().row(embedded.rows()[row])[2];
      }
      assertThat((double) cell.mean()[2]).isCloseTo(sum / cell.count(), within(1e-3));
    }
    assertThatThrownBy(() -> new ClassCells(embedded, 2, 99).of(all(), division.map(all())))
        .hasMessageContaining("fewer than 99 of its 32 places");
  }
}
