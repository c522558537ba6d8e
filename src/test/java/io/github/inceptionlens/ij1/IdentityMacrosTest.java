package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.AttributionMethods;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.scijava.Context;

/**
 * Every command of the menu that takes a unit, a layer, a target or an objective gives with an
 * entry of an identity dictionary what it gives with the channel.
 *
 * <p>A new command needs a line here.
 */
final class IdentityMacrosTest extends PluginMacros {

  /** The keys that can name a dictionary. */
  private static final Set<String> KEYS =
      Set.of("layer", "layers", "unit", "units", "target", "targets", "objective", "to");

  /**
   * Directions are of the network's layers, not of other directions: that says so. A window has a
   * test of its own. A new name is no layer yet. A report has the unit's name on its page, {@link
   * UnitReportMacrosTest} compares what else it says. An entry's circuit has a step more, from the
   * channel: {@link CircuitDiagramMacrosTest} compares the rest. The circuit of an answer has the
   * units' names all over it, and what a dictionary does not explain as a node more: {@link
   * TraceMacrosTest} compares the rest. A table that says whether units are channels or entries:
   * {@link FeatureCoverageMacrosTest} compares the rest. A website has the units' names all over
   * it: {@link ExportMicroscopeMacrosTest} compares the rest.
   */
  private static final Set<String> OTHERS =
      Set.of(
          "InceptionV1 Dictionaries... to",
          "Make Dictionary... layer",
          "Train Dictionary... layer",
          "Circuit Diagram... layers",
          "Circuit Diagram... unit",
          "Feature Coverage... layer",
          "Trace Answer... layers",
          "Trace Answer... target",
          "Layer Browser... layer",
          "Unit Report... units",
          "Export Microscope... layers",
          "Export Microscope... units");

  private static final String SCENE =
      "open('"
          + Path.of("sample-images", "scene-8bit.tif").toAbsolutePath()
          + "'); makeRectangle(70, 60, 96, 80); run('Crop'); run('Select None');";
  private static final String SELECTION = SCENE + "makeRectangle(20, 20, 40, 40);";

  /** Slices that differ: discs of growing size on a ramp. */
  private static final String SLICES =
      "newImage('mine', '8-bit ramp', 64, 64, 20); setForegroundColor(255, 255, 255);"
          + " for (i = 2; i <= nSlices; i++) { setSlice(i); makeOval(2 * i, i, 4 + i, 30 - i);"
          + " run('Fill', 'slice'); } run('Select None');";

  private static final String STIMULI =
      "run('Make Stimuli...', 'kind=bars size=96 angles=0-150-30');";

  private static final String QUICK = " preset=custom size=48 steps=2 seed=3";
  private static final String FAST = " steps=8 samples=2";

  /**
   * What is done with a channel and with an entry.
   *
   * @param dictionary which one
   * @param start makes the image
   * @param command label in the menu
   * @param keys with LAYER for the layer's or the dictionary's name
   * @param rows of a montage's pictures
   * @param lines of a montage's captions
   */
  private record Line(
      String dictionary, String start, String command, String keys, int rows, int lines) {

    String layer() {
      return dictionary.equals(IdentityDictionaries.EARLY) ? "conv2d0" : "mixed4c";
    }

    Line montage(final int ofPictures, final int ofCaptions) {
      return new Line(dictionary, start, command, keys, ofPictures, ofCaptions);
    }

    String macro(final String name, final String prefix) {
      return start.replace("LAYER", name)
          + "run('"
          + command
          + "', '"
          + keys.replace("LAYER", name).replace("csv", "csv=[DIR/" + prefix + ".csv]")
          + "');"
          + CommandResults.save(prefix)
          + "close('*'); run('Clear Results');";
    }

    @Override
    public String toString() {
      return command + " " + keys;
    }
  }

  /** What reads values after their rectifier. */
  private static Line after(final String start, final String command, final String keys) {
    return new Line(IdentityDictionaries.AFTER, start, command, keys, 1, 0);
  }

  /** What reads values before their rectifier. */
  private static Line before(final String start, final String command, final String keys) {
    return new Line(IdentityDictionaries.BEFORE, start, command, keys, 1, 0);
  }

  /** What takes long on a late layer. */
  private static Line early(final String start, final String command, final String keys) {
    return new Line(IdentityDictionaries.EARLY, start, command, keys, 1, 0);
  }

