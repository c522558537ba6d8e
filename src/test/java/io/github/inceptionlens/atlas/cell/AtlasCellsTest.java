package io.github.inceptionlens.atlas.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.atlas.embedding.EmbeddingMethod;
import io.github.inceptionlens.atlas.embedding.EmbeddingRequest;
import io.github.inceptionlens.atlas.embedding.SampleEmbedding;
import io.github.inceptionlens.atlas.embedding.VectorMetric;
import io.github.inceptionlens.collection.sample.ActivationSample;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.weights.format.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Cells of embedded vectors. */
final class AtlasCellsTest {

  private static final int CHANNELS = 8;
  private static final int COUNT = 210;

  @TempDir private Path folder;

  private SampleEmbedding embedded(final float[] vectors) throws IOException {
    return embedded(vectors, VectorMetric.COSINE);
  }

  private SampleEmbedding embedded(final float[] vectors, final VectorMetric metric)
      throws IOException {
    final Path file = Files.createTempFile(folder, "sample", ".safetensors");
    final TensorSpec spec = new TensorSpec("vectors", List.of(vectors.length / CHANNELS, CHANNELS));
    Files.write(file, SafetensorsWriter.exact(Map.of(spec, vectors), Map.of("layer", "mixed3a")));
    return SampleEmbedding.of(
        ActivationSample.open(file),
        "vectors",
        new EmbeddingRequest(EmbeddingMethod.UMAP, 10, 0.05, metric, 1),
        Progress.NONE);
  }

  /** Vectors about so many centers, of each in turn. */
  private static float[] clusters(final int groups) {
    final Random dice = new Random(7);
    final double[] centers = dice.doubles((long) groups * CHANNELS, 0, 1).toArray();
    for (int group = 0; group < groups; group++) {
      centers[group * CHANNELS + group] += 3;
    }
    final float[] vectors = new float[COUNT * CHANNELS];
    for (int i = 0; i < vectors.length; i++) {
      final int center = i / CHANNELS % groups * CHANNELS + i % CHANNELS;
      vectors[i] = (float) Math.abs(centers[center] + 0.1 * dice.nextGaussian());
    }
    return vectors;
  }

