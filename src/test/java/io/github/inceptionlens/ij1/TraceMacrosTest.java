package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import io.github.inceptionlens.InceptionLens;
import io.github.inceptionlens.core.Csv;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Circuits of answers as macros show them. */
final class TraceMacrosTest extends PluginMacros {

  private static final String SCENE = "open('sample-images/scene-8bit.tif'); ";
  private static final String TRACE = "run('Trace Answer...', 'icons=kept ";
  private static final String UNIT = "target=mixed3b:2 by=gradient nodes=12 steps=2 draws=1 ";

  private static List<Map<String, String>> rows(final String name) throws IOException {
    final List<List<String>> cells = Csv.rows(Files.readString(folder.resolve(name)), name);
    final List<Map<String, String>> rows = new ArrayList<>();
    for (final List<String> row : cells.subList(1, cells.size())) {
      final Map<String, String> one = new HashMap<>();
      for (int i = 0; i < row.size(); i++) {
        one.put(cells.get(0).get(i), row.get(i));
      }
      rows.add(one);
    }
    return rows;
  }

  private static List<String> column(final List<Map<String, String>> rows, final String name) {
    return rows.stream().map(row -> row.get(name)).toList();
  }

  private static double number(final Map<String, String> row, final String name) {
    return Double.parseDouble(row.get(name));
  }

  /** Saves the image whose title contains a word. */
  private static String save(final String word) {
    return "n = nImages; for (i = 1; i <= n; i++) { selectImage(i); if (indexOf(getTitle(), '"
        + word
        + "') >= 0) saveAs('Tiff', 'DIR/"
        + word
        + "'); } ";
  }

  private static ImagePlus saved(final String word) {
    return IJ.openImage(folder.resolve(word + ".tif").toString());
  }

  @Test
  void aUnitsCircuitIsADiagramTablesAndPlaces() throws IOException {
    printed(
        SCENE
            + TRACE
            + UNIT
            + "file=[DIR/c.svg] csv=[DIR/t.csv]'); "
            + save("Circuit")
            + save("Places")
            + "close('*');");
    final List<Map<String, String>> nodes = rows("t.csv");
    assertThat(nodes).hasSize(12);
    assertThat(column(nodes, "Target")).containsOnly("mixed3b:2");
    assertThat(column(nodes, "Layer")).contains("conv2d0", "conv2d1", "conv2d2", "mixed3a");
    assertThat(column(nodes, "Patched").stream().filter(cell -> !cell.equals("NaN"))).hasSize(10);
    final List<Double> sizes =
        nodes.stream().map(row -> Math.abs(number(row, "Integrated"))).toList();
    assertThat(sizes).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    final List<Map<String, String>> edges = rows("t-edges.csv");
    assertThat(column(nodes, "Unit"))
        .containsAll(column(edges, "From"))
        .containsAll(column(edges, "To"));
    final ImagePlus places = saved("Places");
    assertThat(new int[] {places.getWidth(), places.getHeight(), places.getStackSize()})
        .containsExactly(256, 256, 12);
    assertThat(places.getBitDepth()).isEqualTo(32);
    for (int i = 0; i < 12; i++) {
      assertThat(places.getStack().getSliceLabel(i + 1)).isEqualTo(nodes.get(i).get("Unit"));
    }
    final ImagePlus circuit = saved("Circuit");
    assertThat(circuit.getBitDepth()).isEqualTo(24);
    assertThat(circuit.getProp("InceptionLens.target")).isEqualTo("mixed3b:2");
    assertThat(circuit.getProp("InceptionLens.nodes")).startsWith("12 of ");
    assertThat(circuit.getProp("InceptionLens.reference")).isEqualTo("zero");
    assertThat(Files.readString(folder.resolve("c.svg"))).contains("<svg", "mixed3b:2");
  }

