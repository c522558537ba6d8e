package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.Needs;
import io.github.inceptionlens.OnDisplay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The macros of the folder {@code macros} run as they are, however ImageJ is started. */
@OnDisplay
final class ShippedMacrosTest {

  private static final int MINUTES = 40;

  private static final String MACRO =
      "cat = 'ROOT/sample-images/cat.png'; scene = 'ROOT/sample-images/scene-8bit.tif';"
          + "File.makeDirectory('DIR/tiles'); for (i = 0; i < 20; i++) {"
          + " open('ROOT/sample-images/scene-rgb.png');"
          + " makeRectangle(30 * (i % 5), 30 * floor(i / 5), 64, 64); run('Crop');"
          + " saveAs('PNG', 'DIR/tiles/tile' + i + '.png'); close(); }"
          + "on(scene, 'activation-maps', ''); on(scene, 'activation-overlay', '');"
          + "on(cat, 'classify', ''); on(scene, 'clear-activation-overlay', '');"
          + "on(scene, 'compare-saliency', ''); on(scene, 'deep-dream', '');"
          + "on(cat, 'evaluate-saliency', ''); on(scene, 'invert-features', '');"
          + "on(scene, 'channel-attribution', ''); on(scene, 'caricature', ''); on(scene, 'saliency-map', '');"
          + "on(scene, 'strongest-channels', ''); on(scene, 'what-fires-here', '');"
          + "on(scene, 'go-to-place', ''); on(scene, 'inspect-point', '');"
          + "on(scene, 'measure-activations', ''); alone('batch-maps', 'DIR/batch');"
          + "on(scene, 'activation-grid', '');"
          + "on(scene, 'group-activations', ''); on(scene, 'visualize-layer', '');"
          + "on(scene, 'layer-browser', '');"
          + "on(scene, 'make-dictionary', ''); alone('describe-network', ''); alone('networks', '');"
          + "alone('dictionaries', ''); alone('embeddings', '');"
          + "alone('ablate-units', ''); alone('edit-network', '');"
          + "alone('steer-features', '');"
          + "alone('make-sample-images', ''); alone('classify-images', ''); alone('train-dictionary', '');"
          + "alone('evaluate-dictionary', ''); alone('toy-model', '');"
          + "alone('feature-geometry', ''); alone('label-entries', 'DIR/labeled');"
          + "alone('make-stimuli', ''); alone('tuning-curve', ''); alone('unit-families', '');"
          + "alone('feature-coverage', '');"
          + "alone('layer-statistics', '');"
          + "alone('find-units', 'DIR/scenes'); alone('match-units', '');"
          + "alone('dataset-examples', '');"
          + "alone('unit-report', ''); alone('export-microscope', 'DIR/microscope');"
          + "alone('unit-weights', ''); alone('weight-groups', '');"
          + "alone('trace-answer', '');"
          + "alone('circuit-diagram', 'DIR/circuit.svg');"
          + "alone('browse-network', ''); alone('dissect-unit', 'DIR/dissected'); alone('atlas-of-images', 'DIR/mapped'); alone('superposition', 'DIR/lesson'); alone('publish-units', 'DIR/published');"
          + "alone('sample-activations', 'DIR/sampled'); alone('embed-activations', '');"
          + "alone('activation-atlas', '');"
          + "alone('project-onto-atlas', '');"
          + "alone('compare-collections', 'DIR/compared');"
          + "alone('visualize-channel', ''); alone('own-image', 'DIR/own.png');"
          + "alone('parameterizations', 'DIR/ways.png');"
          + "alone('path-similarity', 'DIR/tiles'); alone('two-alternative-test', '');"
          + "File.makeDirectory('DIR/demo'); alone('demo', 'DIR/demo');"
          + "open(scene); run('Saliency Map...', ''); shipped('measure-saliency', ''); close('*');"
          + "open(scene); run('Compare Saliency...', 'methods=[Gradient, Grad-CAM, LayerCAM,"
          + " Gradient x Input, HiResCAM]'); shipped('blinded-reading', 'DIR/key.csv');"
          + "File.saveString('Set,Case,Q\\n' + column('Case 001') + column('Case 002')"
          + " + column('Case 003') + column('Case 004') + column('Case 005') + column('Case 006')"
          + " + column('Case 007') + column('Case 008') + column('Case 009') + column('Case 010'),"
          + " 'DIR/sheet.csv'); shipped('read-cases', 'DIR/sheet.csv,ynynynynyn');"
          + "shipped('tally-readings', 'DIR/sheet.csv,DIR/key.csv'); close('*');"
          + "File.saveString('all', 'DIR/done.txt');"
          + "function shipped(name, argument) { runMacro('MACROS/' + name + '.ijm', argument);"
          + " File.append(name, 'DIR/ran.txt'); }"
          + "function on(image, name, argument) { open(image); shipped(name, argument);"
          + " close('*'); }"
          + "function alone(name, argument) { shipped(name, argument); close('*'); }"
          + "function column(name) { key = File.openAsString('DIR/key.csv');"
          + " rows = split(key, '\\n'); cells = split(rows[1], ','); return cells[0] + ','"
          + " + name + ',\\n'; }";

