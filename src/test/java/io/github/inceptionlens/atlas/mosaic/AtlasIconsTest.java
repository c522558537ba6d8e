package io.github.inceptionlens.atlas.mosaic;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Layer;
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
