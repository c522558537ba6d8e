package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import io.github.inceptionlens.collection.sample.ActivationSample;
import io.github.inceptionlens.collection.sample.SampledPlace;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.weights.dictionary.DictionaryFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Samples as macros make and use them. */
final class SampleMacrosTest extends PluginMacros {

  private static final String SAMPLE = "run('Sample Activations...', '";
  private static final String DICTIONARY = "run('Make Dictionary...', '";
  private static final String PICTURES = "images=[DIR/some pictures] layer=mixed3b ";

  /** Six pictures in two folders, one of them a stack, and three files that are none. */
  @BeforeAll
  static void pictures() throws IOException {
    printed(
        "File.makeDirectory('DIR/some pictures'); File.makeDirectory('DIR/some pictures/a, b');"
            + " File.makeDirectory('DIR/some pictures/z');"
            + " run('Make Sample Images...', 'count=7 size=80');"
            + " rename('all'); for (i = 1; i <= 4; i++) { selectImage('all'); setSlice(i);"
            + " run('Duplicate...', 'title=one'); name = 'DIR/some pictures/a, b/nú ' + i;"
            + " if (i == 4) name = 'DIR/some pictures/z/nú'; saveAs('Tiff', name); close(); }"
            + " selectImage('all'); run('Make Substack...', 'slices=5-7');"
            + " saveAs('Tiff', 'DIR/some pictures/z/three'); close('*');"
            + " File.saveString('no image', 'DIR/some pictures/z/text.png');"
            + " File.saveString('', 'DIR/some pictures/empty.tif');");
  }

  private static ActivationSample sample(final String name) throws IOException {
    return ActivationSample.open(folder.resolve(name));
  }

  @Test
  void aSampleHoldsWhatTheMapsHoldAtItsPlaces() throws IOException {
    final String out =
        printed(SAMPLE + PICTURES + "per_picture=4 file=[DIR/s.safetensors] csv=[DIR/s.csv]');");
    assertThat(out).contains("up to ", " KB for ");
    final ActivationSample sample = sample("s.safetensors");
    assertThat(sample.size()).isEqualTo(7 * 4);
    assertThat(sample.images()).isEqualTo(5);
    assertThat(sample.layer()).isEqualTo("mixed3b");
    assertThat(sample.metadata())
        .containsEntry("network", "textures")
        .containsEntry("looked", "7")
        .containsEntry("margin", "1")
        .containsKeys("version", "digest", "collection_digest");
    assertThat(sample.metadata().get("macro")).startsWith("run(\"Sample Activations...\", ");
    assertThat(sample.metadata().get("skipped")).contains("text.png").contains("empty.tif");
    final Set<String> slices = new HashSet<>();
    for (final long row : new long[] {0, 9, 15, 16, 22, 27}) {
      final SampledPlace place = sample.place(row).orElseThrow();
      final String path = sample.image(row).path();
      slices.add(path + place.slice());
      assertThat(sample.image(row).label()).isEqualTo(path.substring(0, path.indexOf('/')));
      final Path file = folder.resolve("some pictures").resolve(path);
      assertThat(sample.image(row).sha256()).isEqualTo(sha256(file));
      compare(sample.row(row), file, place);
    }
    assertThat(slices).contains("z/three.tif1", "z/three.tif3");
    final ResultsTable table = ResultsTable.open(folder.resolve("s.csv").toString());
    assertThat(table.getValue("Vectors", 0)).isEqualTo(28);
    assertThat(table.getValue("Pictures", 0)).isEqualTo(7);
    assertThat(table.getValue("Images", 0)).isEqualTo(5);
    assertThat(table.getValue("Channels", 0)).isEqualTo(sample.channels());
    assertThat(table.getValue("Megabytes", 0))
        .isCloseTo(Files.size(sample.file()) / 1e6, within(1e-9));
    assertThat(folder.resolve("s-skipped.csv"))
        .content()
        .contains("text.png")
        .contains("empty.tif");
  }

