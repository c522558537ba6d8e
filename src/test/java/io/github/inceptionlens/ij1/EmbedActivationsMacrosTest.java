package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.measure.ResultsTable;
import io.github.inceptionlens.collection.sample.ActivationSample;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.weights.format.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vectors that macros lay out. */
final class EmbedActivationsMacrosTest extends PluginMacros {

  private static final String EMBED = "run('Embed Activations...', '";
  private static final String IMAGES = "images=[DIR/few] layer=mixed5a per_picture=4 neighbors=8 ";
  private static final String LOG = "print(getInfo('log'));";
  private static final int CHANNELS = 64;
  private static final int ROWS = 120;

  /** Textures in a folder for each label, and samples that nobody's ImageJ wrote. */
  @BeforeAll
  static void make() throws IOException {
    printed("run('Make Sample Images...', 'kind=textures count=56 folder=[DIR/few]');");
    sample("mine", -1, 0);
    sample("broken", 77 * CHANNELS + 5, Float.NaN);
    final float[] same = new float[ROWS * CHANNELS];
    Arrays.fill(same, 1);
    write("same", same);
  }

  /** Three groups, one vector of each in turn; the first two vectors are 0. */
  private static void sample(final String name, final int at, final float wrong)
      throws IOException {
    final Random dice = new Random(5);
    final float[] centers = new float[3 * CHANNELS];
    for (int i = 0; i < centers.length; i++) {
      centers[i] = (float) dice.nextGaussian();
    }
    final float[] values = new float[ROWS * CHANNELS];
    for (int i = 2 * CHANNELS; i < values.length; i++) {
      final float center = centers[i / CHANNELS % 3 * CHANNELS + i % CHANNELS];
      values[i] = i == at ? wrong : center + 0.1f * (float) dice.nextGaussian();
    }
    write(name, values);
  }

  private static void write(final String name, final float[] values) throws IOException {
    Files.write(
        folder.resolve(name + ".safetensors"),
        SafetensorsWriter.exact(
            Map.of(new TensorSpec("vectors", List.of(ROWS, CHANNELS)), values),
            Map.of("layer", "mixed3a")));
  }

  private static ResultsTable table(final String name) throws IOException {
    return ResultsTable.open(folder.resolve(name + ".csv").toString());
  }

  private static double distance(final ResultsTable table, final int one, final int other) {
    return Math.hypot(
        table.getValue("Embedding 1", one) - table.getValue("Embedding 1", other),
        table.getValue("Embedding 2", one) - table.getValue("Embedding 2", other));
  }

  @Test
  void texturesOfOneKindLieTogetherAndRowsLeadBack() throws IOException {
    final String said =
        printed(EMBED + IMAGES + "seed=2 csv=[DIR/few.csv]'); print(getTitle());" + LOG);
    assertThat(said)
        .contains("mixed5a-Embedding")
        .contains("vectors of mixed5a, of 56 pictures; umap, neighbors 8, min_dist 0.05, cosine")
        .contains("fewer than a thousand");
    final ResultsTable table = table("few");
    assertThat(table.getHeadings())
        .contains("Image", "Slice", "X", "Y", "Label", "Embedding 1", "Embedding 2", "Collection");
    assertThat(table.size()).isEqualTo(4 * 56);
    assertThat(table.getStringValue("Coordinates", 0)).isEqualTo("pixels");
    int same = 0;
    for (int i = 0; i < table.size(); i++) {
      int nearest = -1;
      for (int j = 0; j < table.size(); j++) {
        final boolean other =
            !table.getStringValue("Image", i).equals(table.getStringValue("Image", j));
        if (other && (nearest < 0 || distance(table, i, j) < distance(table, i, nearest))) {
          nearest = j;
        }
      }
      same +=
          table.getStringValue("Label", i).equals(table.getStringValue("Label", nearest)) ? 1 : 0;
    }
    assertThat((double) same / table.size()).isGreaterThan(0.75);
    final ResultsTable figures = table("few-figures");
    assertThat(figures.getStringValue("Method", 1)).isEqualTo("pca");
    assertThat(figures.getValue("Neighbors Kept", 0))
        .isGreaterThan(figures.getValue("Neighbors Kept", 1));
    assertThat(figures.getValue("Neighbors Kept", 2)).isCloseTo(15.0 / 223, within(1e-6));
    assertThat(figures.getValue("Pictures", 0)).isEqualTo(56);
    final String back =
        printed(
            "run('Go To Place...', 'table=[DIR/few.csv] row=6'); getSelectionBounds(x, y, w, h);"
                + " print(getTitle() + ' ' + x + ' ' + y);");
    final Path image = Path.of(table.getStringValue("Image", 5));
    assertThat(back.strip())
        .isEqualTo(
            image.getFileName()
                + " "
                + (int) table.getValue("X", 5)
                + " "
                + (int) table.getValue("Y", 5));
  }

  @Test
  void whatWasMadeBeforeIsReadAndANameIsKept() throws IOException {
    final String call = EMBED + IMAGES + "seed=3 name=kept csv=[DIR/NAME.csv]');" + LOG;
    assertThat(printed("run('Close All');" + call.replace("NAME", "first")))
        .contains("kept as kept")
        .doesNotContain("it was made before");
    assertThat(printed("print('\\\\Clear');" + call.replace("NAME", "second")))
        .contains("it was made before and is read");
    assertThat(folder.resolve("second.csv")).hasSameTextualContentAs(folder.resolve("first.csv"));
    assertThat(run(EMBED + IMAGES + "seed=4 name=kept');").err())
        .contains("name is \"kept\", but there is such an embedding already");
    printed(EMBED + IMAGES + "seed=4 name=kept replace');");
  }

