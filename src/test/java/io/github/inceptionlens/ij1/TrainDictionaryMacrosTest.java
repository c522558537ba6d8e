package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.weights.dictionary.DictionaryFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dictionaries that macros learn. */
final class TrainDictionaryMacrosTest extends PluginMacros {

  private static final String TRAIN = "run('Train Dictionary...', '";
  private static final String IMAGES =
      "images=[DIR/scenes/scenes] layer=mixed3b size=40 k=4 steps=60 ";
  private static final int ROWS = 400;
  private static final int CHANNELS = 64;

  /** Five scenes as files, and samples that nobody's ImageJ wrote. */
  @BeforeAll
  static void make() throws IOException {
    printed("run('Make Sample Images...', 'kind=scenes count=5 size=120 folder=[DIR/scenes]');");
    sample("mine", Float.NaN, -1);
    sample("broken", Float.NaN, 77 * CHANNELS + 5);
  }

  /** As {@code safetensors.numpy.save_file} writes it; half of the numbers are below 0. */
  private static void sample(final String name, final float wrong, final int at)
      throws IOException {
    final byte[] header =
        ("{\"__metadata__\":{\"layer\":\"mixed3a\"},\"vectors\":{\"dtype\":\"F32\",\"shape\":["
                + ROWS
                + ",64],\"data_offsets\":[0,"
                + 4 * ROWS * CHANNELS
                + "]}}")
            .getBytes(StandardCharsets.UTF_8);
    final ByteBuffer bytes =
        ByteBuffer.allocate(8 + header.length + 4 * ROWS * CHANNELS).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(header.length).put(header);
    final Random dice = new Random(5);
    for (int i = 0; i < ROWS * CHANNELS; i++) {
      bytes.putFloat(i == at ? wrong : (float) dice.nextGaussian());
    }
    Files.write(folder.resolve(name + ".safetensors"), bytes.array());
  }

  private static ResultsTable table(final String name) throws IOException {
    return ResultsTable.open(folder.resolve(name + ".csv").toString());
  }

  private static Dictionary dictionary(final String name) throws IOException {
    printed(
        "run('InceptionV1 Dictionaries...', 'action=export replace name="
            + name
            + " file=[DIR/x.safetensors]');");
    return DictionaryFile.read(folder.resolve("x.safetensors"), name);
  }

  @Test
  void whatIsLearnedIsALayerAndTellsHowItCameAbout() throws IOException {
    printed(TRAIN + "name=sparse replace csv=[DIR/sparse.csv] " + IMAGES + "');");
    final Dictionary made = dictionary("sparse");
    assertThat(made.home().layer()).isEqualTo("mixed3b");
    assertThat(made.entries()).isEqualTo(40);
    assertThat(made.nonlinearity()).hasToString("top-4");
    assertThat(made.notes())
        .containsEntry("method", "topk")
        .containsEntry("k", "4")
        .containsEntry("steps", "60")
        .containsEntry("seed", "0")
        .containsKeys("version", "unexplained_variance", "trained_on");
    assertThat(made.notes().get("macro")).startsWith("run(\"Train Dictionary...\", \"");
    assertThat(made.notes().get("origin"))
        .contains("topk of ")
        .contains(" on 1 image held out")
        .contains("seed 0");
    final ResultsTable table = table("sparse");
    assertThat(table.getStringValue("Dictionary", 0)).isEqualTo("sparse");
    assertThat(table.getStringValue("HeldOutUnits", 0)).isEqualTo("1 image");
    assertThat(table.getValue("Entries", 0)).isEqualTo(40);
    assertThat(table.getValue("UnexplainedVariance", 0)).isBetween(0.01, 0.9);
    assertThat(table.getValue("LatentsPerPlace", 0)).isBetween(1.0, 4.0);
    assertThat(table.getValue("UnexplainedVariance", 0))
        .isCloseTo(Double.parseDouble(made.notes().get("unexplained_variance")), within(1e-9));
  }

  /** What the network itself makes of the dictionary, place by place. */
  @ParameterizedTest
  @ValueSource(strings = {"topk", "batchtopk", "relu", "archetypal"})
  void theFiguresAreThoseOfTheMaps(final String method) throws IOException {
    final String scene = "open('" + Path.of("sample-images", "scene-8bit.tif").toAbsolutePath();
    printed(
        scene
            + "'); "
            + TRAIN
            + "name=maps replace margin=0 layer=mixed3b size=60 k=5 steps=80 held_out=0.5 method="
            + method
            + " csv=[DIR/maps.csv]');");
    final String maps =
        scene + "'); run('Activation Maps...', 'channels=all registration=none layer=";
    final ImagePlus layer = image(maps + "mixed3b');");
    final ImagePlus back = image(maps + "maps_decoded');");
    final ImagePlus latents = image(maps + "maps');");
    double left = 0;
    double all = 0;
    for (int slice = 1; slice <= layer.getStackSize(); slice++) {
      final float[] values = (float[]) layer.getStack().getPixels(slice);
      final float[] rebuilt = (float[]) back.getStack().getPixels(slice);
      double mean = 0;
      for (final float value : values) {
        mean += value / values.length;
      }
      for (int i = 0; i < values.length; i++) {
        left += Math.pow(values[i] - rebuilt[i], 2);
        all += Math.pow(values[i] - mean, 2);
      }
    }
    final ResultsTable table = table("maps");
    final double both =
        (table.getValue("UnexplainedVariance", 0) + table.getValue("UnexplainedTraining", 0)) / 2;
    assertThat(left / all).isCloseTo(both, within(0.1 * both));
    final int places = layer.getWidth() * layer.getHeight();
    double sum = 0;
    int most = 0;
    for (int place = 0; place < places; place++) {
      int active = 0;
      for (int slice = 1; slice <= latents.getStackSize(); slice++) {
        active += ((float[]) latents.getStack().getPixels(slice))[place] > 0 ? 1 : 0;
      }
      sum += active;
      most = Math.max(most, active);
    }
    assertThat(sum / places).isCloseTo(table.getValue("LatentsPerPlace", 0), withinPercentage(10));
    if (method.equals("topk") || method.equals("archetypal")) {
      assertThat(most).isLessThanOrEqualTo(5);
    }
  }

