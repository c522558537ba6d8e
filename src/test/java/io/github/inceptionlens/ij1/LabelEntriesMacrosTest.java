package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileSaver;
import ij.io.RoiEncoder;
import ij.measure.ResultsTable;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ImageProcessor;
import io.github.inceptionlens.weights.dictionary.DictionaryFile;
import io.github.inceptionlens.weights.dictionary.LabelHistory;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Entries of an identity dictionary, which tell what the channels tell, are called by macros. */
final class LabelEntriesMacrosTest extends PluginMacros {

  private static final String LABEL = "run('Label Entries...', 'name=id_after ";
  private static final String SCENE =
      "open('" + Path.of("sample-images", "scene-8bit.tif").toAbsolutePath() + "');";
  private static final String AWKWARD = "dots, 'red'; 2 of 5";

  @BeforeAll
  static void make() throws IOException {
    IdentityDictionaries.write(folder);
    printed(
        "run('Make Sample Images...', 'count=30 size=112 classes=[nuclei, rods, asters]"
            + " folder=[DIR/classes]');"
            + "run('Make Sample Images...', 'kind=scenes count=24 seed=40 size=160"
            + " classes=[nuclei, rods, asters] folder=[DIR/all]');");
    outline();
  }

  /** Scenes with nuclei and rods whose overlays have what their masks say, as named areas. */
  private static void outline() throws IOException {
    for (final String kind : List.of("only", "both")) {
      Files.createDirectories(folder.resolve(kind));
    }
    try (Stream<Path> scenes = Files.list(folder.resolve("all/scenes"))) {
      for (final Path scene : scenes.sorted().toList()) {
        final Path nuclei = mask(scene, "nuclei");
        final Path rods = mask(scene, "rods");
        if (Files.exists(nuclei) && Files.exists(rods)) {
          final Overlay overlay = new Overlay(area(nuclei, "nuclei"));
          save(scene, overlay, "only");
          overlay.add(area(rods, "rods"));
          save(scene, overlay, "both");
        }
      }
    }
  }

  private static Path mask(final Path scene, final String kind) {
    final String name = scene.getFileName().toString().replace(".tif", "-mask-" + kind + ".tif");
    return folder.resolve("all/masks").resolve(name);
  }

  private static void save(final Path scene, final Overlay overlay, final String to) {
    final ImagePlus image = IJ.openImage(scene.toString());
    image.setOverlay(overlay);
    new FileSaver(image).saveAsTiff(folder.resolve(to).resolve(scene.getFileName()).toString());
  }

  private static Roi area(final Path file, final String name) {
    final ImagePlus mask = IJ.openImage(file.toString());
    mask.getProcessor().setThreshold(1, 255, ImageProcessor.NO_LUT_UPDATE);
    final Roi roi = ThresholdToSelection.run(mask);
    roi.setName(name);
    return roi;
  }

  @BeforeEach
  void bringIn() throws IOException {
    printed(IdentityDictionaries.bringIn());
  }

  @AfterAll
  static void takeAway() throws IOException {
    printed(IdentityDictionaries.takeAway());
  }

  private static ResultsTable table(final String name) throws IOException {
    return ResultsTable.open(folder.resolve(name + ".csv").toString());
  }

  private static Map<String, Integer> rows(final ResultsTable table) {
    final Map<String, Integer> rows = new LinkedHashMap<>();
    IntStream.range(0, table.size())
        .forEach(row -> rows.put(table.getStringValue("Unit", row), row));
    return rows;
  }

  private static String text(final ResultsTable table, final String column, final int row) {
    final String cell = table.getStringValue(column, row);
    return cell.equals("NaN") ? "" : cell;
  }

  private static Map<Integer, String> entries(final String csv) throws IOException {
    printed("run('InceptionV1 Dictionaries...', 'action=describe name=id_after csv=[DIR/d.csv]');");
    final ResultsTable described = table("d-entries");
    final Map<Integer, String> labels = new LinkedHashMap<>();
    for (int row = 0; row < described.size(); row++) {
      if (!text(described, csv, row).isEmpty()) {
        labels.put(row, text(described, csv, row));
      }
    }
    return labels;
  }