  @TempDir private Path folder;

  /** A way in which ImageJ is started. */
  enum Start {
    /** Without a display, as on a server. */
    HEADLESS,
    /** With {@code -batch}, on a display. */
    BATCH,
    /** In ImageJ's window. */
    WINDOW
  }

  @Test
  void everyMacroOfTheFolderIsRun() throws IOException {
    try (Stream<Path> macros = Files.list(Path.of("macros"))) {
      assertThat(macros.map(file -> file.getFileName().toString().replace(".ijm", "")))
          .allMatch(name -> MACRO.contains("'" + name + "'"));
    }
  }

  /** ImageJ rounds such a number in text to four digits: two runs would share a folder. */
  @Test
  void noMacroJoinsTheTimeToText() throws IOException {
    try (Stream<Path> macros = Files.list(Path.of("macros"))) {
      assertThat(macros)
          .allSatisfy(
              file ->
                  assertThat(Files.readString(file).replace("d2s(getTime(), 0)", ""))
                      .doesNotContain("getTime"));
    }
  }

  @ParameterizedTest
  @EnumSource
  @Tag("slow")
  void everyMacroRuns(final Start start) throws Exception {
    Needs.display();
    final String text =
        MACRO
            .replace('\'', '"')
            .replace("ROOT", Path.of("").toAbsolutePath().toString())
            .replace("MACROS", Path.of("macros").toAbsolutePath().toString())
            .replace("DIR", folder.toString());
    final Path macro = Files.writeString(folder.resolve("all.ijm"), text);
    final MacroProcess.Result result = MacroProcess.java(folder, arguments(start, macro), MINUTES);
    final Path done = folder.resolve("done.txt");
    final Path ran = folder.resolve("ran.txt");
    assertThat(done)
        .as(
            "ran %s\n%s\n%s",
            Files.exists(ran) ? Files.readString(ran).replace("\n", " ") : "none",
            result.out(),
            result.err())
        .exists();
    assertThat(result.out() + result.err()).doesNotContain("Macro Error");
    try (Stream<Path> made = Files.list(folder.resolve("demo"))) {
      assertThat(made.map(file -> file.getFileName().toString()).collect(Collectors.toSet()))
          .contains("classes.csv", "evidence.png", "drift-maps.tif", "visualizations.png");
    }
    assertThat(Files.readAllLines(folder.resolve("demo/classes.csv"))).hasSize(19);
  }

  private List<String> arguments(final Start start, final Path macro) throws IOException {
    final String menu = Path.of("target", "classes").toAbsolutePath().toString();
    if (start == Start.HEADLESS) {
      return List.of(
          "-Djava.awt.headless=true",
          "--add-opens=java.base/java.lang=ALL-UNNAMED",
          "-Duser.home=" + folder,
          "-Dmacro=" + macro,
          MacroRunner.class.getName(),
          menu);
    }
    final Class<?> program = start == Start.BATCH ? BatchMacro.class : WindowMacro.class;
    return List.of(
        "-Duser.home=" + folder,
        program.getName(),
        menu,
        folder.resolve("ImageJ").toString(),
        macro.toString(),
        "");
  }
}