  private static List<Line> lines() {
    return List.of(
        after(SCENE, "Activation Overlay...", "unit=LAYER:12"),
        after(SCENE, "Activation Overlay...", "unit=strongest layer=LAYER"),
        after(SELECTION, "Activation Overlay...", "unit=distinct layer=LAYER"),
        before(SCENE, "Activation Overlay...", "unit=LAYER:12"),
        after(SCENE, "Activation Maps...", "layer=LAYER channels=strongest:3"),
        before(SCENE, "Activation Maps...", "layer=LAYER channels=3,12"),
        after(SELECTION, "Strongest Channels...", "layer=LAYER count=5 csv"),
        after(
            SELECTION,
            "Measure Activations...",
            "layer=LAYER units=strongest:4 regions=selection csv"),
        after(SELECTION, "Measure Activations...", "units=LAYER:3,12 regions=selection csv"),
        after(SELECTION, "Batch Maps...", "layer=LAYER units=strongest:2 folder=[DIR/m LAYER] csv"),
        after(SELECTION, "Batch Maps...", "units=LAYER:3 kind=overlays folder=[DIR/o LAYER] csv"),
        after(
            SELECTION,
            "Batch Maps...",
            "target=LAYER:3 kind=saliency method=Gradient folder=[DIR/s LAYER] csv"),
        after(SCENE, "Inspect Point...", "x=30 y=40 layer=LAYER count=4 csv"),
        after(SELECTION, "Inspect Point...", "layer=LAYER count=4 csv"),
        early(SELECTION, "What Fires Here...", "layer=LAYER count=1 csv").montage(2, 2),
        after(SLICES, "Layer Statistics...", "layer=LAYER units=3,12 csv"),
        after(
            SLICES,
            "Embed Activations...",
            "layer=LAYER per_picture=8 neighbors=4 color=LAYER:12 csv"),
        after(
            SLICES,
            "Activation Atlas...",
            "layer=LAYER per_picture=8 neighbors=4 grid=2 least=2 steps=2 size=48 csv"),
        after(
            SLICES
                + "run('Embed Activations...', 'layer=LAYER per_picture=8 neighbors=4"
                + " name=embedded replace'); selectImage('mine');",
            "Project Onto Atlas...",
            "embedding=embedded grid=3 least=2 selection=1-2 csv"),
        after(
            SLICES,
            "Compare Collections...",
            "treated=stack control=["
                + Path.of("sample-images", "scene-*bit.tif").toAbsolutePath()
                + "] layer=LAYER per_picture=8 neighbors=4 grid=2 least=2 csv"),
        after(STIMULI, "Tuning Curve...", "layer=LAYER units=3,12 csv"),
        before(SELECTION, "Tuning Curve...", "units=LAYER:3,12 turn=selection angles=0,90 csv"),
        before(SELECTION, "Find Units...", "layer=LAYER regions=selection count=4 csv"),
        after(SLICES, "Match Units...", "layer=LAYER other_layer=mixed4d csv"),
        after(SLICES, "Layer Statistics...", "units=LAYER:3,12 csv"),
        before(SLICES, "Dataset Examples...", "layer=LAYER units=3,12 count=3 csv").montage(2, 3),
        before(SLICES, "Dataset Examples...", "units=LAYER:3,12 count=2 activation csv")
            .montage(2, 3),
        after(SCENE, "Unit Weights...", "from=mixed4b to=LAYER:3,12 strongest=2 icons=kept csv")
            .montage(2, 3),
        after(SCENE, "Unit Weights...", "from=LAYER:3,12 to=mixed4d:0-1 icons=kept csv")
            .montage(2, 3),
        before(SLICES, "Unit Weights...", "from=LAYER:3,12 to=mixed4d:0-1 how=data icons=kept csv")
            .montage(2, 3),
        after(SCENE, "Weight Groups...", "from=LAYER to=mixed4d:0-1 groups=2 csv"),
        after(SCENE, "Weight Groups...", "from=mixed4b to=LAYER:3,12 groups=2 csv"),
        after(SLICES, "Unit Families...", "layer=LAYER step=90 places=12 least=0.3 icons=kept csv")
            .montage(4, 3),
        after(SCENE, "Saliency Map...", "target=LAYER:12 method=Gradient overlay"),
        after(SCENE, "Saliency Map...", "target=LAYER:12@2,1 method=LayerCAM layer=LAYER"),
        after(
                SCENE,
                "Compare Saliency...",
                "targets=[LAYER:12;LAYER:3 - 0.5*LAYER:12] layer=LAYER"
                    + " methods=[Gradient, Grad-CAM] montage csv")
            .montage(2, 3),
        after(
            SCENE,
            "Evaluate Saliency...",
            "target=LAYER:12 layer=LAYER method=Gradient measures=[infidelity, randomization]"
                + " csv"),
        after(SCENE, "Ablate Units...", "units=LAYER:3,12-20 show=mixed4d top=3 csv"),
        after(
            SCENE,
            "Steer Features...",
            "units=LAYER:3,12-14 mode=clamp strength=2x layers=LAYER,mixed4d invert steps=2"
                + " classes=3 csv"),
        after(SCENE, "Channel Attribution...", "layer=LAYER target=class:1 count=3 csv"),
        after(SCENE, "Channel Attribution...", "layer=mixed4a target=LAYER:12 count=3 csv"),
        after(SCENE, "Group Activations...", "layer=LAYER count=2 csv" + QUICK),
        before(SCENE, "Visualize Channel...", "objective=LAYER:12 plot importance raw" + QUICK),
        after(SCENE, "Visualize Channel...", "objective=relu(LAYER:12)" + QUICK),
        before(
                SLICES,
                "Visualize Channel...",
                "objective=LAYER:12 evidence=stack examples=2 csv" + QUICK)
            .montage(2, 2),
        before(SCENE, "Visualize Layer...", "layer=LAYER channels=12-13 montage" + QUICK)
            .montage(1, 2),
        before(SCENE, "DeepDream...", "objective=LAYER:12 octaves=1 steps=2"),
        after(SCENE, "DeepDream...", "objective=deepdream(LAYER) octaves=1 steps=2"),
        after(SCENE, "Invert Features...", "layers=[conv2d2, LAYER] steps=2"),
        after(SCENE, "Caricature...", "layers=LAYER steps=2"),
        before(SELECTION, "Activation Grid...", "layer=LAYER steps=2 cell=32 scaled"),
        before(SELECTION, "Activation Grid...", "layer=LAYER steps=2 cell=48 groups=2")
            .montage(1, 3),
        before(
            SLICES,
            "Path Similarity...",
            "objective=LAYER:12 natural=stack examples=2 csv" + QUICK),
        after(
            SLICES,
            "Sample Activations...",
            "layer=LAYER margin=0 from=strongest file=[DIR/identity.safetensors] csv"),
        before(
                SLICES,
                "Two-Alternative Test...",
                "objective=LAYER:12 natural=stack references=both examples=2 trials=4 answers=LRLR"
                    + " csv"
                    + QUICK)
            .montage(2, 2));
  }