  private static AtlasCells cells(
      final SampleEmbedding embedded, final CellKind kind, final int grid, final int least) {
    return AtlasCells.of(embedded, new CellRequest(kind, grid, least, 0), Progress.NONE);
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void theMeanOfACellIsItsMembersMean(final CellKind kind) throws IOException {
    final SampleEmbedding embedded = embedded(clusters(3));
    final AtlasCells atlas = cells(embedded, kind, 4, 2);
    for (final AtlasCell cell : atlas.cells()) {
      for (int c = 0; c < CHANNELS; c++) {
        final int channel = c;
        final double mean =
            IntStream.of(cell.members())
                .mapToDouble(i -> embedded.sample().row(embedded.rows()[i])[channel])
                .average()
                .orElseThrow();
        assertThat((double) cell.mean()[c]).isCloseTo(mean, within(1e-6));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void everyVectorIsInOneCellAndIsLocatedThere(final CellKind kind) throws IOException {
    final float[] vectors = clusters(3);
    System.arraycopy(vectors, 0, vectors, 60 * CHANNELS, CHANNELS);
    for (int c = 0; c < CHANNELS; c++) {
      vectors[63 * CHANNELS + c] = 2 * vectors[c];
    }
    final AtlasCells atlas = cells(embedded(vectors), kind, 5, 1);
    final int[] own = atlas.cellOf();
    assertThat(atlas.locate(vectors, Progress.NONE)).isEqualTo(own).doesNotContain(-1);
    for (int i = 0; i < COUNT; i++) {
      assertThat(atlas.locate(row(vectors, i), Progress.NONE)).containsExactly(own[i]);
      assertThat(atlas.cells().get(own[i]).members()).contains(i);
    }
    assertThat(own[60]).as("the same vector").isEqualTo(own[0]);
    assertThat(own[63]).as("the same direction").isEqualTo(own[0]);
    assertThat(atlas.cells().stream().mapToInt(AtlasCell::count).sum()).isEqualTo(COUNT);
  }

  private static float[] row(final float[] vectors, final int row) {
    return Arrays.copyOfRange(vectors, row * CHANNELS, (row + 1) * CHANNELS);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 7})
  void noCellMixesPlantedClusters(final int groups) throws IOException {
    for (final CellKind kind : CellKind.values()) {
      final AtlasCells atlas = cells(embedded(clusters(groups)), kind, 8, 1);
      for (final AtlasCell cell : atlas.cells()) {
        assertThat(IntStream.of(cell.members()).map(i -> i % groups).distinct().count())
            .as("%s, cell %d", kind, cell.number())
            .isOne();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void theOrderOfVectorsChangesNothing(final CellKind kind) throws IOException {
    final float[] vectors = clusters(5);
    final float[] turned = new float[vectors.length];
    for (int i = 0; i < COUNT; i++) {
      System.arraycopy(vectors, i * CHANNELS, turned, (COUNT - 1 - i) * CHANNELS, CHANNELS);
    }
    assertThat(groups(cells(embedded(turned), kind, 5, 3), i -> COUNT - 1 - i))
        .isEqualTo(groups(cells(embedded(vectors), kind, 5, 3), i -> i));
  }

  private static Set<Set<Integer>> groups(final AtlasCells atlas, final IntUnaryOperator name) {
    return atlas.cells().stream()
        .map(cell -> IntStream.of(cell.members()).map(name).boxed().collect(Collectors.toSet()))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void cellsStandInSquaresOfTheirOwnByRows(final CellKind kind) throws IOException {
    final AtlasCells atlas = cells(embedded(clusters(7)), kind, 6, 2);
    final Set<Integer> squares = new HashSet<>();
    int before = -1;
    for (final AtlasCell cell : atlas.cells()) {
      final int square = cell.row() * 6 + cell.column();
      assertThat(square).isBetween(before + 1, 35);
      assertThat(squares.add(square)).isTrue();
      assertThat(cell.number()).isEqualTo(squares.size());
      before = square;
      if (kind == CellKind.GRID) {
        assertThat(cell.column()).isEqualTo((int) (cell.x() * 6));
        assertThat(cell.row()).isEqualTo((int) (cell.y() * 6));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void aCellOfTooFewIsNone(final CellKind kind) throws IOException {
    final float[] vectors = clusters(3);
    final int grid = kind == CellKind.GRID ? 20 : 5;
    final AtlasCells all = cells(embedded(vectors), kind, grid, 1);
    final AtlasCells some = cells(embedded(vectors), kind, grid, 10);
    assertThat(some.cells()).allMatch(cell -> cell.count() >= 10);
    assertThat(some.cells().stream().map(AtlasCell::count).sorted().toList())
        .isEqualTo(
            all.cells().stream().map(AtlasCell::count).filter(n -> n >= 10).sorted().toList());
    assertThat(some.locate(vectors, Progress.NONE)).isEqualTo(some.cellOf()).contains(-1);
    assertThatThrownBy(() -> cells(embedded(vectors), kind, grid, 500))
        .isInstanceOf(UserError.class)
        .hasMessageMatching(
            "every cell of the atlas has fewer vectors than least=500: the fullest of \\d+ holds \\d+"
                + " of 210, so choose a smaller grid, a smaller least, more images or a larger"
                + " per_picture");
  }

  @ParameterizedTest
  @EnumSource(CellKind.class)
  void whatHasNoDirectionBelongsNowhere(final CellKind kind) throws IOException {
    final float[] vectors = clusters(3);
    final AtlasCells atlas = cells(embedded(vectors), kind, 5, 1);
    final float[] two = Arrays.copyOf(new float[CHANNELS], 2 * CHANNELS);
    System.arraycopy(vectors, 3 * CHANNELS, two, CHANNELS, CHANNELS);
    assertThat(atlas.locate(two, Progress.NONE)).containsExactly(-1, atlas.cellOf()[3]);
    assertThat(atlas.locate(new float[CHANNELS], Progress.NONE)).containsExactly(-1);
    assertThat(atlas.locate(new float[0], Progress.NONE)).isEmpty();
  }

  @Test
  void zerosAreAVectorLikeOthersByTheirDistance() throws IOException {
    final float[] vectors = clusters(3);
    Arrays.fill(vectors, 0, 40 * CHANNELS, 0);
    final SampleEmbedding embedded = embedded(vectors, VectorMetric.EUCLIDEAN);
    final int[] grid = cells(embedded, CellKind.GRID, 5, 1).cellOf();
    assertThat(Arrays.copyOf(grid, 40)).containsOnly(grid[0]).doesNotContain(-1);
    final int[] centers = cells(embedded, CellKind.KMEANS, 3, 1).cellOf();
    assertThat(Arrays.copyOf(centers, 40)).containsOnly(-1);
    assertThat(Arrays.copyOfRange(centers, 40, COUNT)).doesNotContain(-1);
  }

  @Test
  void numbersThatAreNoneAreRefusedWithTheirKey() {
    assertThatThrownBy(() -> new CellRequest(CellKind.GRID, 0, 5, 0))
        .isInstanceOf(UserError.class)
        .hasMessage("grid is 0, expected a number from 1 to 160");
    assertThatThrownBy(() -> new CellRequest(CellKind.GRID, 5, 0, 0))
        .isInstanceOf(UserError.class)
        .hasMessage("least is 0, expected a number of at least 1");
    assertThatThrownBy(() -> CellKind.of("squares"))
        .isInstanceOf(UserError.class)
        .hasMessage("cells is \"squares\", expected one of: grid, kmeans");
  }
}
