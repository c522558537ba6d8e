package io.github.inceptionlens.visualization.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.edit.Graft;
import io.github.inceptionlens.network.edit.Nonlinearity;
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

  /** The decoder of an entry is kept apart from its encoder and from other entries'. */
  @Test
  void decodersHavePicturesOfTheirOwn() {
    try (InceptionV1 plain = SmallNetworks.mixed()) {
      final int channels = plain.architecture().layer("conv2d1").channels();
      final float[] encoder = new float[2 * channels];
      final float[] decoder = new float[channels * 2];
      encoder[0] = 1;
      encoder[channels + 1] = 1;
      decoder[2] = 1;
      decoder[1] = 1;
      final Graft graft =
          new Graft(
              "dict",
              "conv2d1",
              new Graft.Affine(encoder, new float[2]),
              Nonlinearity.RELU,
              Optional.of(new Graft.Affine(decoder, new float[channels])));
      try (InceptionV1 network = plain.edited(graft)) {
        final VisualizationRequest one = REQUEST.facets(1, 0);
        final Unit entry = new Unit("dict", 0);
        final List<Frame> reads = FacetGallery.of(network, entry, one, album, Progress.NONE);
        final List<Frame> writes =
            FacetGallery.ofDecoder(network, entry, one, album, Progress.NONE);
        assertThat(writes).hasSize(1);
        assertThat(writes.get(0).picture().plane(0)).isNotEqualTo(reads.get(0).picture().plane(0));
        assertThat(FacetGallery.ofDecoder(network, entry, one, album, NEVER)).isEqualTo(writes);
        FacetGallery.ofDecoder(network, new Unit("dict", 1), one, album, Progress.NONE);
        assertThat(kept).hasSize(3);
        assertThat(FacetGallery.ofDecoder(network, UNIT, one, album, NEVER)).isEmpty();
      }
    }
  }

  @Test
  void anEntryThatStandsForNothingIsRefusedByItsName() {
    try (InceptionV1 plain = SmallNetworks.mixed()) {
      final int channels = plain.architecture().layer("conv2d1").channels();
      final Graft.Affine back = new Graft.Affine(new float[channels], new float[channels]);
      final Graft graft =
          new Graft(
              "dict",
              "conv2d1",
              new Graft.Affine(new float[channels], new float[1]),
              Nonlinearity.RELU,
              Optional.of(back));
      final Unit entry = new Unit("dict", 0);
      try (InceptionV1 network = plain.edited(graft)) {
        assertThatThrownBy(
                () ->
                    FacetGallery.ofDecoder(
                        network, entry, REQUEST.facets(1, 0), album, Progress.NONE))
            .isInstanceOf(UserError.class)
            .hasMessageStartingWith("the objective decoder of dict:0 ");
        assertThat(kept).isEmpty();
      }
    }
  }
}
