package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.ij1.MacroProcess.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Results whose slices lie in a folder are those in memory. */
final class ResultFolderMacrosTest extends PluginMacros {

  private static final String DRIFT =
      "open('"
          + Path.of("sample-images/drift.tif").toAbsolutePath()
          + "'); makeRectangle(20, 10, 97, 90);";

  private static final String COMPARE =
      " b = getImageID(); print(is('Virtual Stack'), nSlices); Stack.getDimensions(w, h, c, z, t);"
          + " selectImage(a); Stack.getDimensions(w2, h2, c2, z2, t2);"
          + " print(w - w2, h - h2, c - c2, z - z2, t - t2);"
          + " for (i = 1; i <= nSlices; i++) { selectImage(a); setSlice(i);"
          + " ta = facts(); selectImage(b); setSlice(i); tb = facts();"
          + " if (ta != tb) print('differs', ta, tb); }"
          + " selectImage(b); print(Property.get('InceptionLens.macro'));"
          + " function facts() { getMinAndMax(low, high); getVoxelSize(x, y, d, unit);"
          + " Stack.getPosition(pc, pz, pt); getStatistics(area, mean, min, max, std);"
          + " return getInfo('slice.label') + ' ' + getSliceNumber() + ' ' + pc + pz + pt + ' '"
          + " + d2s(getPixel(11, 7), 9) + ' ' + d2s(mean, 9) + ' ' + d2s(max, 9) + ' ' + low + ' '"
          + " + high + ' ' + x + y + d + unit + Property.get('InceptionLens.grid')"
          + " + Property.get('InceptionLens.frames'); }";

  private static List<String> files(final String into) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(into))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static String twice(final String command, final String keys, final String into) {
    return twice(DRIFT, command, keys, into);
  }

  private static String twice(
      final String image, final String command, final String keys, final String into) {
    final String run = "run('" + command + "', '" + keys;
    return image
        + " id = getImageID(); "
        + run
        + "'); a = getImageID(); selectImage(id); "
        + run
        + " folder=[DIR/"
        + into
        + "]');";
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "maps a   | Activation Maps... | layer=mixed3b channels=strongest:3 stack    | 15",
        "one      | Activation Maps... | layer=mixed3b channels=7                    | 1",
        "units    | Activation Maps... | channels=3-6,1 registration=none            | 5",
        "saliency | Saliency Map...    | method=Grad-CAM target=mixed4c:3 stack      | 5",
        "signed   | Saliency Map...    | method=[Gradient x Input] target=mixed4c:3 stack overlay | 5",
        "ablation | Ablate Units...    | units=mixed3a:3-9 show=mixed3b_1x1 stack    | 160",
      })
  void valuesLabelsAndPlacesAreThoseInMemory(
      final String into, final String command, final String keys, final int slices)
      throws IOException {
    final String out = printed(twice(command, keys, into) + " " + COMPARE);
    assertThat(out.lines().toList().subList(0, 2))
        .containsExactly((slices > 1 ? "1 " : "0 ") + slices, "0 0 0 0 0");
    assertThat(out)
        .doesNotContain("differs")
        .contains("folder=" + (into.contains(" ") ? "[" : "") + folder.resolve(into));
    assertThat(files(into)).hasSize(slices);
  }

  @Test
  void depthsAndTimesAreThoseInMemory() throws IOException {
    final String image =
        "newImage('deep', '8-bit grayscale-mode label', 120, 100, 2, 3, 2); Stack.setChannel(2);"
            + " setVoxelSize(0.5, 0.5, 2, 'um');";
    final String out =
        printed(
            twice(image, "Activation Maps...", "layer=mixed3b channels=7,2 stack", "deep")
                + COMPARE);
    assertThat(out.lines().toList().subList(0, 2)).containsExactly("1 12", "0 0 0 0 0");
    assertThat(out).doesNotContain("differs");
    assertThat(files("deep")).hasSize(12);
  }

  @Test
  void aFileOpensByItselfWithItsLabelAndProvenance() throws IOException {
    printed(twice("Activation Maps...", "layer=mixed3b channels=7,2 stack", "own"));
    final List<String> files = files("own");
    assertThat(files.get(3)).startsWith("drift-mixed3b-0004-mixed3b_2");
    final String out =
        printed(
            "open('DIR/own/"
                + files.get(3)
                + "'); print(bitDepth(), getInfo('slice.label')); getVoxelSize(x, y, d, unit);"
                + " print(x, unit); print(Property.get('InceptionLens.macro'));"
                + " print(Property.get('InceptionLens.frames'));");
    assertThat(out.lines().toList().get(0)).startsWith("32 mixed3b:2");
    assertThat(out).contains("channels=7,2").contains("folder=" + folder + "/own");
    assertThat(out.lines().toList().get(3)).isEqualTo("2");
  }

  @Test
  void theLineReplaysAndAnotherCallIsRefusedBeforeAnyWork() throws IOException {
    final String call = DRIFT + "run('Activation Maps...', 'channels=3 folder=[DIR/again]');";
    printed(call);
    printed(call);
    final Result other = run(call.replace("channels=3", "channels=4"));
    assertThat(other.err())
        .contains("holds \"drift-mixed4c-0001-mixed4c_3.tif\" already, of another call");
    assertThat(files("again")).hasSize(1);
  }

  @Test
  void tooMuchForTheMemoryNamesTheKey() throws IOException {
    final Result result =
        run(
            "newImage('large', '8-bit ramp', 20000, 5000, 1); run('Activation Maps...',"
                + " 'channels=all scale=0.02'); print('went on');");
    assertThat(result.err())
        .contains("a result of 128 slices of 20000 x 5000 pixels needs 48829 MB, but Java has")
        .contains("name a folder that keeps it on the disk (folder=/path)");
    assertThat(result.out()).doesNotContain("went on");
  }

  @Test
  void aFolderThatIsAFileIsRefused() throws IOException {
    Files.writeString(folder.resolve("file"), "x");
    assertThat(run(DRIFT + "run('Activation Maps...', 'folder=[DIR/file]');").err())
        .contains("which is a file: name a folder");
  }
}
