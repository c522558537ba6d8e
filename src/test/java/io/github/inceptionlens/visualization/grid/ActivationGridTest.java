package io.github.inceptionlens.visualization.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.memory.MemoryBudget;
import io.github.inceptionlens.visualization.feature.StepListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Activation grids of a narrow network. */
final class ActivationGridTest {

  private static final String LAYER = "mixed3a";
  private static final int CELL = 20;
  private static final GridRequest QUICK = GridRequest.STANDARD.steps(6).cell(CELL).seed(4);

  private static InceptionV1 network;

  @BeforeAll
  static void build() {
    network = SmallNetworks.narrow(FrameworkConventions.CAFFE);
  }

  @AfterAll
  static void close() {
    network.close();
  }

  private static Picture waves(final int width, final int height) {
    return SmallNetworks.picture(
        width, height, (x, y) -> (float) (128 + 60 * Math.sin(x / 5.0) * Math.cos(y / 4.0)));
  }

  private static GridCells cells(final Picture picture) {
    return GridCells.of(network, View.of(picture), LAYER, Progress.NONE);
  }

  private static ActivationGrid grid(final GridCells cells, final GridRequest request) {
    return ActivationGrid.of(network, cells, request, StepListener.NONE, Progress.NONE);
  }

  /** A part of a picture, selected by a circle. */
  private record RoundView(Picture picture) implements View {

    private static final int RADIUS = 20;

    @Override
    public int width() {
      return picture.width();
    }

    @Override
    public int height() {
      return picture.height();
    }

    @Override
    public Placement placement() {
      return new Placement(2 * RADIUS, 2 * RADIUS, 1, 1, -8, -16);
    }

    @Override
    public boolean contains(final int x, final int y) {
      return Math.hypot(x + 0.5 - RADIUS, y + 0.5 - RADIUS) < RADIUS;
    }
  }

  private static GridCells of(final float[]... vectors) {
    final Layer layer = network.architecture().layer(LAYER);
    final Geometry all = Geometry.of(layer, 8 * vectors.length, 32);
    final Geometry row = all.within(new Placement(8 * vectors.length, 8, 1, 1, 0, -8));
    assertThat(row.x().size() * row.y().size()).isEqualTo(vectors.length);
    return new GridCells(layer, row, IntStream.range(0, vectors.length).toArray(), vectors);
  }

  private static float[] vector(final int... channels) {
    final float[] vector = new float[network.architecture().layer(LAYER).channels()];
    Arrays.stream(channels).forEach(channel -> vector[channel] = 2);
    return vector;
  }

  @Test
  void vectorsAreTheLayersAtThePositions() {
    final Picture picture = waves(48, 40);
    final GridCells cells = cells(picture);
    final FeatureMap map = network.run(picture, List.of(LAYER)).map(LAYER);
    assertThat(cells.count()).isEqualTo(6 * 5);
    assertThat(cells.columns()).isEqualTo(6);
    for (int i = 0; i < cells.count(); i++) {
      for (int channel = 0; channel < map.layer().channels(); channel++) {
        assertThat(cells.vectors()[i][channel]).isEqualTo(map.channel(channel)[i]);
      }
    }
  }

  @Test
  void aSelectionSaysWhichPositionsHaveACell() {
    final GridCells cells =
        GridCells.of(network, new RoundView(waves(64, 64)), LAYER, Progress.NONE);
    assertThat(cells.count()).isPositive().isLessThan(cells.columns() * cells.rows());
    assertThat(cells.columns()).isEqualTo(5);
    final Picture mosaic = grid(cells, QUICK.steps(1)).picture();
    for (int unit = 0; unit < cells.columns() * cells.rows(); unit++) {
      final int pixel =
          unit / cells.columns() * CELL * mosaic.width() + unit % cells.columns() * CELL;
      final boolean isWhite = mosaic.plane(0)[pixel] == 255 && mosaic.plane(2)[pixel] == 255;
      final int own = unit;
      assertThat(isWhite).isEqualTo(Arrays.stream(cells.places()).noneMatch(i -> i == own));
    }
  }

  @Test
  void theLayerAnswersMoreAndMoreAlongTheVectors() {
    final GridCells cells = cells(waves(32, 24));
    final ActivationGrid few = grid(cells, QUICK.steps(2));
    final ActivationGrid more = grid(cells, QUICK.steps(30));
    assertThat(more.before()).isCloseTo(few.before(), within(1e-4 * Math.abs(few.before())));
    assertThat(few.after()).isGreaterThan(few.before());
    assertThat(more.after()).isGreaterThan(few.after());
    assertThat(more.picture().width()).isEqualTo(4 * CELL);
    assertThat(more.picture().height()).isEqualTo(3 * CELL);
    assertThat(more.interrupted()).isFalse();
    assertThat(more.provenance().entries())
        .containsEntry("layer", LAYER)
        .containsEntry("steps", "30")
        .containsEntry("seed", "4");
  }

  @Test
  void equalVectorsGiveEqualCellsAndLikeOnesLikerThanOthers() {
    final GridCells cells =
        of(
            vector(1, 2, 3, 4, 5),
            vector(1, 2, 3, 4, 5),
            vector(1, 2, 3, 4, 6),
            vector(9, 10, 11, 12, 13));
    final GridFigures seen = new GridFigures(grid(cells, QUICK.steps(20)).picture(), CELL);
    assertThat(seen.difference(0, 0, 1, 0)).isLessThan(0.5);
    assertThat(seen.correlation(0, 0, 2, 0)).isGreaterThan(seen.correlation(0, 0, 3, 0) + 0.1);
  }