  @Test
  void mixturesLeadBackToTheirPlaces() throws IOException {
    printed(TRAIN + "name=mixed method=archetypal replace csv=[DIR/mixed.csv] " + IMAGES + "');");
    final ResultsTable places = table("mixed-archetypes");
    double first = 0;
    for (int row = 0; row < places.size(); row++) {
      assertThat(places.getStringValue("Image", row)).endsWith(".tif");
      assertThat(places.getStringValue("Collection", row)).endsWith("scenes");
      assertThat(places.getStringValue("Coordinates", row)).isEqualTo("pixels");
      assertThat(places.getValue("X", row)).isBetween(0.0, 119.0);
      assertThat(places.getValue("Slice", row)).isOne();
      first += places.getStringValue("Entry", row).equals("mixed:0") ? places.getValue(1, row) : 0;
    }
    assertThat(places.getColumnHeading(1)).isEqualTo("Weight");
    assertThat(first).isCloseTo(1, within(1e-4));
    final JsonObject kept =
        JsonParser.parseString(dictionary("mixed").notes().get("archetypes")).getAsJsonObject();
    assertThat(kept.getAsJsonArray("mixtures")).hasSize(40);
    final JsonArray part =
        kept.getAsJsonArray("mixtures").get(0).getAsJsonArray().get(0).getAsJsonArray();
    final JsonObject place =
        kept.getAsJsonArray("places").get(part.get(0).getAsInt()).getAsJsonObject();
    assertThat(place.get("x").getAsInt()).isEqualTo((int) places.getValue("X", 0));
    assertThat(
            printed(
                "run('Go To Place...', 'table=[DIR/mixed-archetypes.csv] row=1'); print(getTitle());"))
        .contains(".tif");
  }

  @Test
  void theSameSeedMakesTheSameAndAThresholdKeepsAboutK() throws IOException {
    printed(TRAIN + "name=batch method=batchtopk csv=[DIR/b.csv] replace " + IMAGES + "');");
    final Dictionary one = dictionary("batch");
    printed(TRAIN + "name=batch method=batchtopk csv=[DIR/b.csv] replace " + IMAGES + "');");
    final Dictionary other = dictionary("batch");
    assertThat(other.encoder()).isEqualTo(one.encoder());
    assertThat(other.decoder().orElseThrow()).isEqualTo(one.decoder().orElseThrow());
    assertThat(one.nonlinearity()).hasToString("threshold");
    printed(TRAIN + "name=batch method=batchtopk seed=1 replace " + IMAGES + "');");
    assertThat(dictionary("batch").encoder()).isNotEqualTo(one.encoder());
  }

  @Test
  void aSampleOfNegativeNumbersNeedsNoImage() throws IOException {
    printed(
        "close('*'); "
            + TRAIN
            + "name=python sample=[DIR/mine.safetensors] layer=mixed3a size=70 k=6 steps=40"
            + " replace csv=[DIR/python.csv]');");
    final Dictionary made = dictionary("python");
    assertThat(made.entries()).isEqualTo(70);
    assertThat(made.notes().get("trained_on")).contains("mine.safetensors");
    assertThat(table("python").getValue("Vectors", 0)).isEqualTo(360);
    assertThat(table("python").getValue("HeldOut", 0)).isEqualTo(40);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sample=[DIR/mine.safetensors] layer=mixed3a size=10 k=11 | k is 11, but size is 10:",
        "sample=[DIR/mine.safetensors] layer=mixed3a size=361 | size is 361, but there are 360",
        "sample=[DIR/broken.safetensors] layer=mixed3a size=20 | NaN in row 77, column 5",
        "sample=[DIR/mine.safetensors] layer=mixed3b | is a sample of layer mixed3a, but layer is",
        "sample=[DIR/mine.safetensors] layer=mixed3a size=none | size is \"none\", expected",
        "sample=[DIR/mine.safetensors] layer=mixed3a steps=0 | steps is \"0\", expected auto or",
        "sample=[DIR/mine.safetensors] layer=mixed3a learning_rate=-1 | learning_rate is \"-1\",",
        "sample=[DIR/mine.safetensors] layer=mixed3a held_out=1 | held_out is 1.0, expected",
        "sample=[DIR/absent.safetensors] layer=mixed3a | absent.safetensors",
        "name=mixed3b | name is \"mixed3b\"",
      })
  void whatCannotBeIsRefusedInASentence(final String keys, final String sentence)
      throws IOException {
    assertThat(run(TRAIN + keys.strip() + "');").err()).contains(sentence.strip());
  }

  @Test
  void aNameThatIsThereStays() throws IOException {
    final String keys =
        "sample=[DIR/mine.safetensors] layer=mixed3a size=20 k=2 steps=5 name=there ";
    printed(TRAIN + keys + "replace');");
    assertThat(run(TRAIN + keys + "');").err())
        .contains("name is \"there\", but there is such a dictionary already");
  }
}
