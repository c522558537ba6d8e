package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.InceptionLens;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.network.edit.Nonlinearity;
import io.github.inceptionlens.weights.dictionary.DictionaryFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for a layer holds for a dictionary whose k-th entry is the k-th channel. */
final class DictionaryMacrosTest extends PluginMacros {

  private static final String SCENE =
      "open('" + Path.of("sample-images", "scene-8bit.tif").toAbsolutePath() + "');";

  @BeforeAll
  static void bringIn() throws IOException {
    try (InceptionLens lens = InceptionLens.open()) {
      write(lens.network(), "mixed4c", Nonlinearity.NONE, "after");
      write(lens.network(), "mixed4c_pre_relu", Nonlinearity.RELU, "before");
    }
    for (final String name : new String[] {"after", "before"}) {
      printed(
          "run('InceptionV1 Dictionaries...', 'action=import replace name=id_"
              + name
              + " file=[DIR/"
              + name
              + ".safetensors]');");
    }
  }

  private static void write(
      final InceptionV1 network,
      final String layer,
      final Nonlinearity nonlinearity,
      final String name)
      throws IOException {
    final int channels = network.architecture().layer(layer).channels();
    final float[] rows = new float[channels * channels];
    for (int i = 0; i < channels; i++) {
      rows[i * channels + i] = 1;
    }
    final Dictionary identity =
        new Dictionary(
            name,
            new Dictionary.Home(layer, network.architecture().name(), network.digest()),
            rows,
            new float[channels],
            nonlinearity,
            Optional.of(rows),
            new float[channels],
            1,
            Dictionary.unlabeled(channels),
            Map.of("origin", "unit vectors"));
    Files.write(folder.resolve(name + ".safetensors"), DictionaryFile.bytes(identity));
  }

  @AfterAll
  static void takeAway() throws IOException {
    for (final String name : new String[] {"id_after", "id_before"}) {
      printed("run('InceptionV1 Dictionaries...', 'action=remove name=" + name + "');");
    }
  }

  private static void assertSamePixels(final String macro, final String layer, final String dict)
      throws IOException {
    final ImagePlus one = image(SCENE + macro.replace("LAYER", layer));
    final ImagePlus other = image(SCENE + macro.replace("LAYER", dict));
    assertThat(other.getStackSize()).isEqualTo(one.getStackSize());
    for (int slice = 1; slice <= one.getStackSize(); slice++) {
      assertThat(other.getStack().getPixels(slice))
          .as("%s, slice %d", macro, slice)
          .isEqualTo(one.getStack().getPixels(slice));
    }
    assertThat(other.getStack().getSliceLabel(1)).contains(dict);
  }

