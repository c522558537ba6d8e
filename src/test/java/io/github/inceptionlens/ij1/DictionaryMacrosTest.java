package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.measure.ResultsTable;
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

/**
 * Dictionaries are brought in, listed and refused; that an entry of unit vectors is the channel in
 * every command is tried elsewhere.
 */
final class DictionaryMacrosTest extends PluginMacros {

  private static final String SCENE =
      "open('" + Path.of("sample-images", "scene-8bit.tif").toAbsolutePath() + "');";

  @BeforeAll
  static void bringIn() throws IOException {
    IdentityDictionaries.write(folder);
    printed(IdentityDictionaries.bringIn());
  }

  @AfterAll
  static void takeAway() throws IOException {
    printed(IdentityDictionaries.takeAway());
  }

  @Test
  void theWayBackOfUnitVectorsIsTheLayer() throws IOException {
    final String maps = "run('Activation Maps...', 'layer=LAYER channels=5');";
    assertThat(pixels(SCENE + maps.replace("LAYER", "id_after_decoded")))
        .isEqualTo(pixels(SCENE + maps.replace("LAYER", "mixed4c")));
  }

  private static float[] pixels(final String macro) throws IOException {
    return (float[]) image(macro).getProcessor().getPixels();
  }

  private static ResultsTable table(final String macro) throws IOException {
    printed(macro);
    return ResultsTable.open(folder.resolve("s.csv").toString());
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
        "action=export name=nothing file=[DIR/x.safetensors]      | the dictionaries here are .*id_after",
        "action=rename name=id_after                              | to is empty, but rename needs one",
        "action=remove                                            | name is empty, but remove needs one"
      })
  void mistakesAreTold(final String line) throws IOException {
    final String[] parts = line.split("\\|");
    assertThat(run("run('InceptionV1 Dictionaries...', '" + parts[0].strip() + "');").err())
        .containsPattern(parts[1].strip());
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
