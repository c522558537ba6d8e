package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.Needs;
import io.github.inceptionlens.OnDisplay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the recorder writes of each command of the menu does the same when it is run. */
@OnDisplay
final class RecordingTest {

  @TempDir private Path folder;

  /** Each command's label with what its dialog says, quick ones where the defaults are slow. */
  private Map<String, String> commands() throws IOException {
    final Map<String, String> all = new LinkedHashMap<>();
    final String quick = "preset=custom;size=64;steps=2";
    final Path samples = Path.of("sample-images").toAbsolutePath();
    all.put("Classify with InceptionV1...", "top=2");
    all.put("Activation Maps...", "channels=3,5");
    all.put("Activation Overlay...", "unit=mixed4c:3");
    all.put("Clear Activation Overlay", "");
    all.put("Strongest Channels...", "count=2");
    all.put("What Fires Here...", "layer=conv2d2;count=1");
    all.put("Inspector", "");
    all.put("Inspect Point...", "x=40;y=50;layer=conv2d2;count=2");
    all.put("Group Activations...", "layer=conv2d2;count=2;preset=custom;size=48;steps=2");
    all.put("Saliency Map...", "method=Grad-CAM");
    all.put("Compare Saliency...", "methods=Gradient, Grad-CAM;montage=true");
    all.put("Ablate Units...", "units=mixed4c:3;show=mixed4d");
    all.put("Steer Features...", "units=mixed4c:3;mode=scale;strength=3;layers=mixed4d,mixed5a");
    all.put("Evaluate Saliency...", "measures=infidelity");
    all.put("Measure Saliency...", "");
    all.put("Blinded Reading...", "key=" + folder.resolve("key.csv") + ";seed=auto");
    all.put("Channel Attribution...", "layer=mixed5b;count=3");
    all.put("Visualize Channel...", quick);
    all.put("Visualize Layer...", quick + ";channels=0-1;montage=true");
    all.put("Layer Browser...", "layer=mixed3a");
    all.put("DeepDream...", "steps=1;octaves=1");
    all.put("Invert Features...", "layers=conv2d2;steps=2");
    all.put("Caricature...", "layers=conv2d2;steps=2");
    all.put("Activation Grid...", "layer=mixed4d;steps=1;cell=24;scaled=true");
    all.put("Path Similarity...", quick + ";natural=" + samples + ";examples=2");
    all.put(
        "Two-Alternative Test...",
        quick + ";natural=" + samples + ";examples=2;trials=2;answers=LR;objective=conv2d2:3");
    all.put("Tally Readings...", "sheet=" + sheet() + ";key=" + folder.resolve("known.csv"));
    all.put("Measure Activations...", "layer=mixed3a;units=0-2;regions=selection");
    all.put("Batch Maps...", "layer=mixed3a;units=0-2;folder=" + folder.resolve("maps"));
    all.put("InceptionV1 Networks...", "");
    all.put("InceptionV1 Dictionaries...", "");
    all.put("InceptionV1 Embeddings...", "");
    all.put("Edit Network...", "name=recorded;edits=ablate mixed4c:3;replace=true");
    all.put("Make Dictionary...", "layer=mixed3b;count=3;replace=true");
    all.put("Train Dictionary...", "layer=mixed3b;size=20;k=4;steps=20;replace=true");
    all.put("Evaluate Dictionary...", "seeds=1");
    all.put("Feature Geometry...", "images=stack");
    all.put("Toy Model...", "sparsity=0,0.9;steps=20;tries=1;batch=16");
    all.put(
        "Embed Activations...",
        "layer=mixed3b;per_picture=30;neighbors=5;color=picture;name=recorded;replace=true");
    all.put(
        "Activation Atlas...",
        "layer=mixed3b;per_picture=30;neighbors=5;grid=2;least=2;steps=2;size=32");
    all.put("Project Onto Atlas...", "embedding=recorded;grid=2;least=2");
    all.put(
        "Compare Collections...",
        "treated="
            + samples.resolve("scene-*bit.tif")
            + ";control="
            + samples.resolve("drift*.tif")
            + ";layer=mixed3b;per_picture=30;neighbors=5;grid=3");
    all.put("Label Entries...", "by=regions;regions=selection;least=1");
    all.put("Classify Images...", "top=2");
    all.put("Layer Statistics...", "layer=mixed3b;units=0-3");
    all.put("Find Units...", "layer=mixed3a;regions=selection;count=3");
    all.put("Match Units...", "layer=mixed3a;other_layer=mixed3b");
    all.put("Dataset Examples...", "layer=mixed3b;units=0-1;count=2");
    all.put("Unit Report...", "units=mixed3b:0;facets=0;connections=0");
    all.put(
        "Export Microscope...",
        "layers=mixed3b;units=0-1;count=2;connections=1;size=32;steps=2;folder="
            + folder.resolve("microscope"));
    all.put("Unit Weights...", "from=conv2d1;to=conv2d2:3;strongest=2;icons=kept");
    all.put("Circuit Diagram...", "unit=conv2d2:3;depth=1;breadth=2;icons=kept");
    all.put("Trace Answer...", "target=mixed3a:2;nodes=6;steps=2;draws=1;icons=kept");
    all.put("Weight Groups...", "from=conv2d1;to=conv2d2:3;groups=2");
    all.put("Unit Families...", "layer=conv2d0;step=90;places=30;icons=kept");
    all.put("Make Sample Images...", "count=3;kind=scenes;size=48;without=nuclei");
    all.put("Make Stimuli...", "kind=roi;size=48;angles=0,90;sizes=0.5,1");
    all.put(
        "Tuning Curve...", "layer=conv2d2;units=0-1;turn=selection;angles=0-270-90;images=stack");
    all.put(
        "Feature Coverage...",
        "layer=conv2d0;stimuli=edges;angles=0-330-30;size=48;deviations=1;randoms=1");
    all.put("Sample Activations...", "layer=mixed3b;file=" + folder.resolve("s.safetensors"));
    all.put("Describe Network...", "");
    all.put("Go To Place...", "image=drift.tif;slice=3;x=40;y=50");
    return all;
  }

