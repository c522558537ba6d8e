package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import io.github.inceptionlens.core.Csv;
import io.github.inceptionlens.image.place.ShownUnits;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Diagrams of circuits as macros make them. */
final class CircuitDiagramMacrosTest extends PluginMacros {

  private static final String DIAGRAM = "run('Circuit Diagram...', 'icons=kept ";

  private static List<List<String>> csv(final String name) throws IOException {
    return Csv.rows(Files.readString(folder.resolve(name)), name);
  }

  private static List<String> column(final List<List<String>> rows, final String heading) {
    final int index = rows.get(0).indexOf(heading);
    return rows.subList(1, rows.size()).stream().map(row -> row.get(index)).toList();
  }

  @Test
  void aDiagramIsAPictureAFileAndATable() throws IOException {
    printed(
        DIAGRAM
            + "unit=mixed4b:7 depth=2 breadth=3 file=[DIR/circuit.svg] csv=[DIR/circuit.csv]');"
            + " selectImage('Circuit of mixed4b:7'); saveAs('Tiff', 'DIR/circuit.tif');"
            + " run('Close All');");
    final List<List<String>> rows = csv("circuit.csv");
    assertThat(rows.get(0).subList(0, 12))
        .containsExactly(
            "From",
            "To",
            "Norm",
            "Positive",
            "Negative",
            "Center",
            "How",
            "Balance",
            "Sign",
            "Depth",
            "From_Name",
            "To_Name");
    assertThat(column(rows, "Depth"))
        .containsExactly(
            "1", "1", "1", "2", "2", "2", "2", "2", "2", "2", "2", "2", "-1", "-1", "-1");
    assertThat(column(rows, "To").subList(0, 3)).containsOnly("mixed4b:7");
    assertThat(column(rows, "From").subList(12, 15)).containsOnly("mixed4b:7");
    final ImagePlus picture = IJ.openImage(folder.resolve("circuit.tif").toString());
    assertThat(picture.getBitDepth()).isEqualTo(24);
    final ShownUnits units = ShownUnits.of(picture).orElseThrow();
    assertThat(units.units()).hasSize(10);
    final String svg = Files.readString(folder.resolve("circuit.svg"));
    for (final ShownUnits.At one : units.units()) {
      assertThat(svg).contains(">" + one.unit() + "<");
      assertThat(units.at(picture, one.at().x() + 9, one.at().y() + 9).map(Object::toString))
          .contains(one.unit());
      assertThat(one.at().x() + one.at().width()).isLessThan(picture.getWidth());
      assertThat(one.at().y() + one.at().height()).isLessThan(picture.getHeight());
    }
  }

  @Test
  void theStrongestNeighborsAreThoseOfUnitWeights() throws IOException {
    printed(
        DIAGRAM
            + "unit=mixed4c_5x5:2 depth=1 csv=[DIR/near.csv]');"
            + "run('Unit Weights...', 'to=mixed4c_5x5:2 strongest=5 icons=kept"
            + " csv=[DIR/weights.csv]'); run('Close All');");
    final List<List<String>> weights = csv("weights.csv");
    final List<List<String>> near = csv("near.csv");
    for (int row = 0; row < weights.size(); row++) {
      assertThat(near.get(row).subList(0, 7)).isEqualTo(weights.get(row).subList(0, 7));
    }
  }

  @Test
  void theLastModuleFeedsClassesAndTheFirstLayerReadsColors() throws IOException {
    printed(
        DIAGRAM
            + "unit=mixed5b:1 depth=1 csv=[DIR/last.csv]');"
            + DIAGRAM
            + "unit=conv2d0:1 csv=[DIR/first.csv]');"
            + DIAGRAM
            + "unit=softmax2_pre_activation:2 depth=1 csv=[DIR/class.csv]'); run('Close All');");
    final List<List<String>> last = csv("last.csv");
    assertThat(column(last, "To").subList(5, 10))
        .allMatch(unit -> unit.startsWith("softmax2_pre_activation:"));
    assertThat(column(last, "To_Name").subList(5, 10)).noneMatch(name -> name.contains(":"));
    assertThat(column(csv("first.csv"), "From_Name").subList(0, 3))
        .containsExactlyInAnyOrder("red", "green", "blue");
    assertThat(column(csv("class.csv"), "From")).allMatch(unit -> unit.startsWith("mixed5b:"));
  }

  @Test
  void effectsAreMeasuredOnImages() throws IOException {
    printed(
        "run('Make Sample Images...', 'kind=scenes count=3 size=96');"
            + DIAGRAM
            + "unit=conv2d2:4 how=data depth=2 breadth=2 csv=[DIR/effects.csv]');"
            + " run('Close All');");
    final List<List<String>> rows = csv("effects.csv");
    assertThat(column(rows, "How")).isNotEmpty().containsOnly("data");
    assertThat(column(rows, "Depth")).contains("1", "2", "-1");
    column(rows, "Norm")
        .forEach(norm -> assertThat(Double.parseDouble(norm)).isFinite().isPositive());
    assertThat(run(DIAGRAM + "unit=conv2d2:4 how=data');").err()).contains("image");
  }

