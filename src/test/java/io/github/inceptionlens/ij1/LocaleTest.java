package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.InOwnProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Labels, tables, files and macro lines are the same in every language of the system. */
@InOwnProcess
final class LocaleTest {

  private static final String PROPERTIES =
      "print(getTitle(), getInfo('slice.label')); print(Property.getList);";

  private static final String MACRO =
      "dir = getArgument() + '/'; open('SCENE'); a = getImageID();"
          + "run('Classify with InceptionV1...', 'csv=[' + dir + 'classes.csv]');"
          + "run('Strongest Channels...', 'count=3 csv=[' + dir + 'channels.csv]');"
          + "run('Activation Maps...', 'channels=3,5 scale=0.5');"
          + PROPERTIES
          + "selectImage(a); run('Activation Overlay...', 'unit=mixed4c:3 bar opacity=45 range=0-2.5');"
          + "selectImage(a); run('Saliency Map...', 'method=SmoothGrad samples=2 noise=0.15');"
          + PROPERTIES
          + "run('Measure Saliency...', 'csv=[' + dir + 'regions.csv]');"
          + "run('Blinded Reading...', 'from=open seed=7 key=[' + dir + 'key.csv] csv=[' + dir + 'sheet.csv]');"
          + "selectImage(a); run('Evaluate Saliency...', 'measures=infidelity csv=[' + dir + 'e.csv]');"
          + "selectImage(a); makeRectangle(0, 0, 64, 64);"
          + "run('Invert Features...', 'layers=conv2d2 steps=1');"
          + PROPERTIES
          + "selectImage(a); run('Caricature...', 'layers=conv2d2 steps=1');"
          + PROPERTIES
          + "selectImage(a); run('DeepDream...', 'octaves=1 steps=1');"
          + PROPERTIES
          + "run('Visualize Channel...', 'size=64 steps=2'); "
          + PROPERTIES
          + "run('Visualize Layer...', 'channels=0-1 size=64 steps=2 montage');"
          + PROPERTIES
          + "run('InceptionV1 Networks...', 'csv=[' + dir + 'networks.csv]');"
          + "run('Describe Network...', 'csv=[' + dir + 'layers.csv]');";

  @TempDir private static Path folder;

  private static Map<String, String> english;

  @BeforeAll
  static void english() throws Exception {
    english = files("en", "US", "");
    assertThat(english)
        .containsKeys("out", "classes.csv", "e.csv", "key.csv", "networks.csv")
        .hasSize(9);
    assertThat(english.get("out")).containsPattern("value -?\\d+\\.\\d+").contains("scale=0.5");
  }

  @Test
  void theSameIsWrittenWhereDigitsAndCommasAreOthers() throws Exception {
    theSameIsWritten("ar", "EG", "u-nu-arab");
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource({"de,DE,''", "tr,TR,''"})
  void theSameIsWritten(final String language, final String country, final String extensions)
      throws Exception {
    final Map<String, String> here = files(language, country, extensions);
    assertThat(here.keySet()).isEqualTo(english.keySet());
    for (final Map.Entry<String, String> file : english.entrySet()) {
      assertThat(here.get(file.getKey()).lines().toList())
          .as(file.getKey())
          .containsExactlyElementsOf(file.getValue().lines().toList());
    }
  }

  private static Map<String, String> files(
      final String language, final String country, final String extensions) throws Exception {
    final Path place = Files.createDirectories(folder.resolve(language));
    final Path written = Files.createDirectories(place.resolve("written"));
    final Path macro =
        Files.writeString(
            place.resolve("m.ijm"),
            MACRO
                .replace('\'', '"')
                .replace(
                    "SCENE",
                    Path.of("sample-images", "scene-8bit.tif").toAbsolutePath().toString()));
    final MacroProcess.Result result =
        MacroProcess.java(
            place,
            List.of(
                "-Duser.language=" + language,
                "-Duser.country=" + country,
                "-Duser.extensions=" + extensions,
                "-Dinceptionlens.networks=" + place.resolve("networks"),
                "-Djava.awt.headless=true",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "-Dmacro=" + macro,
                "-Darg=" + written,
                MacroRunner.class.getName(),
                Path.of("target", "classes").toAbsolutePath().toString()));
    assertThat(result.exit()).as(result.out() + result.err()).isZero();
    final Map<String, String> all = new TreeMap<>();
    all.put("out", same(result.out(), place));
    try (Stream<Path> files = Files.list(written)) {
      for (final Path file : files.toList()) {
        all.put(file.getFileName().toString(), same(Files.readString(file), place));
      }
    }
    return all;
  }

  private static String same(final String text, final Path place) throws IOException {
    return text.replace(place.toString(), "PLACE")
        .replaceAll("seconds=[0-9]+\\.[0-9]\\b", "seconds=some");
  }
}
