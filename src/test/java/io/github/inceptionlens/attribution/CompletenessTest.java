package io.github.inceptionlens.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.network.InceptionV1;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At the default steps contributions add up to the target's change on the sample images. */
final class CompletenessTest {

  private static InceptionV1 network;

  @BeforeAll
  static void open() {
    network = TrueRegions.network();
  }

  @AfterAll
  static void close() {
    network.close();
  }

  @Tag("slow")
  @Test
  void moreStepsAreMadeWhereTheUsualOnesMissTheChange() {
    final Picture picture = sample("sarcomeres-8bit.tif");
    final AttributionRequest request = AttributionRequest.of("top");

    final double usual = gap("Integrated Gradients", picture, request.steps(64));
    final double refined = gap("Integrated Gradients", picture, request);

    assertThat(Math.abs(usual)).isGreaterThan(0.02);
    assertThat(refined).isCloseTo(0, within(0.01));
  }

  @ParameterizedTest
  @CsvSource({
    "scene-8bit.tif, Integrated Gradients",
    "scene-rgb.png, Integrated Gradients",
    "scene-16bit.tif, Integrated Gradients",
    "nuclei-16bit.tif, Integrated Gradients",
    "composite.tif, Integrated Gradients",
    "drift.tif, Integrated Gradients",
    "sarcomeres-8bit.tif, Blur Integrated Gradients",
  })
  @Tag("slow")
  void contributionsAddUp(final String file, final String method) {
    assertThat(gap(method, sample(file), AttributionRequest.of("top"))).isCloseTo(0, within(0.01));
  }

  private static double gap(
      final String method, final Picture picture, final AttributionRequest request) {
    return AttributionMethods.named(method)
        .attribute(network, picture, request, Progress.NONE)
        .completeness()
        .orElseThrow()
        .gap();
  }

  private static Picture sample(final String file) {
    final InputRequest request = new InputRequest(Fit.CENTER_CROP, 1, DisplayRange.AUTO, false);
    return ImageInput.of(IJ.openImage("sample-images/" + file), request).frames().get(0).picture();
  }
}