  @BeforeAll
  static void bringIn() throws IOException {
    IdentityDictionaries.write(folder);
    printed(IdentityDictionaries.bringIn());
  }

  @AfterAll
  static void takeAway() throws IOException {
    printed(IdentityDictionaries.takeAway());
  }

  /** Each command of the menu that can be given a dictionary, with the keys that name it. */
  @Test
  void noCommandIsLeftOut() throws IOException, ClassNotFoundException {
    final Set<String> missing = new TreeSet<>();
    try (Context context = new Context()) {
      for (final String type : menu()) {
        final CommandRun command = CommandRun.of(Class.forName(type), context);
        final String written =
            lines().stream()
                .filter(line -> line.command().equals(command.label()))
                .map(Line::keys)
                .collect(Collectors.joining(" "));
        command.keys().stream()
            .map(MacroKey::name)
            .filter(KEYS::contains)
            .filter(
                key ->
                    !Pattern.compile("\\b" + key + "=(\\S*|\\[[^]]*)LAYER").matcher(written).find())
            .map(key -> command.label() + " " + key)
            .filter(key -> !OTHERS.contains(key))
            .forEach(missing::add);
      }
    }
    assertThat(missing).as("commands whose keys have no line in this test").isEmpty();
  }

  @Test
  void dictionariesAreOfLayersOfTheNetwork() throws IOException {
    final String line = "run('Make Dictionary...', 'name=second method=random layer=WHAT');";
    assertThat(run(line.replace("WHAT", IdentityDictionaries.AFTER)).err())
        .contains("layer is \"" + IdentityDictionaries.AFTER + "\"");
  }

  private static List<String> menu() throws IOException {
    return Files.readAllLines(Path.of("plugins.config")).stream()
        .flatMap(line -> Pattern.compile("\\(\"([\\w.]+)\"\\)").matcher(line).results())
        .map((MatchResult found) -> found.group(1))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void anEntryIsTheChannel(final Line line) throws IOException {
    compare(line, 0);
  }

  @Test
  void anEntryIsTheChannelByEveryMethod() throws IOException {
    final Line all =
        after(SLICES, "Compare Saliency...", "targets=LAYER:12 methods=all csv" + FAST);
    final CommandResults channel = compare(all, 1e-3);
    final List<String> labels = channel.sliceLabels();
    assertThat(AttributionMethods.all().stream().map(AttributionMethod::name))
        .hasSizeGreaterThan(15)
        .allMatch(name -> labels.contains(name + " mixed4c:12"));
  }

  private static CommandResults compare(final Line line, final double tolerance)
      throws IOException {
    final int number = Math.abs(line.toString().hashCode());
    final String one = "c" + number + " ";
    final String two = "d" + number + " ";
    printed(line.macro(line.layer(), one) + line.macro(line.dictionary(), two));
    final CommandResults channel = CommandResults.of(folder, one);
    channel.assertSame(
        CommandResults.of(folder, two),
        new CommandResults.Difference(
            line.dictionary(), line.layer(), tolerance, line.rows(), line.lines()));
    return channel;
  }
}