  @Test
  void thePlotIsTheTable() throws IOException {
    printed(
        SCENE
            + "makeRectangle(20, 30, 160, 150); "
            + TRACE
            + UNIT
            + "csv=[DIR/p.csv]'); n = nImages; for (i = 1; i <= n; i++) { selectImage(i);"
            + " if (indexOf(getTitle(), 'Faithfulness') >= 0) { Plot.getValues(x, y);"
            + " text = ''; for (k = 0; k < y.length; k++) text = text + d2s(y[k], 6) + '\\n';"
            + " File.saveString(text, 'DIR/curve.txt'); } } close('*');");
    final List<Map<String, String>> curve =
        rows("p-faithfulness.csv").stream()
            .filter(row -> row.get("Scores").equals("gradient"))
            .toList();
    final List<String> drawn = Files.readAllLines(folder.resolve("curve.txt"));
    assertThat(curve).hasSameSizeAs(drawn).hasSize(10);
    double cpr = 0;
    for (int i = 0; i < drawn.size(); i++) {
      final double value = number(curve.get(i), "Faithfulness");
      assertThat(Double.parseDouble(drawn.get(i))).isCloseTo(value, within(1e-5));
      if (i > 0) {
        final double step =
            (number(curve.get(i), "Percent") - number(curve.get(i - 1), "Percent")) / 100;
        cpr += step * (value + number(curve.get(i - 1), "Faithfulness")) / 2;
      }
    }
    assertThat(number(curve.get(0), "CPR")).isCloseTo(cpr, within(1e-6));
    assertThat(number(curve.get(9), "Faithfulness")).isCloseTo(1, within(1e-6));
    final List<Map<String, String>> nodes = rows("p.csv");
    final double pixel = IJ.openImage("sample-images/scene-8bit.tif").getCalibration().pixelWidth;
    assertThat(nodes).map(row -> number(row, "X") / pixel).allMatch(x -> x >= 20 && x < 180);
    assertThat(nodes).map(row -> number(row, "Y") / pixel).allMatch(y -> y >= 30 && y < 180);
    assertThat(column(nodes, "Selection")).containsOnly("Rectangle 160 x 150 at (20, 30)");
  }

  @Test
  void aClassIsTracedAgainstAPictureWithoutTheStructure() throws IOException {
    final String scenes =
        "run('Make Sample Images...', 'kind=scenes count=1 size=128 seed=4"
            + " classes=nuclei,vesicles";
    final String out =
        printed(
            scenes
                + " without=nuclei'); "
                + scenes
                + "'); selectWindow('sample-scenes'); "
                + TRACE
                + "target=class:"
                + nuclei()
                + " nodes=60 steps=2 draws=1"
                + " counterfactual=sample-scenes-without-nuclei csv=[DIR/f.csv]'); close('*');");
    assertThat(out).contains("their values on \"");
    assertThat(rows("f.csv")).hasSize(60);
  }

  private static int nuclei() {
    try (InceptionLens lens = InceptionLens.open()) {
      return lens.network().architecture().classes().indexOf("nuclei");
    }
  }

  @Test
  void meansOverImagesAreAReference() throws IOException {
    final String out =
        printed(
            "open('sample-images/drift.tif'); "
                + TRACE
                + UNIT
                + "reference=stack csv=[DIR/m.csv]'); close('*');");
    assertThat(out).contains("their means over 5 pictures of stack");
    assertThat(rows("m.csv")).hasSize(12);
  }

  @Test
  void someLayersAloneHaveNodes() throws IOException {
    printed(
        SCENE
            + TRACE
            + "target=mixed3b:2 nodes=6 steps=2 draws=1 layers=[conv2d2, mixed3a]"
            + " csv=[DIR/l.csv]'); close('*');");
    assertThat(column(rows("l.csv"), "Layer")).containsOnly("conv2d2", "mixed3a");
  }