  @Test
  void whatAPersonWritesStandsWhereverTheEntryIsNamed() throws IOException {
    printed(
        LABEL
            + "text=[3=curve, 12="
            + AWKWARD.replace("'", "&&")
            + "] csv=[DIR/t.csv]');".replace("&&", "\\'"));
    final ResultsTable table = table("t");
    assertThat(rows(table).keySet()).containsExactly("id_after:3", "id_after:12");
    assertThat(List.of(table.getHeadings()).subList(0, 6))
        .containsExactly("Unit", "Label", "Before", "By", "AUC", "Prevalence");
    assertThat(table.getStringValue("Label", 0)).isEqualTo("curve");
    assertThat(text(table, "Before", 0)).isEmpty();
    assertThat(table.getStringValue("By", 0)).isEqualTo("text");
    assertThat(text(table, "AUC", 0)).isEmpty();
    final ImagePlus maps = image(SCENE + "run('Activation Maps...', 'layer=id_after channels=3');");
    assertThat(maps.getStack().getSliceLabel(1)).isEqualTo("id_after:3 \"curve\"");
    assertThat(
            printed(
                SCENE
                    + "run('Activation Overlay...', 'unit=id_after:3'); print(getTitle());"
                    + "run('Measure Activations...', 'units=id_after:3 regions=selection"
                    + " csv=[DIR/m.csv]');"
                    + "makeRectangle(9, 9, 60, 60);"
                    + "run('Strongest Channels...', 'layer=id_after count=128 csv=[DIR/s.csv]');"))
        .contains("id_after:3 \"curve\", activations");
    assertThat(table("m").getHeadings())
        .anySatisfy(heading -> assertThat(heading).contains("id_after:3", "curve"));
    final ResultsTable strongest = table("s");
    final Set<String> labels = new HashSet<>();
    IntStream.range(0, 128).forEach(row -> labels.add(text(strongest, "Label", row)));
    assertThat(labels).contains("curve").hasSize(3);
  }

  @Test
  void theFileBringsLabelsElsewhere() throws IOException {
    printed(
        LABEL
            + "text=[3=curve; 12=a, b; 13=x]');"
            + LABEL
            + "text=13= replace csv=[DIR/gone.csv]');"
            + "run('InceptionV1 Dictionaries...', 'action=export name=id_after replace"
            + " file=[DIR/sent.safetensors]');"
            + "run('InceptionV1 Dictionaries...', 'action=import name=yours replace"
            + " file=[DIR/sent.safetensors] csv=[DIR/y.csv]');"
            + "run('InceptionV1 Dictionaries...', 'action=remove name=yours');");
    assertThat(table("gone").getStringValue("Before", 0)).isEqualTo("x");
    final ResultsTable yours = table("y-entries");
    assertThat(yours.getStringValue("Label", 3)).isEqualTo("curve");
    assertThat(yours.getStringValue("By", 3)).isEqualTo("text");
    assertThat(yours.getStringValue("Label", 12)).isEqualTo("a, b");
    assertThat(text(yours, "Label", 13)).isEmpty();
    assertThat(text(yours, "By", 13)).isEmpty();
  }

  @Test
  void theTableOfEntriesIsAFileOfLabels() throws IOException {
    printed(
        LABEL
            + "text=[3=dots, red; 12=the 7th]');"
            + "run('InceptionV1 Dictionaries...', 'action=describe name=id_after"
            + " csv=[DIR/sheet.csv]');"
            + IdentityDictionaries.bringIn()
            + LABEL
            + "file=[DIR/sheet-entries.csv] csv=[DIR/back.csv]');");
    assertThat(entries("Label")).isEqualTo(Map.of(3, "dots, red", 12, "the 7th"));
    assertThat(table("back").size()).isEqualTo(2);
  }

