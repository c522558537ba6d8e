package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import io.github.inceptionlens.core.Csv;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Families of units as macros show them. */
final class UnitFamiliesMacrosTest extends PluginMacros {

  private static final String PICTURES = "run('Make Sample Images...', 'count=8 size=96');";
  private static final String FAMILIES = "run('Unit Families...', 'icons=kept step=45 places=120 ";

  private static List<List<String>> csv(final String name) throws IOException {
    return Csv.rows(Files.readString(folder.resolve(name)), name);
  }

  private static List<String> column(final List<List<String>> rows, final String heading) {
    final int index = rows.get(0).indexOf(heading);
    return rows.subList(1, rows.size()).stream().map(row -> row.get(index)).toList();
  }

  private static ImagePlus saved(final String macro, final String title) throws IOException {
    printed(macro + " selectImage('" + title + "'); saveAs('Tiff', 'DIR/f'); run('Close All');");
    return IJ.openImage(folder.resolve("f.tif").toString());
  }

  @Test
  void familiesAreATableAMatrixAndAMontage() throws IOException {
    final ImagePlus matrix =
        saved(
            PICTURES + FAMILIES + "layer=conv2d0 least=0.6 csv=[DIR/families.csv]');",
            "Copies of conv2d0 under rotation");
    assertThat(matrix.getBitDepth()).isEqualTo(32);
    assertThat(matrix.getStackSize()).isEqualTo(2);
    assertThat(matrix.getStack().getSliceLabel(1)).isEqualTo("Correlation");
    assertThat(matrix.getDisplayRangeMin()).isEqualTo(-matrix.getDisplayRangeMax());
    final int size = matrix.getWidth();
    assertThat(matrix.getHeight()).isEqualTo(size);
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < size; j++) {
        final float value = matrix.getStack().getProcessor(1).getf(i, j);
        assertThat(value).isFinite().isLessThan(1.0001f);
        assertThat(value).isEqualTo(matrix.getStack().getProcessor(1).getf(j, i));
      }
    }
    final List<List<String>> rows = csv("families.csv");
    assertThat(rows.get(0).subList(0, 10))
        .containsExactly(
            "Family",
            "Unit",
            "Angle",
            "Mirrored",
            "Correlation",
            "Shuffled Correlation",
            "Kernel Agreement",
            "Shuffled Agreement",
            "Tuned",
            "Places");
    assertThat(column(rows, "Mirrored")).containsOnly("no");
    assertThat(column(rows, "Unit")).doesNotHaveDuplicates().hasSizeGreaterThan(1);
    assertThat(column(rows, "Angle")).allMatch(angle -> Double.parseDouble(angle) % 45 == 0);
    assertThat(column(rows, "Correlation"))
        .allMatch(correlation -> Double.parseDouble(correlation) >= 0.6);
    assertThat(column(rows, "Family").get(0)).isEqualTo("1");
  }

  @Test
  void theFamiliesAreADictionaryInTheirOrder() throws IOException {
    printed(
        PICTURES
            + FAMILIES
            + "layer=conv2d0 least=0.6 dictionary=turned csv=[DIR/first.csv]'); run('Close All');"
            + PICTURES
            + FAMILIES
            + "layer=turned least=0.6 csv=[DIR/again.csv]'); run('Close All');");
    final List<List<String>> first = csv("first.csv");
    final List<List<String>> again = csv("again.csv");
    final List<String> units = column(first, "Unit");
    assertThat(column(again, "Unit")).hasSizeLessThanOrEqualTo(units.size());
    assertThat(column(again, "Label")).allMatch(label -> label.startsWith("family "));
    final String other = run(PICTURES + FAMILIES + "layer=turned dictionary=second');").err();
    assertThat(other).contains("layer is \"turned\"").contains("conv2d0");
    final String taken = run(PICTURES + FAMILIES + "layer=conv2d0 dictionary=turned');").err();
    assertThat(taken).contains("turned");
    printed("run('InceptionV1 Dictionaries...', 'action=remove name=turned');");
  }

  @Test
  void withoutAFamilyThereIsTheMatrixAlone() throws IOException {
    printed(
        PICTURES
            + FAMILIES
            + "layer=conv2d0:0-3 least=1 dictionary=none_found'); print(nImages);"
            + " run('Close All');");
    assertThat(printed("run('InceptionV1 Dictionaries...', 'action=list');"))
        .doesNotContain("none_found");
  }

  @Test
  void whatMakesNoSenseIsRefusedInASentence() throws IOException {
    assertThat(run(PICTURES + "run('Unit Families...', 'layer=conv2d0 step=50');").err())
        .contains("step is 50");
    assertThat(run(PICTURES + "run('Unit Families...', 'layer=conv2d0 least=2');").err())
        .contains("least is \"2\"");
    assertThat(run(PICTURES + "run('Unit Families...', 'layer=conv2d0 places=1');").err())
        .contains("places")
        .contains("at least 2");
    assertThat(run(PICTURES + "run('Unit Families...', 'layer=conv2d0 under=turn');").err())
        .contains("under is \"turn\"");
    assertThat(run("run('Unit Families...', 'layer=conv2d0');").err()).contains("image");
  }

  @Test
  void unitsOfABranchAreComparedInTheSelection() throws IOException {
    printed(
        PICTURES
            + "makeRectangle(20, 20, 60, 60);"
            + "run('Unit Families...', 'layer=mixed3a_3x3:0-20 under=mirror places=40 least=0.2"
            + " icons=kept csv=[DIR/branch.csv]'); run('Close All');");
    final List<List<String>> rows = csv("branch.csv");
    assertThat(column(rows, "Unit")).allMatch(unit -> unit.startsWith("mixed3a_3x3:"));
    assertThat(column(rows, "Angle")).allMatch(angle -> Double.parseDouble(angle) % 180 == 0);
  }
}
