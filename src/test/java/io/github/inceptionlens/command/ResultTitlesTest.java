package io.github.inceptionlens.command;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.result.ResultImages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ResultTitlesTest {

  @ParameterizedTest
  @CsvSource({"imagenet-caffe, Maps (imagenet-caffe)", "textures, Maps"})
  void titlesNameOtherNetworksThanTheBundledOne(final String network, final String title) {
    final ImagePlus image = IJ.createImage("Maps", "8-bit black", 4, 4, 1);
    ResultImages.describe(image, Provenance.EMPTY.with("network", network));
    ResultTitles.nameNetwork(image);
    ResultTitles.nameNetwork(image);
    assertThat(image.getTitle()).isEqualTo(title);
  }
}
