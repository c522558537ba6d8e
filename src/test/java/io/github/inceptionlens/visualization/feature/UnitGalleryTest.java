package io.github.inceptionlens.visualization.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.edit.Graft;
import io.github.inceptionlens.network.edit.Nonlinearity;
import io.github.inceptionlens.visualization.feature.UnitGallery.Portrait;
import io.github.inceptionlens.visualization.feature.Visualization.Frame;
import io.github.inceptionlens.visualization.parameterization.Parameterization;
import io.github.inceptionlens.visualization.transform.Transforms;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class UnitGalleryTest {

  private static final VisualizationRequest SHORT = VisualizationRequest.STANDARD.size(48).steps(6);
  private static final Progress NO_WORK =
      (fraction, what) -> {
        throw new AssertionError("worked: " + what);
      };

  private static InceptionV1 network;

  private final Memory album = new Memory();

  private static final class Memory implements PictureCache {

    private final Map<String, Frame> frames = new HashMap<>();

    @Override
    public Optional<Frame> find(final String key) {
      return Optional.ofNullable(frames.get(key));
    }

    @Override
    public void keep(final String key, final Frame frame) {
      frames.put(key, frame);
    }
  }

  @BeforeAll
  static void build() {
    network = SmallNetworks.narrow(FrameworkConventions.CAFFE);
  }

  @AfterAll
  static void close() {
    network.close();
  }

  private static List<Unit> units(final InceptionV1 of, final String name, final int count) {
    final Layer layer = of.architecture().layer(name);
    return IntStream.range(0, count).mapToObj(layer::unit).toList();
  }

  private UnitGallery gallery(
      final List<Unit> units, final VisualizationRequest request, final Progress progress) {
    return UnitGallery.of(network, units, request, album, progress);
  }

  private static float[] pixels(final Portrait one) {
    return one.frame().picture().plane(0);
  }

  @Test
  void whatTheAlbumHoldsIsNotMadeAgain() {
    final List<Unit> units = units(network, "mixed3b", 3);
    final UnitGallery first = gallery(units, SHORT, Progress.NONE);
    final UnitGallery second = gallery(units.subList(1, 3), SHORT, NO_WORK);

    assertThat(first.found()).isZero();
    assertThat(second.found()).isEqualTo(2);
    assertThat(second.portraits()).isEqualTo(first.portraits().subList(1, 3));
    assertThat(first.portraits()).extracting(Portrait::unit).isEqualTo(units);
  }

  @Test
  void picturesMadeInAnotherWayDoNotCount() {
    final List<Unit> units = units(network, "mixed3b", 1);
    gallery(units, SHORT, Progress.NONE);

    for (final VisualizationRequest other :
        List.of(
            SHORT.steps(5),
            SHORT.size(50),
            SHORT.rate(0.06),
            SHORT.seed(1),
            SHORT.redirected(true),
            SHORT.transforms(Transforms.NONE),
            SHORT.parameterization(Parameterization.PIXEL))) {
      assertThat(gallery(units, other, Progress.NONE).found()).as(other.toString()).isZero();
    }
    assertThat(gallery(units, SHORT, Progress.NONE).found()).isEqualTo(1);
  }

  @Test
  void keptPicturesAreFoundWithoutMakingAny() {
    final List<Unit> units = units(network, "mixed3b", 2);
    final UnitAlbum found = UnitAlbum.of(network, SHORT, album);
    assertThat(found.find(units.get(0))).isEmpty();

    final Portrait made = gallery(units.subList(0, 1), SHORT, Progress.NONE).portraits().get(0);

    assertThat(found.find(units.get(0))).contains(made.frame());
    assertThat(found.find(units.get(1))).isEmpty();
    assertThat(UnitAlbum.of(network, SHORT.steps(5), album).find(units.get(0))).isEmpty();
  }

  @Test
  void aPictureIsThatOfAVisualizationAlone() {
    final Portrait portrait =
        gallery(units(network, "mixed3b", 1), SHORT, Progress.NONE).portraits().get(0);
    final Visualization alone =
        Visualizer.visualize(network, "mixed3b:0", SHORT, StepListener.NONE, Progress.NONE);

    assertThat(pixels(portrait)).isEqualTo(alone.results().get(0).picture().plane(0));
    assertThat(portrait.frame().value()).isEqualTo(alone.results().get(0).value());
  }

  private UnitGallery edited(final String layer, final Progress progress, final Graft... grafts) {
    try (InceptionV1 edited = network.with(List.of(grafts))) {
      return UnitGallery.of(edited, units(edited, layer, 1), SHORT, album, progress);
    }
  }

  private static Graft graft(final String name, final float weight) {
    final float[] weights = new float[network.architecture().layer("mixed3b").channels()];
    weights[0] = weight;
    return new Graft(
        name,
        "mixed3b",
        new Graft.Affine(weights, new float[1]),
        Nonlinearity.RELU,
        Optional.empty());
  }

  @Test
  void picturesOfTheTrunkStayBesideADictionary() {
    gallery(units(network, "mixed3b", 1), SHORT, Progress.NONE);

    assertThat(edited("mixed3b", NO_WORK, graft("some", 1)).found()).isEqualTo(1);
  }

  @Test
  void aDictionaryMadeAnewShowsNoOldPictures() {
    edited("some", Progress.NONE, graft("some", 1));

    assertThat(edited("some", Progress.NONE, graft("some", -1)).found()).isZero();
    assertThat(edited("some", NO_WORK, graft("other", 3), graft("some", 1)).found()).isEqualTo(1);
    assertThat(edited("some", NO_WORK, graft("some", 1), graft("other", 4)).found()).isEqualTo(1);
  }

  @Test
  void aStoppedGalleryKeepsItsBatchesAndGoesOn() {
    final List<Unit> units = units(network, "mixed3b", 20);
    final UnitGallery stopped =
        gallery(
            units,
            SHORT,
            (fraction, what) -> {
              if (fraction > 0.82) {
                throw new CancellationException("Esc");
              }
            });
    assertThat(stopped.interrupted()).isTrue();
    assertThat(stopped.portraits()).extracting(Portrait::unit).isEqualTo(units.subList(0, 16));

    final UnitGallery whole = gallery(units, SHORT, Progress.NONE);
    assertThat(whole.found()).isEqualTo(16);
    assertThat(whole.interrupted()).isFalse();
    assertThat(whole.portraits()).extracting(Portrait::unit).isEqualTo(units);
  }

  @Test
  void whatIsStoppedBeforeAnythingIsThereTellsSo() {
    assertThatThrownBy(
            () ->
                gallery(
                    units(network, "mixed3b", 2),
                    SHORT,
                    (fraction, what) -> {
                      throw new CancellationException("Esc");
                    }))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void unitsThatCannotBeDrivenAreNamedAndNotShown() {
    try (InceptionV1 constant = SmallNetworks.constant()) {
      final UnitGallery gallery =
          UnitGallery.of(constant, units(constant, "conv2d1", 2), SHORT, album, Progress.NONE);
      assertThat(gallery.portraits()).isEmpty();
      assertThat(gallery.failures()).hasSize(2).allMatch(text -> text.contains("cannot be driven"));
      assertThat(album.frames).isEmpty();
    }
  }

  @Test
  void picturesTooSmallForTheLayerAreRefusedBeforeAnyWork() {
    assertThatThrownBy(() -> gallery(units(network, "mixed5a", 1), SHORT.size(8), NO_WORK))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("size is 8");
  }
}