  @Test
  void keptEmbeddingsAreListedTakenElsewhereAndRemoved() throws IOException {
    final String call = EMBED + IMAGES + "seed=5 name=here csv=[DIR/here.csv]');";
    printed(call);
    final String kept = "run('InceptionV1 Embeddings...', '";
    printed(
        kept
            + "action=export name=here file=[DIR/here.safetensors]');"
            + kept
            + "action=import name=there file=[DIR/here.safetensors]');"
            + kept
            + "csv=[DIR/list.csv]');");
    final ResultsTable list = table("list");
    final List<String> names = Arrays.asList(list.getColumnAsStrings("Name"));
    assertThat(names).contains("here", "there");
    final int row = names.indexOf("there");
    assertThat(list.getStringValue("Network", row)).isEqualTo("textures");
    assertThat(list.getStringValue("Layer", row)).isEqualTo("mixed5a");
    assertThat(list.getValue("Vectors", row)).isEqualTo(4 * 56);
    assertThat(list.getValue("Images", row)).isEqualTo(56);
    assertThat(list.getStringValue("Embedded", row)).contains("umap, neighbors 8", "seed 5");
    assertThat(list.getValue("Trustworthiness", row))
        .isCloseTo(table("here-figures").getValue("Trustworthiness", 0), within(1e-3));
    assertThat(run(kept + "action=import name=there file=[DIR/here.safetensors]');").err())
        .contains("there is such an embedding already");
    assertThat(run(kept + "action=export name=here file=[DIR/here.safetensors]');").err())
        .contains("exists");
    assertThat(run(kept + "action=import name=wrong file=[DIR/mine.safetensors]');").err())
        .contains("it is no embedding");
    printed(kept + "action=remove name=there');");
    assertThat(run(kept + "action=remove name=there');").err()).contains("name is \"there\", but");
    printed(kept + "action=remove name=here csv=[DIR/less.csv]');");
    assertThat(table("less").getColumnAsStrings("Name")).doesNotContain("here", "there", "wrong");
  }

  @Test
  void aSampleOfElsewhereIsEmbeddedWithoutVectorsThatHaveNoDirection() throws IOException {
    final String said =
        printed(
            EMBED
                + "sample=[DIR/mine.safetensors] layer=mixed3a neighbors=10 color=mixed3a:7"
                + " csv=[DIR/mine.csv]');"
                + LOG);
    assertThat(said).contains("2 of 120 vectors are 0 in every channel");
    final ResultsTable table = table("mine");
    assertThat(table.size()).isEqualTo(ROWS - 2);
    assertThat(table.getHeadings()).doesNotContain("X", "Y", "Slice", "Label", "Collection");
    final ActivationSample sample = ActivationSample.open(folder.resolve("mine.safetensors"));
    double widest = 0;
    double gap = Double.POSITIVE_INFINITY;
    for (int i = 0; i < table.size(); i++) {
      assertThat(table.getValue("mixed3a:7", i)).isCloseTo(sample.row(i + 2)[7], within(1e-6));
      double nearest = Double.POSITIVE_INFINITY;
      for (int j = 0; j < table.size(); j++) {
        if (i % 3 != j % 3) {
          gap = Math.min(gap, distance(table, i, j));
        } else if (i != j) {
          nearest = Math.min(nearest, distance(table, i, j));
        }
      }
      widest = Math.max(widest, nearest);
    }
    assertThat(gap).isGreaterThan(widest);
  }

  /** An entry of a dictionary has the value that the network gives it, from the vector alone. */
  @Test
  void entriesOfADictionaryThatReadsTheLayerColorToo() throws IOException {
    printed("run('Make Dictionary...', 'name=same method=identity layer=mixed3a replace');");
    final String call =
        EMBED
            + "sample=[DIR/mine.safetensors] layer=mixed3a neighbors=10 color=UNIT csv=[DIR/FILE]');";
    printed(call.replace("UNIT", "same:7").replace("FILE", "entry.csv"));
    printed(call.replace("UNIT", "mixed3a:7").replace("FILE", "channel.csv"));
    final ResultsTable entry = table("entry");
    final ResultsTable channel = table("channel");
    for (int i = 0; i < entry.size(); i++) {
      assertThat(entry.getValue("same:7", i))
          .isCloseTo(channel.getValue("mixed3a:7", i), within(1e-6));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sample=[DIR/broken.safetensors] | holds NaN in row 77, column 5",
        "sample=[DIR/same.safetensors] | all 120 vectors are the same",
        "sample=[DIR/mine.safetensors] neighbors=118 | 118 of them not 0): neighbors=118 needs 119",
        "sample=[DIR/mine.safetensors] color=mixed4a:1 | color is mixed4a:1, but the vectors are of",
        "sample=[DIR/mine.safetensors] color=red | color is \"red\", expected label, picture, or a",
        "sample=[DIR/mine.safetensors] method=tsne | method is \"tsne\"",
        "sample=[DIR/mine.safetensors] metric=city | metric is \"city\"",
        "sample=[DIR/mine.safetensors] min_dist=2 | min_dist",
        "sample=[DIR/mine.safetensors] name=[a b] | name is \"a b\"",
        "images=[DIR/none] | none",
      })
  void whatCannotBeDoneIsOneSentence(final String keys, final String sentence) throws IOException {
    assertThat(run(EMBED + "layer=mixed3a " + keys.strip() + "');").err())
        .contains(sentence.strip());
  }

  @Test
  void onePictureSaysThatItGivesTooFew() throws IOException {
    assertThat(run("newImage('x', '8-bit ramp', 128, 128, 1);" + EMBED + "');").err())
        .contains(
            "there are too few vectors to embed (1 vector of 1 picture (stack)): neighbors=50 needs 51"
                + " or more, so choose more images or a larger per_picture");
  }
}
