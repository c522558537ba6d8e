package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.Needs;
import io.github.inceptionlens.OnDisplay;
import io.github.inceptionlens.command.browser.BrowserCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The layer browser in plain ImageJ's window, used by mouse and keys as a person does. */
@OnDisplay
final class LayerBrowserWindowTest {

  private static final String SCENE = "image sample-images/scene-8bit.tif";

  /** The values have come. */
  private static final String VALUES = "until : \\d+=[-0-9.]";

  private static final String RESTING = "until \\|\\s+\\| Stop";

  private static final int MINUTES = 10;

  @TempDir private Path folder;

  @BeforeEach
  void needsAScreen() {
    Needs.display();
  }

  /** What the window showed after each action, a line each. */
  private List<String> browsed(final double scale, final String... actions) throws Exception {
    final List<String> arguments =
        new ArrayList<>(
            List.of(
                "-Duser.home=" + folder,
                BrowserCheck.class.getName(),
                Path.of("target", "classes").toAbsolutePath().toString(),
                folder.resolve("ImageJ").toString(),
                folder.toString(),
                String.valueOf(scale)));
    arguments.addAll(List.of(actions));
    final List<String> lines = MacroProcess.java(folder, arguments, MINUTES).out().lines().toList();
    lines.forEach(System.out::println);
    assertThat(lines).noneMatch(line -> line.contains("Exception") || line.startsWith("error"));
    return lines;
  }

  private static String after(final List<String> lines, final String action) {
    return lines.stream()
        .filter(line -> line.startsWith(action + " -> "))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  @Test
  void keysLeadThroughUnitsTabsSizesFiltersAndLayers() throws Exception {
    final List<String> lines =
        browsed(
            1,
            SCENE,
            "select 30,30,60,60",
            "open layer=conv2d0",
            VALUES,
            "type 2",
            "key RIGHT",
            "key DOWN",
            "key END",
            "type ++++",
            "type 0",
            "key HOME",
            "key ctrl C",
            "clipboard",
            "type /",
            "type 12-20",
            "key ENTER",
            "photo filtered.png",
            "key ESCAPE",
            "key ctrl RIGHT",
            VALUES,
            "key ctrl LEFT",
            VALUES,
            "sort number",
            "key HOME",
            "key ctrl W",
            "workers");
    assertThat(after(lines, "key RIGHT")).contains("Maps on the Image", "selected conv2d0:");
    assertThat(after(lines, "key END")).doesNotContain("hidden");
    assertThat(after(lines, "type ++++")).contains("side 256").doesNotContain("hidden");
    assertThat(after(lines, "type 0")).contains("side 96").doesNotContain("hidden");
    final String strongest = after(lines, "key HOME");
    assertThat(lines).anyMatch(line -> line.matches("clipboard conv2d0:\\d+"));
    assertThat(after(lines, "key ENTER")).contains("4 of 16", "focus units");
    assertThat(after(lines, "key ESCAPE")).contains("16 of 16", "focus units");
    assertThat(lines).anyMatch(line -> line.contains("Layer Browser: conv2d1 of textures"));
    assertThat(strongest).contains(": 0=", "selected conv2d0:0,");
    assertThat(after(lines, "key ctrl W")).contains("no window");
    assertThat(lines).contains("0 workers");
    assertThat(folder.resolve("filtered.png")).isNotEmptyFile();
  }

  @Test
  void theImageIsFollowedAndResultsAreNot() throws Exception {
    final List<String> lines =
        browsed(
            1,
            SCENE,
            "open layer=conv2d0",
            "type 2",
            VALUES,
            "sort number",
            "select 30,30,60,60",
            "rest 3000",
            VALUES,
            "run run('Invert');",
            "rest 3000",
            VALUES,
            "run run('Activation Maps...', 'layer=conv2d0 channels=3');",
            "rest 2000",
            VALUES,
            "closeimage scene-8bit.tif",
            "until : 0= 1= .*Open an image",
            "close");
    final List<String> values =
        lines.stream()
            .filter(line -> line.startsWith(VALUES))
            .map(line -> line.replaceAll(".*16: (.*), seen.*", "$1"))
            .toList();
    assertThat(values).hasSize(4);
    assertThat(values.subList(0, 3)).doesNotHaveDuplicates();
    assertThat(values.get(3)).as("a map is no image of the user's").isEqualTo(values.get(2));
  }

  @Test
  void missingPicturesAreMadeKeptAndStopped() throws Exception {
    final List<String> lines =
        browsed(
            1,
            "run run('Visualize Layer...', 'layer=conv2d0 channels=0');",
            "run close('*');",
            "open layer=conv2d0",
            "until [(]1 of 16 are",
            "until [(]5 of 16 are",
            "photo made.png",
            "press stop",
            "until Stopped",
            "rest 1500",
            "press stop",
            "until Making",
            "close",
            "workers",
            "open layer=conv2d0",
            "until [5-9] of 16 are",
            "close");
    assertThat(after(lines, "until [(]1 of 16 are")).contains(" 1 pictures");
    assertThat(after(lines, "rest 1500")).contains("Stopped", "| Go on", "focus units");
    assertThat(lines).contains("0 workers");
  }

  @Test
  void aUnitsMenuWorksOnTheImage() throws Exception {
    final List<String> lines =
        browsed(
            2,
            SCENE,
            "open layer=conv2d0",
            VALUES,
            "type 2",
            "sort number",
            RESTING,
            "menu 3",
            "photo menu.png",
            "item Activation Overlay",
            "until Log",
            "run selectWindow('Log'); setLocation(0, 900);",
            "double 2",
            "until images .*conv2d0:2",
            "photo double.png",
            "close");
    assertThat(after(lines, "menu 3")).contains("selected conv2d0:3");
    assertThat(lines).anyMatch(line -> line.contains("Activation overlay on scene-8bit.tif"));
  }

  @Test
  void aDictionaryIsALayerAndAnOrder() throws Exception {
    final List<String> lines =
        browsed(
            1,
            SCENE,
            "run run('Make Dictionary...', 'name=mine method=random count=7 layer=conv2d0 replace');",
            "open layer=mine",
            VALUES,
            "type 2",
            RESTING,
            "key ctrl LEFT",
            "close",
            "open layer=conv2d0",
            VALUES,
            "sort dictionary mine",
            "close",
            "run run('InceptionV1 Dictionaries...', 'action=remove name=mine');");
    assertThat(after(lines, RESTING))
        .contains("Layer Browser: mine of textures", "7 of 7", "7 pictures");
    assertThat(after(lines, "key ctrl LEFT")).contains("Layer Browser: mixed5b of textures");
    assertThat(after(lines, "sort dictionary mine")).contains("by dictionary mine");
  }

  @Test
  void closingInTheMiddleOfWorkEndsItAndNothingIsLeftOver() throws Exception {
    final List<String> lines = browsed(1, SCENE, "openings 50");
    final List<String> left = lines.stream().filter(line -> line.startsWith("after ")).toList();
    assertThat(left).hasSize(2);
    assertThat(left.get(0)).startsWith("after 1: 0 workers");
    assertThat(left.get(1)).startsWith("after 50: 0 workers");
    assertThat(left.get(1).replaceAll("\\d+ windows", "").substring("after 50".length()))
        .isEqualTo(left.get(0).replaceAll("\\d+ windows", "").substring("after 1".length()));
    assertThat(windows(left.get(1))).isLessThanOrEqualTo(windows(left.get(0)) + 2);
  }

  private static int windows(final String line) {
    return Integer.parseInt(line.replaceAll(".* (\\d+) windows.*", "$1"));
  }
}
