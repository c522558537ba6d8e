package io.github.inceptionlens.command.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.process.ImageProcessor;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.textures.Scene;
import io.github.inceptionlens.textures.Textures;
import io.github.inceptionlens.textures.structure.TextureClass;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** A picture depends on its seed alone, and is what the generator draws. */
final class SampleSeriesTest {

  private static final int SIZE = 48;

  private static SampleSeries series(
      final SampleKind kind, final SampleDepth depth, final String classes, final String without) {
    final List<TextureClass> named = SampleSeries.classes(kind, classes);
    return new SampleSeries(kind, named, SampleSeries.without(kind, named, without), depth, SIZE);
  }

  @Property(tries = 30)
  void aPictureIsTheSameWheneverItIsDrawn(
      @ForAll final long seed, @ForAll final SampleKind kind, @ForAll final SampleDepth depth) {
    final SampleSeries series = series(kind, depth, "all", "");
    final ImageProcessor first = series.draw(seed).pixels();
    series.draw(seed + 1);
    assertThat(series.draw(seed).pixels().getPixels()).isEqualTo(first.getPixels());
    assertThat(series(kind, depth, "all", "").draw(seed).pixels().getPixels())
        .isEqualTo(first.getPixels());
  }

  @Property(tries = 30)
  void whatIsSaidBeforeIsWhatIsDrawn(@ForAll final long seed) {
    final String some = "nuclei, asters, rods, triangular mesh, grains";
    final SampleSeries series = series(SampleKind.SCENES, SampleDepth.RGB, some, "asters, rods");
    final SamplePicture drawn = series.draw(seed);
    assertThat(drawn.subject()).isEqualTo(series.subject(seed));
    assertThat(drawn.regions())
        .extracting(Scene.Region::texture)
        .containsExactlyInAnyOrderElementsOf(drawn.subject().shown());
    assertThat(drawn.subject().leftOut()).isSubsetOf(TextureClass.RODS, TextureClass.ASTERS);
    assertThat(drawn.subject().shown().size() + drawn.subject().leftOut().size()).isBetween(2, 5);
  }

  @Example
  void classesTakeTurns() {
    for (final long first : new long[] {0, 13, -7, Long.MAX_VALUE - 3}) {
      final Map<TextureClass, Integer> counts = new EnumMap<>(TextureClass.class);
      final SampleSeries series = series(SampleKind.TEXTURES, SampleDepth.EIGHT, "all", "");
      LongStream.range(0, 28)
          .map(i -> first + i)
          .mapToObj(series::subject)
          .forEach(one -> counts.merge(one.shown().get(0), 1, Integer::sum));
      if (first < 100) {
        assertThat(counts).hasSize(28);
      }
      assertThat(counts.values()).allMatch(count -> count <= 2);
    }
  }

  @Example
  void colorTexturesAreThoseOfTheGenerator() {
    final SampleSeries series = series(SampleKind.TEXTURES, SampleDepth.RGB, "rods, nuclei", "");
    final int[] pixels = (int[]) series.draw(5).pixels().getPixels();
    final Picture picture = Textures.sample(TextureClass.RODS, 5, SIZE, SIZE).image();
    for (int i = 0; i < pixels.length; i++) {
      assertThat(pixels[i] >> 16 & 0xff).isEqualTo(Math.round(picture.plane(0)[i]));
      assertThat(pixels[i] & 0xff).isEqualTo(Math.round(picture.plane(2)[i]));
    }
  }

  @Property(tries = 20)
  void sixteenBitsAreThePictureOfEightBitsInFinerSteps(
      @ForAll final long seed, @ForAll final SampleKind kind) {
    final ImageProcessor eight = series(kind, SampleDepth.EIGHT, "all", "").draw(seed).pixels();
    final ImageProcessor sixteen = series(kind, SampleDepth.SIXTEEN, "all", "").draw(seed).pixels();
    for (int i = 0; i < SIZE * SIZE; i++) {
      assertThat(Math.abs(sixteen.get(i) / 4095.0 * 255 - eight.get(i))).isLessThan(0.54);
    }
    assertThat(sixteen.getMax()).isEqualTo(4095);
    assertThat(Arrays.stream(sixteen.getIntArray()).flatMapToInt(Arrays::stream).max().orElse(-1))
        .isBetween(1, 4095);
  }

  @Example
  void namesOfClassesAreReadInAnyOrderAndCase() {
    assertThat(SampleSeries.classes(SampleKind.TEXTURES, " All "))
        .containsExactly(TextureClass.values());
    assertThat(SampleSeries.classes(SampleKind.SCENES, "all"))
        .hasSize(27)
        .doesNotContain(TextureClass.EMPTY);
    assertThat(SampleSeries.classes(SampleKind.SCENES, "Rods,nuclei, rods"))
        .containsExactly(TextureClass.NUCLEI, TextureClass.RODS);
  }

  @Example
  void mistakesAreTold() {
    final List<TextureClass> two = List.of(TextureClass.NUCLEI, TextureClass.RODS);
    assertThatThrownBy(() -> SampleSeries.classes(SampleKind.TEXTURES, "nuclei, cat"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("classes is \"cat\", expected one of: empty background, nuclei");
    assertThatThrownBy(() -> SampleSeries.classes(SampleKind.SCENES, "empty background, rods"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("a scene has empty background anyway");
    assertThatThrownBy(() -> SampleSeries.without(SampleKind.TEXTURES, two, "rods"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("choose kind=scenes");
    assertThatThrownBy(() -> SampleSeries.without(SampleKind.SCENES, two, "asters"))
        .isInstanceOf(UserError.class)
        .hasMessage("without is \"asters\", expected some of the scenes' classes: nuclei, rods");
    for (final int size : new int[] {7, 8193}) {
      assertThatThrownBy(
              () -> new SampleSeries(SampleKind.SCENES, two, Set.of(), SampleDepth.EIGHT, size))
          .isInstanceOf(UserError.class)
          .hasMessage("size is " + size + " pixels, expected 8 to 8192");
    }
  }
}
