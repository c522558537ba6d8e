package io.github.inceptionlens.atlas.projection;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.atlas.cell.AtlasCells;
import io.github.inceptionlens.atlas.cell.CellKind;
import io.github.inceptionlens.atlas.cell.CellRequest;
import io.github.inceptionlens.atlas.embedding.EmbeddingMethod;
import io.github.inceptionlens.atlas.embedding.EmbeddingRequest;
import io.github.inceptionlens.atlas.embedding.SampleEmbedding;
import io.github.inceptionlens.atlas.embedding.VectorMetric;
import io.github.inceptionlens.collection.MemoryPictures;
import io.github.inceptionlens.collection.sample.ActivationSample;
import io.github.inceptionlens.collection.sample.SampleFrom;
import io.github.inceptionlens.collection.sample.SampleRequest;
import io.github.inceptionlens.collection.sample.SampledPlace;
import io.github.inceptionlens.collection.sample.Samples;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.textures.Textures;
import io.github.inceptionlens.textures.structure.TextureClass;
import io.github.inceptionlens.weights.BundledWeights;
import io.github.inceptionlens.weights.cache.FileCache;
import io.github.inceptionlens.weights.format.FloatEncoding;
import io.github.inceptionlens.weights.format.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Atlases of the bundled network, back on the textures that they were made of. */
final class CellProjectionTest {

  private static final String LAYER = "mixed4a";
  private static final int PICTURES = 14;
  private static final int SIDE = 80;
  private static final EmbeddingRequest REQUEST =
      new EmbeddingRequest(EmbeddingMethod.UMAP, 8, 0.05, VectorMetric.COSINE, 1);

  private static InceptionV1 network;
  private static List<View> views;

  @TempDir private Path folder;

  @BeforeAll
  static void open() {
    network =
        new InceptionV1(
            TorchEngine.start(Progress.NONE),
            Training.TEXTURES.architecture(),
            BundledWeights.textures());
    views = new ArrayList<>();
    for (int i = 0; i < PICTURES; i++) {
      views.add(View.of(Textures.sample(TextureClass.values()[i % 7], i, SIDE, SIDE).image()));
    }
  }

  @AfterAll
  static void close() {
    network.close();
  }

  /** All positions of some pictures, one picture after the other. */
  private SampleEmbedding embedded(final List<View> pictures) throws IOException {
    final int channels = network.architecture().layer(LAYER).channels();
    final List<Float> values = new ArrayList<>();
    for (final View view : pictures) {
      final MapStack maps = network.read(view, LAYER).map(Progress.NONE).maps();
      for (int unit = 0; unit < maps.width() * maps.height(); unit++) {
        for (int channel = 0; channel < channels; channel++) {
          values.add(maps.plane(channel)[unit]);
        }
      }
    }
    final float[] vectors = new float[values.size()];
    for (int i = 0; i < vectors.length; i++) {
      vectors[i] = values.get(i);
    }
    final Path file = Files.createTempFile(folder, "sample", ".safetensors");
    final TensorSpec spec = new TensorSpec("vectors", List.of(vectors.length / channels, channels));
    Files.write(file, SafetensorsWriter.exact(Map.of(spec, vectors), Map.of("layer", LAYER)));
    return SampleEmbedding.of(ActivationSample.open(file), "vectors", REQUEST, Progress.NONE);
  }

  private static AtlasCells cells(
      final SampleEmbedding embedded, final CellKind kind, final int grid, final int least) {
    return AtlasCells.of(embedded, new CellRequest(kind, grid, least, 0), Progress.NONE);
  }

  private static int[] numbers(final AtlasCells atlas, final View view) {
    return CellProjection.of(network, LAYER, atlas).of(view, Progress.NONE).numbers();
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void everyPositionThatWasEmbeddedIsInItsOwnCell(final CellKind kind) throws IOException {
    final AtlasCells atlas = cells(embedded(views), kind, 5, 12);
    final int[] own = atlas.cellOf();
    assertThat(own).as("some cells are too small").contains(-1);
    int row = 0;
    for (final View view : views) {
      for (final int number : numbers(atlas, view)) {
        assertThat(number).isEqualTo(own[row++] + 1);
      }
    }
    assertThat(row).isEqualTo(own.length);
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void theOrderOfPicturesChangesNothing(final CellKind kind) throws IOException {
    final List<View> turned = new ArrayList<>(views);
    Collections.rotate(turned, 5);
    final AtlasCells one = cells(embedded(views), kind, 5, 5);
    final AtlasCells other = cells(embedded(turned), kind, 5, 5);
    for (final View view : views) {
      assertThat(numbers(other, view)).isEqualTo(numbers(one, view));
    }
  }

  /** A sample looks at several pictures at once, whose values differ by rounding. */
  @ParameterizedTest
  @EnumSource(CellKind.class)
  void placesThatWereDrawnAreInTheirOwnCell(final CellKind kind) {
    final ActivationSample sample =
        new Samples(new FileCache(folder, ".safetensors", 10, Long.MAX_VALUE))
            .of(
                MemoryPictures.of(views),
                network,
                network.architecture().layer(LAYER),
                new SampleRequest(9, SampleFrom.RANDOM, 0, 0, FloatEncoding.F32),
                "",
                Progress.NONE);
    final SampleEmbedding embedded = SampleEmbedding.of(sample, "vectors", REQUEST, Progress.NONE);
    final AtlasCells atlas = cells(embedded, kind, 4, 3);
    final int[] own = atlas.cellOf();
    for (int i = 0; i < own.length; i++) {
      final SampledPlace place = sample.place(embedded.rows()[i]).orElseThrow();
      final int picture = Integer.parseInt(sample.image(embedded.rows()[i]).path());
      final ProjectedCells found =
          CellProjection.of(network, LAYER, atlas).of(views.get(picture), Progress.NONE);
      final int unit =
          found.geometry().y().nearest(place.y()) * found.geometry().x().size()
              + found.geometry().x().nearest(place.x());
      assertThat(found.numbers()[unit]).isEqualTo(own[i] + 1);
    }
  }

  @Test
  void aPixelHasTheNumberOfTheNearestUnitAndNumbersAreNotMixed() throws IOException {
    final AtlasCells atlas = cells(embedded(views), CellKind.KMEANS, 5, 1);
    final ProjectedCells found =
        CellProjection.of(network, LAYER, atlas).of(views.get(3), Progress.NONE);
    final Placement placement = new Placement(30, 20, 1, 1, -17, -11);
    final float[] pixels = found.over(placement);
    assertThat(pixels).hasSize(30 * 20);
    for (int y = 0; y < 20; y++) {
      for (int x = 0; x < 30; x++) {
        final double column = found.geometry().x().unit(placement.networkX(x));
        final double row = found.geometry().y().unit(placement.networkY(y));
        final int unit =
            (int) Math.rint(row) * found.geometry().x().size() + (int) Math.rint(column);
        assertThat(pixels[y * 30 + x]).isEqualTo(found.numbers()[unit]);
      }
    }
  }
}