  /** An entry of unit vectors tells what the channel tells in Layer Statistics... */
  @Test
  void labelsOfImagesAreThoseThatChannelsTell() throws IOException {
    final String out =
        printed(
            LABEL
                + "text=[0=mine; 127=mine, too]');"
                + LABEL
                + "by=labels images=[DIR/classes] least=0.9 csv=[DIR/l.csv]');"
                + "run('Layer Statistics...', 'layer=mixed4c images=[DIR/classes]"
                + " csv=[DIR/stats.csv]');");
    final ResultsTable told = table("l");
    final ResultsTable channels = table("stats");
    final Map<String, Integer> rows = rows(told);
    assertThat(rows.size()).isBetween(10, 120);
    for (int channel = 0; channel < channels.size(); channel++) {
      final double heldOut = channels.getValue("Held-Out Area", channel);
      final Integer row = rows.get("id_after:" + channel);
      assertThat(row != null).as("%d %s", channel, heldOut).isEqualTo(heldOut >= 0.9);
      if (row != null && told.getStringValue("By", row).equals("labels")) {
        assertThat(told.getValue("AUC", row)).isEqualTo(heldOut);
        assertThat(told.getValue("Prevalence", row)).isEqualTo(1 / 3.0);
        if (heldOut == 1) {
          assertThat(told.getStringValue("Label", row))
              .isEqualTo(channels.getStringValue("Best Label", channel));
        }
      }
    }
    assertThat(out)
        .containsPattern("Label Entries: \\d+ of 128 entries tell a label with an area of 0.9 or")
        .containsPattern("\\(about \\d\\.\\d would if the labels said nothing\\)");
    final Map<Integer, String> labels = entries("Label");
    assertThat(labels).containsEntry(0, "mine").containsEntry(127, "mine, too");
    assertThat(new HashSet<>(labels.values()))
        .containsExactlyInAnyOrder("mine", "mine, too", "nuclei", "rods", "asters");
    assertThat(entries("AUC")).isNotEmpty();
  }

  /** The best entry of a name is what Find Units... finds of it, by that alone. */
  @Test
  void namesOfRegionsGoToTheEntriesThatTellThemBest() throws IOException {
    final String by = "by=regions images=[DIR/both] regions=overlay ";
    printed(
        LABEL
            + by
            + "csv=[DIR/r.csv]');"
            + "run('Find Units...', 'layer=id_after by=roi images=[DIR/only] count=20"
            + " regions=overlay csv=[DIR/f.csv]');");
    final ResultsTable told = table("r");
    final ResultsTable found = table("f");
    final int best =
        IntStream.range(0, found.size())
            .filter(row -> found.getStringValue("Unit", row).matches("id_after:\\d+"))
            .findFirst()
            .orElseThrow();
    final int nuclei = rows(told).get(found.getStringValue("Unit", best));
    assertThat(told.getStringValue("Label", nuclei)).isEqualTo("nuclei");
    assertThat(told.getStringValue("By", nuclei)).isEqualTo("regions");
    assertThat(told.getValue("AUC", nuclei))
        .isEqualTo(found.getValue("Area under ROC", best))
        .isGreaterThan(0.85);
    assertThat(told.getValue("Prevalence", nuclei)).isEqualTo(found.getValue("Prevalence", best));
    assertThat(entries("Label").values()).contains("nuclei");
    final String out = printed(LABEL + by + "least=0.999 replace');");
    assertThat(out)
        .contains("Label Entries: no entry tells \"nuclei\" well enough: the best one, ");
    assertThat(entries("Label").values()).as("what was told stays").contains("nuclei");
  }

  /** ImageJ numbers ROIs in a file that have one name. */
  @Test
  void numberedRoisOfOneNameAreOneKind() throws IOException {
    final Path rois = folder.resolve("RoiSet.zip");
    try (OutputStream file = Files.newOutputStream(rois);
        ZipOutputStream zip = new ZipOutputStream(file)) {
      final String[] names = {"cell", "cell-1", "cell-2", "run-7"};
      for (int i = 0; i < names.length; i++) {
        zip.putNextEntry(new ZipEntry(names[i] + ".roi"));
        zip.write(RoiEncoder.saveAsByteArray(new Roi(20 + 55 * i, 20 + 45 * i, 50, 60)));
        zip.closeEntry();
      }
    }
    final String out =
        printed(SCENE + LABEL + "by=regions regions=[DIR/RoiSet.zip] least=0 csv=[DIR/z.csv]');");
    final Set<String> labels = new HashSet<>();
    final ResultsTable told = table("z");
    IntStream.range(0, told.size()).forEach(row -> labels.add(told.getStringValue("Label", row)));
    assertThat(labels).isSubsetOf("cell", "run-7").contains("cell");
    assertThat(out).contains("\"cell\" is on a single picture");
  }