  @Test
  void anEntryOfTheIdentityIsItsChannelAndThenAsThat() throws IOException {
    IdentityDictionaries.write(folder);
    printed(
        IdentityDictionaries.bringIn()
            + DIAGRAM
            + "unit="
            + IdentityDictionaries.AFTER
            + ":12 depth=2 breadth=3 csv=[DIR/entry.csv]');"
            + DIAGRAM
            + "unit=mixed4c:12 depth=1 breadth=3 csv=[DIR/channel.csv]'); run('Close All');"
            + IdentityDictionaries.takeAway());
    final List<List<String>> entry = csv("entry.csv");
    final List<List<String>> channel = csv("channel.csv");
    assertThat(entry).hasSize(1 + channel.size());
    assertThat(entry.get(1).subList(0, 3))
        .containsExactly("mixed4c:12", IdentityDictionaries.AFTER + ":12", "1");
    for (int row = 1; row < channel.size(); row++) {
      final List<String> own = entry.get(row + 1);
      assertThat(own.get(0).replace(IdentityDictionaries.AFTER, "mixed4c"))
          .isEqualTo(channel.get(row).get(0));
      assertThat(own.get(1)).isEqualTo(channel.get(row).get(1));
      assertThat(Double.parseDouble(own.get(2)))
          .isCloseTo(Double.parseDouble(channel.get(row).get(2)), within(1e-4));
    }
  }

  @Test
  void entriesOfIdentitiesHaveTheCircuitOfTheirChannels() throws IOException {
    IdentityDictionaries.write(folder);
    final String keys = " depth=2 breadth=2 csv=[DIR/";
    final String data = " how=data images=[DIR/seen]";
    printed(
        IdentityDictionaries.bringIn()
            + "run('Make Dictionary...', 'name=id_lower layer=mixed4b method=identity replace');"
            + "run('Make Sample Images...', 'kind=scenes count=2 size=96 folder=[DIR/seen]');"
            + DIAGRAM
            + "unit=id_after:12 layers=[auto, id_lower, id_after]"
            + keys
            + "entries.csv]');"
            + DIAGRAM
            + "unit=mixed4c:12"
            + keys
            + "channels.csv]');"
            + DIAGRAM
            + "unit=id_after:12 layers=[id_after, mixed4b, mixed4a, mixed4d]"
            + keys
            + "named.csv]');"
            + DIAGRAM
            + "unit=id_after:12 layers=[auto, id_lower, id_after]"
            + data
            + keys
            + "effects.csv]');"
            + DIAGRAM
            + "unit=mixed4c:12"
            + data
            + keys
            + "plain.csv]'); run('Close All');"
            + "run('InceptionV1 Dictionaries...', 'action=remove name=id_lower');"
            + IdentityDictionaries.takeAway());
    assertThat(asChannels(csv("entries.csv"))).isEqualTo(asChannels(csv("channels.csv")));
    assertThat(asChannels(csv("named.csv"))).isEqualTo(asChannels(csv("channels.csv")));
    final List<List<String>> effects = csv("effects.csv");
    final List<List<String>> plain = csv("plain.csv");
    assertThat(asChannels(effects).subList(0, plain.size() - 1)).isEqualTo(asChannels(plain));
    assertThat(column(effects, "From").subList(plain.size() - 1, effects.size() - 1))
        .isNotEmpty()
        .containsOnly("id_lower error");
    assertThat(column(effects, "Error Share").subList(plain.size() - 1, effects.size() - 1))
        .containsOnly("0");
  }

  /** From, to and norm of each row, of entries as of the channels that they are. */
  private static List<String> asChannels(final List<List<String>> rows) {
    return rows.subList(1, rows.size()).stream()
        .map(
            row ->
                String.format(
                        Locale.ROOT,
                        "%s %s %.5f",
                        row.get(0),
                        row.get(1),
                        Double.parseDouble(row.get(2)))
                    .replace("id_after", "mixed4c")
                    .replace("id_lower", "mixed4b"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "unit=mixed4c|expected a single unit such as mixed4c:447",
        "layers=mixed4c_5x5|layers is \"mixed4c_5x5\", expected auto, dictionaries, or some of",
        "unit=mixed4c:1,2|expected a single unit",
        "unit=input:1|unit is \"input\"",
        "unit=mixed9z:1|mixed9z",
        "unit=mixed4c:99999|99999",
        "unit=softmax2:1|softmax2_pre_activation",
        "unit=mixed4c:1 breadth=0|breadth",
        "unit=mixed4c:1 depth=99|depth",
        "unit=mixed4c:1 how=best|how",
        "unit=mixed4c:1 file=[DIR/a.png]|.pdf or .svg",
        "unit=softmax2_pre_activation:1 how=data|unit"
      })
  void badInputIsOneSentence(final String keys, final String part) throws IOException {
    assertThat(run(DIAGRAM + keys + "');").err()).contains(part);
  }
}
