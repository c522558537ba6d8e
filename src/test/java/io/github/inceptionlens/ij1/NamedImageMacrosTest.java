package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys that name another image: by title, number or path, and never by a title that two share. */
final class NamedImageMacrosTest extends PluginMacros {

  private static final String SAMPLES = Path.of("sample-images").toAbsolutePath() + "/";
  private static final String IMAGE =
      "open('" + SAMPLES + "scene-8bit.tif'); rename('001.tif'); a = getImageID();";
  private static final String MASK =
      "open('" + SAMPLES + "scene-8bit-mask-nuclei.png'); rename('001.tif'); b = getImageID();";
  private static final String EVALUATE =
      "selectImage(a); run('Evaluate Saliency...', 'measures=infidelity fit=[own size]"
          + " mask=NAMED');"
          + "for (i = 0; i < nResults; i++) if (getResultString('Measure', i) == 'Area under ROC')"
          + " print('auc', getResult('Value', i));";

  private static String evaluate(final String named) {
    return EVALUATE.replace("NAMED", named);
  }

  @Test
  void aTitleMeansTheOtherImageAndAsGoodAsItsNumberOrPath() throws Exception {
    final String byTitle = printed(IMAGE + MASK + evaluate("001.tif"));
    final String byNumber = printed(IMAGE + MASK + evaluate("id:' + b + '"));
    final String byPath = printed(IMAGE + evaluate("[" + SAMPLES + "scene-8bit-mask-nuclei.png]"));
    assertThat(auc(byTitle)).isEqualTo(auc(byNumber)).isEqualTo(auc(byPath));
    assertThat(byTitle).containsPattern("001.tif\" \\(id:-\\d+, pixels [0-9a-f]{64}\\)");
  }

  private static String auc(final String out) {
    return out.lines()
        .filter(line -> line.startsWith("auc "))
        .findFirst()
        .orElseThrow()
        .substring(4);
  }

  @Test
  void aTitleThatSeveralOthersShareIsRefused() throws Exception {
    assertThat(run(IMAGE + MASK + MASK + evaluate("001.tif")).err())
        .contains(
            "mask is \"001.tif\", but 2 open images have that title: rename one (Image > Rename...)");
  }

  @Test
  void theAnalyzedImageIsNeverMeantByItsTitle() throws Exception {
    assertThat(run(IMAGE + evaluate("001.tif")).err())
        .contains("mask is \"001.tif\", expected roi (the selection) or the title, id or path");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "run('Saliency Map...', 'method=[Gradient x Input] baseline=001.tif'); | baseline",
        "run('Blinded Reading...', 'beside=001.tif key=[DIR/k.csv]'); | beside"
      })
  void everyKeyRefusesASharedTitle(final String line, final String key) throws Exception {
    assertThat(run(IMAGE + MASK + MASK + "selectImage(a);" + line).err())
        .contains(key + " is \"001.tif\", but 2 open images have that title");
    assertThat(folder.resolve("k.csv")).doesNotExist();
  }

  @Test
  void aNumberThatNoImageHasIsRefused() throws Exception {
    assertThat(run(IMAGE + evaluate("id:-999")).err())
        .contains("mask is \"id:-999\", but no open image has that number");
  }
}