  @Test
  void aUniformImageGivesCellsAllAlike() {
    final Picture gray = SmallNetworks.picture(160, 96, (x, y) -> 90f);
    final GridCells all = cells(gray);
    final int[] middle = {
      5 * all.columns() + 8, 5 * all.columns() + 9, 6 * all.columns() + 8, 6 * all.columns() + 9
    };
    assertThat(all.vectors()[middle[0]]).isEqualTo(all.vectors()[middle[3]]);
    final GridCells cells =
        of(Arrays.stream(middle).mapToObj(i -> all.vectors()[i]).toArray(float[][]::new));
    final GridFigures seen = new GridFigures(grid(cells, QUICK).picture(), CELL);
    assertThat(seen.difference(0, 0, 3, 0)).isLessThan(0.5);
  }

  @Test
  void withGroupsNeighborsAgreeMoreThanByThemselves() {
    final GridCells cells = cells(waves(48, 32));
    final GridFigures ours = new GridFigures(grid(cells, QUICK.steps(20)).picture(), CELL);
    final GridFigures alone =
        new GridFigures(grid(cells, QUICK.steps(20).groups(0)).picture(), CELL);
    assertThat(ours.agreement()).isGreaterThan(alone.agreement() + 0.2);
  }

  @Test
  void theSameSeedGivesTheSameMosaicAndAnotherSeedAnother() {
    final GridCells cells = cells(waves(24, 24));
    final Picture first = grid(cells, QUICK).picture();
    assertThat(grid(cells, QUICK).picture().plane(1)).isEqualTo(first.plane(1));
    assertThat(grid(cells, QUICK.seed(5)).picture().plane(1)).isNotEqualTo(first.plane(1));
  }

  @Test
  void whatTheNetworkSeesAtOnceDoesNotCount() {
    final GridCells cells = cells(waves(40, 32));
    final ActivationGrid whole = grid(cells, QUICK);
    System.setProperty(MemoryBudget.PROPERTY, "8");
    try {
      final ActivationGrid parts = grid(cells, QUICK);
      assertThat(parts.after()).isCloseTo(whole.after(), within(1e-2 * Math.abs(whole.after())));
    } finally {
      System.clearProperty(MemoryBudget.PROPERTY);
    }
  }

  @Test
  void scaledCellsFadeWithTheLengthOfTheirVectors() {
    final float[] strong = vector(1, 2, 3);
    final float[] weak = strong.clone();
    IntStream.range(0, weak.length).forEach(i -> weak[i] /= 4);
    final GridCells cells = of(strong, weak, strong, strong);
    final Picture plain = grid(cells, QUICK).picture();
    final Picture faded = grid(cells, QUICK.scaled(true)).picture();
    for (int x = 0; x < CELL; x++) {
      assertThat(faded.plane(0)[x]).isEqualTo(plain.plane(0)[x]);
      assertThat(faded.plane(0)[CELL + x] - 127.5f)
          .isCloseTo((plain.plane(0)[CELL + x] - 127.5f) / 4, within(1e-3f));
    }
  }

  @Test
  void whatIsStoppedKeepsWhatThereIs() {
    final GridCells cells = cells(waves(24, 24));
    final List<Integer> seen = new ArrayList<>();
    final StepListener listener =
        new StepListener() {
          @Override
          public boolean wants(final int step) {
            return true;
          }

          @Override
          public void see(final int step, final List<Picture> pictures) {
            seen.add(step);
            assertThat(pictures.get(0).width()).isEqualTo(3 * CELL);
          }
        };
    final ActivationGrid stopped =
        ActivationGrid.of(network, cells, QUICK, listener, new StopAt("step 3"));
    assertThat(stopped.interrupted()).isTrue();
    assertThat(stopped.steps()).isEqualTo(2);
    assertThat(seen).containsExactly(1, 2);
    assertThat(stopped.provenance().entries()).containsEntry("stopped", "after 2 of 6");
    assertThatThrownBy(
            () ->
                ActivationGrid.of(network, cells, QUICK, StepListener.NONE, new StopAt("step 1 ")))
        .isInstanceOf(CancellationException.class);
  }

  /** Stops when something is said. */
  private record StopAt(String words) implements Progress {
    @Override
    public void at(final double fraction, final String what) {
      if (what.contains(words)) {
        throw new CancellationException();
      }
    }
  }

  @Test
  void whereNothingFiresThereIsNothingToShow() {
    assertThatThrownBy(() -> grid(of(vector(), vector(), vector(), vector()), QUICK))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("nothing fires in mixed3a here");
  }

  @Test
  void tooManyPositionsAreRefusedWithARemedy() {
    assertThatThrownBy(() -> cells(waves(640, 640)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("mixed3a has 6,400 positions here")
        .hasMessageContaining("a smaller scale");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | 20 | steps is 0",
        "1 | 7 | cell is 7, expected 8 to 256",
        "1 | 257 | cell is 257, expected 8 to 256"
      })
  void valuesOutOfRangeAreRefused(final int steps, final int cell, final String sentence) {
    assertThatThrownBy(() -> GridRequest.STANDARD.steps(steps).cell(cell))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(sentence);
  }
}
