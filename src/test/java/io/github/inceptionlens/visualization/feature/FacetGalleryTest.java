package io.github.inceptionlens.visualization.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.visualization.feature.Visualization.Frame;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Facets are made once, all or none, and found again for the same request alone. */
class FacetGalleryTest {

  private static final Unit UNIT = new Unit("conv2d1", 2);
  private static final VisualizationRequest REQUEST =
      VisualizationRequest.STANDARD.size(32).steps(3).facets(3, 0.5);
  private static final Progress NEVER =
      (part, what) -> {
        throw new CancellationException("nothing was to be made");
      };

  private final Map<String, Frame> kept = new HashMap<>();
  private final PictureCache album =
      new PictureCache() {
        @Override
        public Optional<Frame> find(final String key) {
          return Optional.ofNullable(kept.get(key));
        }

        @Override
        public void keep(final String key, final Frame frame) {
          kept.put(key, frame);
        }
      };

  @Test
  void whatWasMadeIsFound() {
    try (InceptionV1 network = SmallNetworks.mixed()) {
      final List<Frame> made = FacetGallery.of(network, UNIT, REQUEST, album, Progress.NONE);
      assertThat(made).hasSize(3);
      assertThat(made.get(0).picture().plane(0)).isNotEqualTo(made.get(1).picture().plane(0));
      assertThat(FacetGallery.of(network, UNIT, REQUEST, album, NEVER)).isEqualTo(made);
      assertThat(kept).hasSize(3);
    }
  }

  @Test
  void whatIsStoppedIsNotKeptAndAnotherRequestIsAnother() {
    try (InceptionV1 network = SmallNetworks.mixed()) {
      assertThatThrownBy(() -> FacetGallery.of(network, UNIT, REQUEST, album, NEVER))
          .isInstanceOf(CancellationException.class);
      assertThat(kept).isEmpty();
      FacetGallery.of(network, UNIT, REQUEST, album, Progress.NONE);
      FacetGallery.of(network, UNIT, REQUEST.seed(4), album, Progress.NONE);
      FacetGallery.of(network, new Unit("conv2d1", 1), REQUEST, album, Progress.NONE);
      assertThat(kept).hasSize(9);
    }
  }
}
