package io.github.inceptionlens.textures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.textures.structure.TextureClass;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TexturesTest {

  /** Changes only with the generator itself; then the bundled network must be trained again. */
  private static final long FINGERPRINT = 1_339_641_272L;

  @Test
  void imagesAreTheSameToTheLastBitOnEveryMachine() {
    final CRC32 digest = new CRC32();
    for (final TextureClass texture : TextureClass.values()) {
      for (int seed = 0; seed < 6; seed++) {
        Pixels.digest(Textures.sample(texture, seed, 48, 40).image(), digest);
      }
    }
    assertThat(digest.getValue()).isEqualTo(FINGERPRINT);
  }

  @ParameterizedTest
  @EnumSource(TextureClass.class)
  void aSeedMakesTheSameImageTwice(final TextureClass texture) {
    assertThat(digest(Textures.sample(texture, 7, 50, 30)))
        .isEqualTo(digest(Textures.sample(texture, 7, 50, 30)))
        .isNotEqualTo(digest(Textures.sample(texture, 8, 50, 30)));
  }

  @ParameterizedTest
  @CsvSource({"16, 16", "8, 8", "64, 64", "33, 71", "130, 17"})
  void everySizeIsFilledWithValuesInRange(final int width, final int height) {
    for (final TextureClass texture : TextureClass.values()) {
      final TextureSample sample = Textures.sample(texture, width + height, width, height);
      assertThat(sample.image().dimensionsAsLongArray()).containsExactly(width, height, 3);
      assertThat(sample.structure()).hasSize(width * height);
      assertRange(sample.structure(), 1);
      for (int c = 0; c < 3; c++) {
        assertRange(sample.image().plane(c), 255);
      }
    }
  }

  @Test
  void everyClassButTheEmptyOneHasStructure() {
    for (final TextureClass texture : TextureClass.values()) {
      for (int seed = 0; seed < 40; seed++) {
        final float[] structure = Textures.structure(texture, seed, 96, 96);
        final boolean empty = texture == TextureClass.EMPTY;
        assertThat(deviation(structure))
            .as("%s, seed %d", texture, seed)
            .matches(d -> d > 0.08 != empty);
      }
    }
  }

  @Test
  void classesDifferOnTheSameSeed() {
    final Set<Long> digests = new HashSet<>();
    for (final TextureClass texture : TextureClass.values()) {
      digests.add(digest(Textures.sample(texture, 3, 64, 64)));
    }
    assertThat(digests).hasSameSizeAs(TextureClass.values());
  }

  @Test
  void nuisanceDoesNotDependOnTheClass() {
    for (int seed = 0; seed < 20; seed++) {
      final TextureSample first = Textures.sample(TextureClass.EMPTY, seed, 16, 16);
      for (final TextureClass texture : TextureClass.values()) {
        final TextureSample sample = Textures.sample(texture, seed, 24, 16);
        assertThat(sample.nuisance()).isEqualTo(first.nuisance());
        assertThat(sample.layout()).isEqualTo(first.layout());
      }
    }
  }

  @Test
  void theSampleHoldsItsTruth() {
    final TextureSample sample = Textures.sample(TextureClass.RINGS, 5, 40, 30);
    assertThat(sample.texture()).isEqualTo(TextureClass.RINGS);
    assertThat(sample.seed()).isEqualTo(5);
    assertThat(sample.structure()).isEqualTo(Textures.structure(TextureClass.RINGS, 5, 40, 30));
  }

  @Test
  void drawsEveryClassAboutEquallyOften() {
    final Map<TextureClass, Integer> counts = new EnumMap<>(TextureClass.class);
    IntStream.range(0, 2800)
        .forEach(seed -> counts.merge(Textures.sample(seed, 8).texture(), 1, Integer::sum));
    assertThat(counts).hasSameSizeAs(TextureClass.values());
    assertThat(counts.values()).allMatch(count -> count > 60 && count < 145);
  }

  @Test
  void refusesImpossibleSizes() {
    assertThatThrownBy(() -> Textures.sample(1, 7))
        .isInstanceOf(UserError.class)
        .hasMessage("width is 7 pixels, expected 8 to 8192");
    assertThatThrownBy(() -> Textures.sample(TextureClass.RODS, 1, 64, 9000))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("height is 9000");
  }

  @Test
  void classesAreFoundByTheirLabels() {
    assertThat(TextureClass.labels()).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(22);
    assertThat(TextureClass.of(" Honeycomb epithelium")).isEqualTo(TextureClass.HONEYCOMB);
    assertThatThrownBy(() -> TextureClass.of("cat"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("class is \"cat\"; choose one of empty background, nuclei");
  }

  private static void assertRange(final float[] values, final float largest) {
    for (final float value : values) {
      if (!(value >= 0 && value <= largest)) {
        assertThat(value).isBetween(0f, largest);
      }
    }
  }

  private static double deviation(final float[] values) {
    double sum = 0;
    double squares = 0;
    for (final float value : values) {
      sum += value;
      squares += value * value;
    }
    final double mean = sum / values.length;
    return Math.sqrt(squares / values.length - mean * mean);
  }

  private static long digest(final TextureSample sample) {
    final CRC32 digest = new CRC32();
    Pixels.digest(sample.image(), digest);
    return digest.getValue();
  }
}