  @Test
  void labelsByHandStayUnlessTheyAreToGo() throws IOException {
    printed(LABEL + "text=3=curve');");
    assertThat(run(LABEL + "text=[3=edge; 4=new]');").err())
        .contains(
            "text gives other labels to entries that have one, id_after:3 \"curve\": choose replace");
    assertThat(entries("Label")).isEqualTo(Map.of(3, "curve"));
    printed(LABEL + "text=[3=edge; 4=new] replace');");
    assertThat(entries("Label")).isEqualTo(Map.of(3, "edge", 4, "new"));
    final String all =
        IntStream.range(0, 128).mapToObj(i -> i + "=hand").reduce((a, b) -> a + "; " + b).get();
    printed(LABEL + "text=[" + all + "] replace');");
    final String out = printed(LABEL + "by=labels images=[DIR/classes] csv=[DIR/k.csv]');");
    assertThat(new HashSet<>(entries("Label").values())).containsExactly("hand");
    assertThat(out).contains("Label Entries: labels that there were stay: id_after:");
    final ResultsTable kept = table("k");
    IntStream.range(0, kept.size())
        .forEach(row -> assertThat(kept.getStringValue("By", row)).isEqualTo("kept"));
    printed(LABEL + "by=labels images=[DIR/classes] replace');");
    assertThat(new HashSet<>(entries("Label").values())).contains("hand", "nuclei", "rods");
  }

  @Test
  void aVariantHasTheLabelsOfTheDayOnWhichItWasMade() throws IOException {
    final String maps = SCENE + "run('Activation Maps...', 'layer=id_after channels=3 network=";
    printed(
        LABEL
            + "text=3=then');"
            + "run('Edit Network...', 'name=var_labels edits=[substitute mixed4c by id_after]"
            + " replace');"
            + LABEL
            + "text=3=now replace');");
    assertThat(image(maps + "var_labels');").getStack().getSliceLabel(1))
        .isEqualTo("id_after:3 \"then\"");
    assertThat(image(maps + "textures');").getStack().getSliceLabel(1))
        .isEqualTo("id_after:3 \"now\"");
    assertThat(run(LABEL + "by=labels images=[DIR/classes] network=var_labels');").err())
        .contains("network is \"var_labels\", which has id_after in it, as that was");
    printed("run('InceptionV1 Networks...', 'action=remove name=var_labels');");
  }

  @Test
  void theFileIsWrittenWholeAndSaysHowItsLabelsCame() throws IOException {
    printed(
        LABEL
            + "by=labels images=[DIR/classes] least=0.99');"
            + "run('InceptionV1 Dictionaries...', 'action=export name=id_after replace"
            + " file=[DIR/whole.safetensors]');");
    final var read = DictionaryFile.read(folder.resolve("whole.safetensors"), "id_after");
    final var before = DictionaryFile.read(folder.resolve("id_after.safetensors"), "id_after");
    assertThat(read.encoder()).isEqualTo(before.encoder());
    assertThat(read.notes()).containsAllEntriesOf(before.notes());
    assertThat(LabelHistory.of(read).values())
        .isNotEmpty()
        .allSatisfy(
            label -> {
              assertThat(label.by()).isEqualTo("labels");
              assertThat(label.area()).isGreaterThanOrEqualTo(0.99);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "name=absent text=3=a | name is \"absent\", but the dictionaries here are",
        "name=id_after by=hand text=3=a | value of by is \"hand\", but one of text, regions, labels is",
        "name=id_after | text is \"\", expected entries and their labels such as 3=curve",
        "name=id_after text=curve | text is \"curve\", expected entries",
        "name=id_after text=128=a | there is no entry id_after:128: id_after has 128, from 0 to 127",
        "name=id_after text=3=a file=[DIR/x.csv] | text and file both give labels",
        "name=id_after file=[DIR/none.csv] | but there is no such file",
        "name=id_after by=labels least=1.5 | value of least is \"1.5\", but a number from 0 to 1",
        "name=id_after by=labels images=[DIR/both] | by is labels, but the pictures have none",
        "name=id_after by=regions regions=nothing images=[DIR/both] | regions",
      })
  void whatCannotBeIsRefusedInASentence(final String keys, final String sentence)
      throws IOException {
    assertThat(run("run('Label Entries...', '" + keys.strip() + "');").err())
        .contains(sentence.strip());
    assertThat(entries("Label")).isEmpty();
  }
}