  private static String sha256(final Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(in.readAllBytes()));
    } catch (final NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  private static void compare(final float[] vector, final Path file, final SampledPlace place)
      throws IOException {
    final ImagePlus maps =
        image(
            "open('"
                + file
                + "'); setSlice("
                + place.slice()
                + "); run('Activation Maps...', 'layer=mixed3b channels=0-"
                + (vector.length - 1)
                + "');");
    final double left = maps.getCalibration().xOrigin;
    final double top = maps.getCalibration().yOrigin;
    final int column = (int) Math.round(place.x() / maps.getCalibration().pixelWidth + left);
    final int row = (int) Math.round(place.y() / maps.getCalibration().pixelHeight + top);
    for (int channel = 0; channel < vector.length; channel++) {
      assertThat(maps.getStack().getProcessor(channel + 1).getf(column, row))
          .isCloseTo(vector[channel], within(1e-3f * (1 + Math.abs(vector[channel]))));
    }
  }

  @Test
  void theSameSampleAgainIsACopyThatTellsTheSame() throws IOException {
    final String keys = PICTURES + "seed=5 ";
    printed(SAMPLE + keys + "file=[DIR/one.safetensors] csv=[DIR/one.csv]');");
    assertThat(printed(SAMPLE + keys + "file=[DIR/two.safetensors] csv=[DIR/two.csv]');"))
        .contains("this sample was made before");
    assertThat(folder.resolve("two.safetensors"))
        .hasSameBinaryContentAs(folder.resolve("one.safetensors"));
    assertThat(Files.readString(folder.resolve("two.csv")).replace("two.", "one."))
        .isEqualTo(Files.readString(folder.resolve("one.csv")));
    assertThat(folder.resolve("two-skipped.csv"))
        .hasSameTextualContentAs(folder.resolve("one-skipped.csv"));
    assertThat(printed(SAMPLE + keys + "margin=2 file=[DIR/two.safetensors]');"))
        .doesNotContain("made before");
  }

  @Test
  void onlySelectedPlacesOfAnOpenImageAreTaken() throws IOException {
    final String open =
        "open('" + Path.of("sample-images", "scene-8bit.tif").toAbsolutePath() + "');";
    printed(
        open
            + "makeOval(70, 60, 90, 80);"
            + SAMPLE
            + "layer=mixed3a from=all file=[DIR/oval.safetensors]'); makeOval(10, 10, 60, 60);"
            + SAMPLE
            + "layer=mixed3a from=all file=[DIR/other.safetensors]');");
    final ActivationSample sample = sample("oval.safetensors");
    final Roi oval = new OvalRoi(70, 60, 90, 80);
    assertThat(sample.size()).isGreaterThan(20);
    for (long row = 0; row < sample.size(); row++) {
      final SampledPlace place = sample.place(row).orElseThrow();
      assertThat(oval.contains(place.x(), place.y())).isTrue();
      assertThat(place.slice()).isEqualTo(1);
    }
    assertThat(sample.image(0).path()).isEqualTo("scene-8bit.tif");
    assertThat(sample("other.safetensors").place(0)).isNotEqualTo(sample.place(0));
  }

  private static Dictionary made(final String keys) throws IOException {
    printed(
        DICTIONARY
            + "name=of_sample layer=mixed3b method=kmeans count=6 replace "
            + keys
            + "'); run('InceptionV1 Dictionaries...', 'action=export name=of_sample replace"
            + " file=[DIR/d.safetensors]'); run('InceptionV1 Dictionaries...',"
            + " 'action=remove name=of_sample');");
    return DictionaryFile.read(folder.resolve("d.safetensors"), "of_sample");
  }

  @Test
  void aSampleOfAllPlacesMakesTheDictionaryOfItsImages() throws IOException {
    printed(SAMPLE + PICTURES + "from=all margin=0 file=[DIR/all.safetensors]');");
    final Dictionary ofImages = made("images=[DIR/some pictures]");
    final Dictionary again = made("images=[DIR/some pictures]");
    final Dictionary ofSample = made("images=[DIR/nowhere] sample=[DIR/all.safetensors]");
    assertThat(again.encoder()).isEqualTo(ofImages.encoder());
    assertThat(again.notes()).isEqualTo(ofImages.notes());
    for (int i = 0; i < ofImages.encoder().length; i++) {
      assertThat(ofSample.encoder()[i])
          .isCloseTo(ofImages.encoder()[i], within(1e-3f * (1 + Math.abs(ofImages.encoder()[i]))));
    }
    assertThat(ofSample.notes().get("origin"))
        .contains("700 vectors of the sample", "all.safetensors");
    assertThat(made("images=[DIR/some pictures] limit=2").notes().get("origin"))
        .contains("200 positions on 2 pictures");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "file=[DIR/x.tif] | expected a name that ends with .safetensors",
        "margin=2 | file is empty",
        "file=[DIR/nowhere/x.safetensors] | there is no folder",
        "file=[DIR/mine.safetensors] | exists and is no sample",
        "file=[DIR/x.safetensors] margin=-1 | a whole number of at least 0",
        "file=[DIR/x.safetensors] per_picture=0 | a whole number of at least 1",
        "file=[DIR/x.safetensors] margin=40 | none of the 7 pictures has a unit of mixed3b",
        "file=[DIR/x.safetensors] precision=float8 | precision",
        "file=[DIR/x.safetensors] limit=none | limit is"
      })
  void whatCannotBeDoneIsSaid(final String keys, final String sentence) throws IOException {
    Files.writeString(folder.resolve("mine.safetensors"), "my notes");
    assertThat(run(SAMPLE + PICTURES + keys + "');").err()).contains(sentence);
    assertThat(folder.resolve("x.safetensors")).doesNotExist();
    assertThat(folder.resolve(".x.safetensors.part")).doesNotExist();
    assertThat(folder.resolve("mine.safetensors")).hasContent("my notes");
  }

  @Test
  void aSampleThatDoesNotFitIsRefusedByADictionary() throws IOException {
    printed(SAMPLE + PICTURES + "file=[DIR/fit.safetensors]');");
    assertThat(run(DICTIONARY + "name=unfit layer=mixed3a sample=[DIR/fit.safetensors]');").err())
        .contains("is a sample of layer mixed3b, but layer is mixed3a");
    Files.writeString(folder.resolve("text.safetensors"), "not at all");
    assertThat(run(DICTIONARY + "name=unfit sample=[DIR/text.safetensors]');").err())
        .contains("no safetensors file");
    assertThat(run(DICTIONARY + "name=unfit sample=[DIR/none.safetensors]');").err())
        .contains("does not exist");
  }

  @Test
  void theMacroInTheFileMakesItAgain() throws IOException {
    printed(SAMPLE + PICTURES + "seed=8 from=strongest file=[DIR/again.safetensors]');");
    final byte[] first = Files.readAllBytes(folder.resolve("again.safetensors"));
    final String macro = sample("again.safetensors").metadata().get("macro");
    Files.delete(folder.resolve("again.safetensors"));
    printed(macro);
    assertThat(folder.resolve("again.safetensors")).hasBinaryContent(first);
  }
}
