package io.github.inceptionlens.atlas.mosaic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.atlas.cell.AtlasCell;
import io.github.inceptionlens.atlas.cell.CellKind;
import io.github.inceptionlens.atlas.cell.CellLayout;
import io.github.inceptionlens.atlas.cell.CellRequest;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.FilterWeights;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.Resampling;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.visualization.feature.PictureCache;
import io.github.inceptionlens.visualization.feature.Visualization.Frame;
import io.github.inceptionlens.weights.BundledWeights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Icons of the bundled network. */
final class AtlasIconsTest {

  private static final IconRequest QUICK = IconRequest.STANDARD.size(56).steps(48);

  /** Rounding, which differs between batches, grows from step to step. */
  private static final IconRequest BEGUN = QUICK.steps(3);

  private static InceptionV1 network;
  private static Layer layer;

  @BeforeAll
  static void open() {
    network =
        new InceptionV1(
            TorchEngine.start(Progress.NONE),
            Training.TEXTURES.architecture(),
            BundledWeights.textures());
    layer = network.architecture().layer("mixed4c");
  }

  @AfterAll
  static void close() {
    network.close();
  }

  /** IconDirections in which a few channels fire. */
  private static List<float[]> directions(final int count) {
    final Random dice = new Random(3);
    final List<float[]> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      final float[] one = new float[layer.channels()];
      for (int c = 0; c < 4; c++) {
        one[dice.nextInt(one.length)] = 1 + dice.nextFloat();
      }
      all.add(one);
    }
    return all;
  }

  private static AtlasIcons icons(
      final List<float[]> directions, final PictureCache album, final Progress progress) {
    return icons(directions, QUICK, album, progress);
  }

  private static AtlasIcons icons(
      final List<float[]> directions,
      final IconRequest request,
      final PictureCache album,
      final Progress progress) {
    return AtlasIcons.of(
        network, layer, directions, request, album, AtlasIcons.Viewer.NONE, progress);
  }

  private static List<Picture> all(final AtlasIcons icons) {
    return icons.pictures().stream().map(Optional::orElseThrow).toList();
  }

  @Test
  void anIconRaisesItsOwnVectorMoreThanOthersDo() {
    final List<float[]> directions = directions(9);
    final AtlasIcons icons = icons(directions, PictureCache.NONE, Progress.NONE);
    assertThat(IconAnswers.of(network, layer, all(icons), Progress.NONE).own(directions, QUICK))
        .isGreaterThanOrEqualTo(8);
  }

  @Test
  void whatIsMadeTogetherDoesNotMatter() {
    final List<float[]> directions = directions(3);
    final Picture together = all(icons(directions, BEGUN, PictureCache.NONE, Progress.NONE)).get(2);
    final Picture alone =
        all(icons(directions.subList(2, 3), BEGUN, PictureCache.NONE, Progress.NONE)).get(0);
    double difference = 0;
    for (int i = 0; i < together.plane(0).length; i++) {
      difference += Math.abs(together.plane(0)[i] - alone.plane(0)[i]);
    }
    assertThat(difference / together.plane(0).length).isLessThan(0.5);
  }

  @Test
  void whatWasStoppedGoesOnFromWhatIsKept() {
    final Map<String, Frame> kept = new HashMap<>();
    final PictureCache album = album(kept);
    icons(directions(4).subList(0, 2), album, Progress.NONE);
    final AtlasIcons stopped =
        icons(
            directions(4),
            album,
            (fraction, what) -> {
              throw new CancellationException();
            });
    assertThat(stopped.interrupted()).isTrue();
    assertThat(stopped.found()).isEqualTo(2);
    assertThat(stopped.pictures().stream().filter(Optional::isPresent)).hasSize(2);
    assertThat(icons(directions(4), album, Progress.NONE).found()).isEqualTo(2);
    assertThat(icons(directions(4), album, Progress.NONE).found()).isEqualTo(4);
  }

  @Test
  void neighborsOnAMapAgreeOnWhatLiesWhere() {
    final int[] columns = {0, 1, 6, 7};
    final List<AtlasCell> cells = new ArrayList<>();
    for (int i = 0; i < columns.length; i++) {
      cells.add(new AtlasCell(i + 1, columns[i], 3, 0, 0, new int[] {i}, new float[0]));
    }
    final CellLayout map =
        new CellLayout(
            new CellRequest(CellKind.GRID, 8, 1, 0), cells, new float[2 * columns.length]);
    final PictureCache album = album(new HashMap<>());
    final List<Picture> icons = all(onMap(map, album));
    assertThat(onMap(map, album).found()).isEqualTo(columns.length);
    final double near =
        agreement(icons.get(0), icons.get(1)) + agreement(icons.get(2), icons.get(3));
    final double far =
        agreement(icons.get(0), icons.get(2)) + agreement(icons.get(1), icons.get(3));
    assertThat(near / 2).isGreaterThan(far / 2 + 0.1);
    assertThat(IconAnswers.of(network, layer, icons, Progress.NONE).own(directions(4), QUICK))
        .isEqualTo(4);
  }

  private static AtlasIcons onMap(final CellLayout map, final PictureCache album) {
    return AtlasIcons.onMap(
        network,
        layer,
        map,
        directions(map.cells().size()),
        QUICK,
        album,
        AtlasIcons.Viewer.NONE,
        Progress.NONE);
  }

  /** Correlation of what is left of two icons at an eighth of their size. */
  private static double agreement(final Picture one, final Picture other) {
    final double[] first = coarse(one);
    final double[] second = coarse(other);
    return new PearsonsCorrelation().correlation(first, second);
  }

  private static double[] coarse(final Picture icon) {
    final int side = icon.width() / 8;
    final FilterWeights axis = FilterWeights.triangle(icon.width(), side, 0, side);
    return IntStream.range(0, 3)
        .mapToObj(i -> new Resampling(axis, axis).apply(icon.plane(i)))
        .flatMapToDouble(
            plane -> {
              final double mean =
                  IntStream.range(0, plane.length)
                      .mapToDouble(i -> plane[i])
                      .average()
                      .orElseThrow();
              return IntStream.range(0, plane.length).mapToDouble(i -> plane[i] - mean);
            })
        .toArray();
  }

  private static PictureCache album(final Map<String, Frame> kept) {
    return new PictureCache() {
      @Override
      public Optional<Frame> find(final String key) {
        return Optional.ofNullable(kept.get(key));
      }

      @Override
      public void keep(final String key, final Frame frame) {
        kept.put(key, frame);
      }
    };
  }
}
