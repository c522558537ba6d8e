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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Weights between units as macros show them. */
final class UnitWeightsMacrosTest extends PluginMacros {

  private static final String WEIGHTS = "run('Unit Weights...', 'icons=kept ";

  private static List<List<String>> csv(final String name) throws IOException {
    return Csv.rows(Files.readString(folder.resolve(name)), name);
  }

  private static List<String> column(final List<List<String>> rows, final String heading) {
    final int index = rows.get(0).indexOf(heading);
    return rows.subList(1, rows.size()).stream().map(row -> row.get(index)).toList();
  }

  private static ImagePlus saved(final String macro, final String title) throws IOException {
    printed(macro + " selectImage('" + title + "'); saveAs('Tiff', 'DIR/w'); run('Close All');");
    return IJ.openImage(folder.resolve("w.tif").toString());
  }

  @Test
  void storedWeightsOfTheFirstLayerAreTheStack() throws IOException {
    final ImagePlus stack =
        saved(
            WEIGHTS + "from=input to=conv2d0:1,3-4 how=direct csv=[DIR/first.csv]');",
            "Direct weights from input to 3 units of conv2d0");
    assertThat(new int[] {stack.getWidth(), stack.getHeight(), stack.getBitDepth()})
        .containsExactly(7, 7, 32);
    assertThat(new int[] {stack.getNChannels(), stack.getNSlices(), stack.getNFrames()})
        .containsExactly(3, 3, 1);
    assertThat(stack.getDisplayRangeMin()).isEqualTo(-stack.getDisplayRangeMax());
    final float[] weights;
    try (InceptionLens lens = InceptionLens.open()) {
      weights = lens.network().operations().values("conv2d0_w");
    }
    final int index = stack.getStackIndex(3, 2, 1);
    assertThat(stack.getStack().getSliceLabel(index)).isEqualTo("input:2 to conv2d0:3");
    final float[] kernel = (float[]) stack.getStack().getPixels(index);
    for (int i = 0; i < kernel.length; i++) {
      assertThat(kernel[i]).isEqualTo(weights[(3 * 3 + 2) * 49 + i]);
    }
    final List<List<String>> rows = csv("first.csv");
    assertThat(rows.get(0).subList(0, 7))
        .containsExactly("From", "To", "Norm", "Positive", "Negative", "Center", "How");
    assertThat(column(rows, "How")).containsOnly("direct");
    assertThat(column(rows, "To").subList(0, 3)).containsOnly("conv2d0:1");
  }

  @Test
  void theTableNamesTheStrongestFirst() throws IOException {
    final ImagePlus montage =
        saved(
            WEIGHTS + "from=mixed4b to=mixed4c_5x5:0,2 strongest=5 csv=[DIR/five.csv]');",
            "Montage of Expanded weights from mixed4b to 2 units of mixed4c_5x5");
    assertThat(montage.getBitDepth()).isEqualTo(24);
    assertThat(montage.getWidth()).isEqualTo(6 * 112);
    final List<List<String>> rows = csv("five.csv");
    assertThat(column(rows, "To"))
        .containsExactly(
            "mixed4c_5x5:0",
            "mixed4c_5x5:0",
            "mixed4c_5x5:0",
            "mixed4c_5x5:0",
            "mixed4c_5x5:0",
            "mixed4c_5x5:2",
            "mixed4c_5x5:2",
            "mixed4c_5x5:2",
            "mixed4c_5x5:2",
            "mixed4c_5x5:2");
    final List<Double> norms = new ArrayList<>();
    column(rows, "Norm").forEach(norm -> norms.add(Double.parseDouble(norm)));
    assertThat(norms.subList(0, 5)).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(norms.subList(5, 10)).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    assertThat(column(rows, "From")).allMatch(unit -> unit.startsWith("mixed4b:"));
  }