  @Test
  void entriesOfTheIdentityAreTracedAsChannels() throws IOException {
    IdentityDictionaries.write(folder);
    final String keys = " nodes=8 steps=2 draws=1 csv=[DIR/NAME.csv]'); ";
    printed(
        IdentityDictionaries.bringIn()
            + SCENE
            + TRACE
            + "target=mixed4d:3 layers=[mixed4b, mixed4c]"
            + keys.replace("NAME", "channels")
            + "close('*'); "
            + SCENE
            + TRACE
            + "target=mixed4d:3 layers=[mixed4b, id_after]"
            + keys.replace("NAME", "entries")
            + "close('*'); "
            + SCENE
            + TRACE
            + "target=mixed4c:12 layers=mixed4b"
            + keys.replace("NAME", "channel")
            + "close('*'); "
            + SCENE
            + TRACE
            + "target=id_after:12 layers=mixed4b"
            + keys.replace("NAME", "entry")
            + "close('*'); "
            + IdentityDictionaries.takeAway());
    final List<Map<String, String>> entries = rows("entries.csv");
    final Map<String, String> error = entries.remove(entries.size() - 1);
    assertThat(error).containsEntry("Unit", "id_after error");
    assertThat(number(error, "Integrated")).isCloseTo(0, within(1e-6));
    assertSame(rows("channels.csv"), entries);
    final List<Map<String, String>> edges = rows("entries-edges.csv");
    assertThat(edges.stream().filter(TraceMacrosTest::isToError))
        .isNotEmpty()
        .allSatisfy(edge -> assertThat(number(edge, "Strength")).isCloseTo(0, within(1e-6)));
    edges.removeIf(TraceMacrosTest::isToError);
    assertSame(rows("channels-edges.csv"), edges);
    assertSame(rows("channels-faithfulness.csv"), rows("entries-faithfulness.csv"));
    assertSame(rows("channel.csv"), rows("entry.csv"));
  }

  private static boolean isToError(final Map<String, String> edge) {
    return edge.get("To").equals("id_after error");
  }

  private static void assertSame(
      final List<Map<String, String>> channels, final List<Map<String, String>> entries) {
    assertThat(entries).hasSameSizeAs(channels).isNotEmpty();
    for (int row = 0; row < channels.size(); row++) {
      for (final Map.Entry<String, String> cell : channels.get(row).entrySet()) {
        final String other =
            entries.get(row).get(cell.getKey()).replace(IdentityDictionaries.AFTER, "mixed4c");
        if (cell.getValue().matches("-?\\d.*")) {
          assertThat(Double.parseDouble(other))
              .as(cell.getKey())
              .isCloseTo(Double.parseDouble(cell.getValue()), within(1e-4));
        } else {
          assertThat(other).isEqualTo(cell.getValue());
        }
      }
    }
  }

  @Test
  void whatADictionaryDoesNotExplainIsANode() throws IOException {
    final String out =
        printed(
            SCENE
                + "run('Train Dictionary...', 'layer=mixed3a name=traced size=20 k=4 steps=20"
                + " replace'); selectWindow('scene-8bit.tif'); "
                + TRACE
                + "target=mixed3b:2 layers=[auto, traced] nodes=12 steps=2 draws=1"
                + " csv=[DIR/d.csv]'); close('*'); run('InceptionV1 Dictionaries...',"
                + " 'action=remove name=traced');");
    assertThat(out).contains("of the influence of mixed3a passes traced error");
    final List<Map<String, String>> nodes = rows("d.csv");
    assertThat(nodes).hasSize(13);
    assertThat(nodes.get(12)).containsEntry("Unit", "traced error").containsEntry("X", "NaN");
    assertThat(number(nodes.get(12), "Integrated")).isNotZero();
    assertThat(column(nodes, "Layer")).contains("traced").doesNotContain("mixed3a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "target=mixed9:1 | mixed9",
        "target=class:nothing | nothing",
        "target=conv2d0:1 | crosses no layer",
        "nodes=0 | of nodes is \"0\"",
        "nodes=5 | nodes is 5, expected 12 (one for each of conv2d0",
        "nodes=99999 | (all)",
        "steps=0 | of steps is \"0\"",
        "draws=0 | of draws is \"0\"",
        "layers=mixed9 | layers is \"mixed9\"",
        "layers=mixed4c_5x5 | layers is \"mixed4c_5x5\", but its units are no nodes",
        "reference=/nowhere | reference is",
        "reference=[DIR/empty] | reference",
        "counterfactual=nothing | counterfactual is \"nothing\", expected the title",
        "counterfactual=sample-images/drift.tif | give one of the same size",
        "counterfactual=sample-images/scene-16bit.tif reference=stack | are both given",
        "icons=none | icons is",
        "file=[DIR/c.txt] | .svg"
      })
  void whatCannotBeTracedIsOneSentence(final String keys, final String sentence)
      throws IOException {
    Files.createDirectories(folder.resolve("empty"));
    assertThat(run(SCENE + "run('Trace Answer...', '" + keys + "');").err()).contains(sentence);
  }
}