  @Test
  void mapsAreThoseOfTheChannels() throws IOException {
    assertSamePixels(
        "run('Activation Maps...', 'layer=LAYER channels=3,12');", "mixed4c", "id_after");
    assertSamePixels(
        "run('Activation Maps...', 'layer=LAYER channels=3,12');", "mixed4c", "id_before");
    assertSamePixels(
        "run('Activation Maps...', 'layer=LAYER channels=5');", "mixed4c", "id_after_decoded");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Gradient",
        "Gradient x Input",
        "Guided Backpropagation",
        "DeconvNet",
        "Integrated Gradients",
        "SmoothGrad",
        "Grad-CAM",
        "LayerCAM",
        "Guided Grad-CAM",
        "Score-CAM",
        "Occlusion",
        "XRAI"
      })
  void saliencyOfAnEntryIsThatOfTheChannel(final String method) throws IOException {
    assertSamePixels(
        "run('Saliency Map...', 'target=LAYER:12 method=[" + method + "] steps=8 samples=4');",
        "mixed4c",
        "id_after");
  }

  @Test
  void randomizationLeavesDictionariesAlone() throws IOException {
    final String line =
        SCENE
            + "run('Evaluate Saliency...', 'target=LAYER:12 method=Gradient"
            + " measures=randomization csv=[DIR/s.csv]');";
    final ResultsTable one = table(line.replace("LAYER", "mixed4c"));
    final ResultsTable other = table(line.replace("LAYER", "id_after"));
    assertThat(other.size()).isEqualTo(one.size()).isGreaterThan(5);
    for (int row = 0; row < one.size(); row++) {
      assertThat(other.getStringValue("Measure", row))
          .isEqualTo(one.getStringValue("Measure", row));
      assertThat(other.getStringValue("Value", row)).isEqualTo(one.getStringValue("Value", row));
    }
  }

  /** Relevance divides by strengths, which costs a bit or two. */
  @Test
  void relevanceOfAnEntryIsThatOfTheChannel() throws IOException {
    final String line = SCENE + "run('Saliency Map...', 'target=LAYER:12 method=LRP');";
    final float[] one = pixels(line.replace("LAYER", "mixed4c"));
    final float[] other = pixels(line.replace("LAYER", "id_after"));
    float most = 0;
    for (final float value : one) {
      most = Math.max(most, Math.abs(value));
    }
    assertThat(most).isPositive();
    assertThat(other).containsExactly(one, within(1e-4f * most));
  }

  private static float[] pixels(final String macro) throws IOException {
    return (float[]) image(macro).getProcessor().getPixels();
  }

  @Test
  void visualizationsOfAnEntryAreThoseOfTheChannel() throws IOException {
    final String quick = "run('Visualize Channel...', 'objective=WHAT size=48 steps=4 seed=3');";
    assertSamePixels(quick.replace("WHAT", "relu(LAYER:12)"), "mixed4c", "id_after");
    assertSamePixels(quick.replace("WHAT", "LAYER:12"), "mixed4c", "id_before");
  }

  @Test
  void tablesListEntriesAsChannels() throws IOException {
    final String line = "run('Strongest Channels...', 'layer=LAYER count=5 csv=[DIR/s.csv]');";
    final ResultsTable one = table(SCENE + line.replace("LAYER", "mixed4c"));
    final ResultsTable other = table(SCENE + line.replace("LAYER", "id_after"));
    for (int row = 0; row < 5; row++) {
      assertThat(other.getValue("Channel", row)).isEqualTo(one.getValue("Channel", row));
      assertThat(other.getValue("Mean", row)).isEqualTo(one.getValue("Mean", row));
      assertThat(other.getStringValue("Layer", row)).isEqualTo("id_after");
    }
  }

  private static ResultsTable table(final String macro) throws IOException {
    printed(macro);
    return ResultsTable.open(folder.resolve("s.csv").toString());
  }

  @Test
  void overlaysFollowAnEntry() throws IOException {
    final String line = "run('Activation Overlay...', 'unit=LAYER:12'); run('Flatten');";
    final ImagePlus one =
        image(SCENE + line.replace("LAYER", "mixed4c") + "makeRectangle(0,0,99,99); run('Crop');");
    final ImagePlus other =
        image(SCENE + line.replace("LAYER", "id_after") + "makeRectangle(0,0,99,99); run('Crop');");
    assertThat(other.getProcessor().getPixels()).isEqualTo(one.getProcessor().getPixels());
  }

  @Test
  void functionsOfMacrosReadEntriesAsChannels() throws IOException {
    assertThat(
            printed(
                SCENE
                    + "run('Lens Macro Functions'); Ext.lensValue('mixed4c:12', 100, 90, a);"
                    + "Ext.lensValue('id_after:12', 100, 90, b); if (a == b) print('same');"
                    + "c = Ext.lensStrongest('mixed4c', 100, 90);"
                    + "d = Ext.lensStrongest('id_after', 100, 90); print(c, d);"))
        .contains("same\n")
        .containsPattern("mixed4c:(\\d+) id_after:\\1\\n");
  }

  @Test
  void theTableTellsWhatThereIs() throws IOException {
    final ResultsTable table =
        table(
            "run('InceptionV1 Dictionaries...', 'action=describe name=id_before csv=[DIR/s.csv]');");
    assertThat(table.getStringValue("Name", 0)).isEqualTo("id_before");
    assertThat(table.getStringValue("Layer", 0)).isEqualTo("mixed4c_pre_relu");
    assertThat(table.getStringValue("Nonlinearity", 0)).isEqualTo("relu");
    assertThat(table.getStringValue("Decoder", 0)).isEqualTo("yes");
    assertThat(table.getStringValue("Origin", 0)).isEqualTo("unit vectors");
    final ResultsTable entries = ResultsTable.open(folder.resolve("s-entries.csv").toString());
    assertThat(entries.size()).isEqualTo((int) table.getValue("Entries", 0));
    assertThat(entries.getStringValue("Entry", 3)).isEqualTo("id_before:3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "action=import name=mixed4c file=[DIR/after.safetensors] | name is \"mixed4c\", but a dictionary's",
        "action=import name=id_after file=[DIR/after.safetensors] | there is such a dictionary already",
        "action=import name=other file=[DIR/none.safetensors]     | does not exist",
        "action=export name=nothing file=[DIR/x.safetensors]      | the dictionaries here are id_after",
        "action=rename name=id_after                              | to is empty, but rename needs one",
        "action=remove                                            | name is empty, but remove needs one"
      })
  void mistakesAreTold(final String line) throws IOException {
    final String[] parts = line.split("\\|");
    assertThat(run("run('InceptionV1 Dictionaries...', '" + parts[0].strip() + "');").err())
        .contains(parts[1].strip());
  }

  @Test
  void aDictionaryOfOtherWeightsIsRefusedByName() throws IOException {
    final Dictionary foreign =
        new Dictionary(
            "foreign",
            new Dictionary.Home("mixed4c", "imagenet-tf", "0123456789abcdef"),
            new float[512],
            new float[1],
            Nonlinearity.NONE,
            Optional.empty(),
            new float[512],
            1,
            List.of("x"),
            Map.of());
    Files.write(folder.resolve("foreign.safetensors"), DictionaryFile.bytes(foreign));
    printed(
        "run('InceptionV1 Dictionaries...', 'action=import replace name=foreign"
            + " file=[DIR/foreign.safetensors]');");
    assertThat(run(SCENE + "run('Activation Overlay...', 'unit=foreign:0');").err())
        .contains(
            "dictionary foreign is one of layer mixed4c of imagenet-tf (weights 0123456789ab), but"
                + " the network is textures");
    printed("run('InceptionV1 Dictionaries...', 'action=remove name=foreign');");
  }
}