  @Test
  void expandedWeightsNeedNoImageAndEffectsDo() throws IOException {
    printed(
        "run('Make Sample Images...', 'kind=scenes count=3 size=96');"
            + WEIGHTS
            + "from=mixed4a_3x3_bottleneck to=mixed4a_3x3_pre_relu:1,4 how=data images=stack"
            + " strongest=1000 csv=[DIR/data.csv]'); run('Close All');");
    final List<List<String>> rows = csv("data.csv");
    assertThat(column(rows, "How")).containsOnly("data");
    double sum = 0;
    for (int i = 1; i < rows.size(); i++) {
      assertThat(Double.parseDouble(rows.get(i).get(2))).isFinite();
      sum += Double.parseDouble(rows.get(i).get(3)) + Double.parseDouble(rows.get(i).get(4));
    }
    assertThat(sum).isNotCloseTo(0, within(1e-6));
    assertThat(run(WEIGHTS + "from=mixed4a to=mixed4b:1 how=data');").err()).contains("image");
  }

  @Test
  void withoutALowerEndItIsTheNearestLayer() throws IOException {
    printed(
        WEIGHTS
            + "to=mixed4c_3x3:2 strongest=1 csv=[DIR/near.csv]');"
            + WEIGHTS
            + "to=conv2d0:2 strongest=1 csv=[DIR/image.csv]'); run('Close All');");
    assertThat(column(csv("near.csv"), "From").get(0)).startsWith("mixed4b:");
    assertThat(column(csv("image.csv"), "From").get(0)).startsWith("input:");
  }

  @Test
  void groupsOfUnitsAreADictionaryToo() throws IOException {
    final ImagePlus stack =
        saved(
            "run('Weight Groups...', 'from=mixed4b to=mixed4c:3,5 groups=2 strongest=4 name=kinds"
                + " replace csv=[DIR/groups.csv]');",
            "Weights of groups from mixed4b to 2 units of mixed4c");
    assertThat(new int[] {stack.getWidth(), stack.getNChannels(), stack.getNSlices()})
        .containsExactly(5, 2, 2);
    final List<List<String>> rows = csv("groups.csv");
    assertThat(rows.get(0).subList(0, 5))
        .containsExactly("Group", "Color", "Unit", "Weight", "Explained");
    assertThat(column(rows, "Group")).contains("0", "1");
    assertThat(column(rows, "Unit")).allMatch(unit -> unit.startsWith("mixed4b:"));
    final ImagePlus colors =
        saved(
            "run('Weight Groups...', 'from=mixed4b to=mixed4c:3,5 groups=2');",
            "Colors of weight groups from mixed4b to 2 units of mixed4c");
    assertThat(colors.getBitDepth()).isEqualTo(24);
    assertThat(colors.getStackSize()).isEqualTo(2);
    printed(
        WEIGHTS
            + "from=kinds to=mixed4c:3 csv=[DIR/kinds.csv]'); run('InceptionV1 Dictionaries...',"
            + " 'action=remove name=kinds'); run('Close All');");
    assertThat(column(csv("kinds.csv"), "From")).containsExactlyInAnyOrder("kinds:0", "kinds:1");
    assertThat(run("run('Weight Groups...', 'groups=65');").err()).contains("groups");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "from=mixed4b to=mixed4c how=direct | mixed4c_3x3_bottleneck",
        "from=mixed5a to=mixed4c | from is \"mixed5a\", but mixed4c does not read it",
        "from=mixed9 to=mixed4c | from is \"mixed9\"",
        "from=mixed4b to=mixed4c:9999 | to is \"mixed4c:9999\"",
        "from=mixed4b to=mixed4c how=some | one of expanded, direct, data is expected",
        "from=mixed4b to=[mixed4c:1;mixed4d:2] | to is"
      })
  void whatCannotBeShownIsOneSentence(final String keys, final String sentence) throws IOException {
    assertThat(run(WEIGHTS + keys + "');").err()).contains(sentence);
  }
}