  /** After so many the program counts as hanging; it takes two on an idle machine. */
  private static final int MINUTES = 15;

  private static final List<String> QUICK =
      List.of("Saliency Map...", "Blinded Reading...", "Visualize Channel...");

  @Test
  void aCommandsRecordMakesTheSameFromACleanStart() throws Exception {
    final Map<String, String> quick = commands();
    quick.keySet().retainAll(QUICK);
    check(quick);
  }

  @Test
  @Tag("slow")
  void everyCommandsRecordMakesTheSameFromACleanStart() throws Exception {
    check(commands());
  }

  private void check(final Map<String, String> commands) throws Exception {
    Needs.display();
    final Path start =
        Files.writeString(
            folder.resolve("start.ijm"),
            ("open('"
                    + Path.of("sample-images", "drift.tif").toAbsolutePath()
                    + "'); makeRectangle(9, 9, 90, 90);")
                .replace('\'', '"'));
    final List<String> arguments =
        new ArrayList<>(
            List.of(
                "-Duser.home=" + folder,
                "-Dinceptionlens.networks=" + folder.resolve("networks"),
                RecordingCheck.class.getName(),
                folder.resolve("ImageJ").toString(),
                folder.toString(),
                start.toString()));
    commands.forEach((label, texts) -> arguments.addAll(List.of(label, texts)));
    final String out = MacroProcess.java(folder, arguments, MINUTES).out();
    for (final String label : commands.keySet()) {
      assertThat(out).as(out).contains("replayed " + label + " the same");
      assertThat(recorded(out, label)).startsWith("run(\"" + label + "\"");
    }
    assertThat(recorded(out, "Blinded Reading...")).containsPattern("seed=-?\\d+ ");
  }

  private Path sheet() throws IOException {
    Files.writeString(
        folder.resolve("known.csv"),
        "Set,Case,Source,Slice,Label,Method,Repeats,Seed\nabc,Case 001,a.tif,1,,Grad-CAM,,1\n");
    return Files.writeString(folder.resolve("sheet.csv"), "Set,Case,Seen\nabc,Case 001,yes\n");
  }

  private static String recorded(final String out, final String label) throws IOException {
    return out.lines()
        .filter(line -> line.startsWith("recorded " + label + ": "))
        .findFirst()
        .orElseThrow()
        .substring(("recorded " + label + ": ").length());
  }
}
