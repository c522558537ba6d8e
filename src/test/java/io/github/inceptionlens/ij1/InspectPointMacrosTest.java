package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a layer gives at places of an image, by macros. */
final class InspectPointMacrosTest extends PluginMacros {

  private static final String SCENE =
      open("scene-8bit.tif")
          + "run('Properties...', 'unit=pixel pixel_width=1 pixel_height=1 voxel_depth=1');";
  private static final String POINT = "run('Inspect Point...', 'KEYS csv=[DIR/p.csv]');";

  private static String open(final String sample) {
    return "open('" + Path.of("sample-images", sample).toAbsolutePath() + "');";
  }

  private static ResultsTable table(final String start, final String keys) throws IOException {
    printed(start + POINT.replace("KEYS", keys) + " close('*');");
    return ResultsTable.open(folder.resolve("p.csv").toString());
  }

  private static List<String> units(final ResultsTable table) {
    return IntStream.range(0, table.size())
        .mapToObj(row -> table.getStringValue("Unit", row))
        .toList();
  }

  private static double[] column(final ResultsTable table, final String heading) {
    return IntStream.range(0, table.size())
        .mapToDouble(row -> table.getValue(heading, row))
        .toArray();
  }

  @Test
  void theTableHasItsColumnsInTheirOrder() throws Exception {
    final ResultsTable table = table(SCENE, "x=90 y=61 count=5");
    assertThat(table.getHeadings())
        .startsWith("Image", "Slice", "X", "Y", "Unit", "Value", "Label")
        .contains("Network", "Coordinates", "Range", "Run")
        .doesNotContain("Calibrated X");
    assertThat(table.size()).isEqualTo(5);
    assertThat(column(table, "X")).containsOnly(90);
    assertThat(column(table, "Y")).containsOnly(61);
    assertThat(table.getStringValue("Image", 0)).isEqualTo("scene-8bit.tif");
    assertThat(table.getStringValue("Coordinates", 0)).isEqualTo("pixels");
    assertThat(units(table)).allMatch(unit -> unit.matches("mixed4c:\\d+"));
  }

  /** At places all over the image, the border included, the value is that of the layer's map. */
  @Test
  void valuesAreThoseOfActivationMaps() throws Exception {
    for (final String layer : List.of("conv2d1", "mixed3a", "mixed4c")) {
      final ImagePlus maps =
          image(
              SCENE
                  + "run('Activation Maps...', 'channels=all registration=none layer="
                  + layer
                  + "');");
      final double step = 256.0 / maps.getWidth();
      for (final int[] at : new int[][] {{0, 0}, {90, 61}, {255, 130}, {17, 255}}) {
        final ResultsTable table =
            table(SCENE, "x=" + at[0] + " y=" + at[1] + " count=3 layer=" + layer);
        final double[] values = column(table, "Value");
        assertThat(nearest(maps, values[0], at, step)).as(layer + " " + at[0]).isTrue();
        for (int row = 0; row < 3; row++) {
          final int channel = Integer.parseInt(units(table).get(row).split(":")[1]);
          assertThat(maps.getStack().getSliceLabel(channel + 1)).startsWith(layer + ":" + channel);
          assertThat(unit(maps, channel, values[row], at, step)).as(layer + " " + row).isTrue();
        }
      }
    }
  }

  /** Whether no channel is stronger at the unit under a place than the first value. */
  private static boolean nearest(
      final ImagePlus maps, final double first, final int[] at, final double step) {
    return IntStream.range(0, maps.getWidth() * maps.getHeight())
        .filter(i -> isUnder(maps, i, at, step))
        .anyMatch(
            i ->
                IntStream.rangeClosed(1, maps.getStackSize())
                        .mapToDouble(slice -> ((float[]) maps.getStack().getPixels(slice))[i])
                        .max()
                        .orElseThrow()
                    == first);
  }

  private static boolean unit(
      final ImagePlus maps,
      final int channel,
      final double value,
      final int[] at,
      final double step) {
    final float[] map = (float[]) maps.getStack().getPixels(channel + 1);
    return IntStream.range(0, map.length)
        .anyMatch(i -> isUnder(maps, i, at, step) && map[i] == value);
  }

  /** Whether a unit is among the few around a place; the calibration says where it lies. */
  private static boolean isUnder(
      final ImagePlus maps, final int unit, final int[] at, final double step) {
    final double x = maps.getCalibration().getX(unit % maps.getWidth() + 0.5) - 0.5;
    final double y = maps.getCalibration().getY(unit / maps.getWidth() + 0.5) - 0.5;
    return Math.abs(x - at[0]) <= step && Math.abs(y - at[1]) <= step;
  }

  @Test
  void pointsAreReadOneByOneOnTheirSlices() throws Exception {
    final String drift = open("drift.tif");
    final String two = "makeSelection('point', newArray(40, 90), newArray(52, 33));";
    final ResultsTable both = table(drift + "setSlice(3);" + two, "layer=mixed3a count=2");
    assertThat(column(both, "X")).containsExactly(40, 40, 90, 90);
    assertThat(column(both, "Slice")).containsOnly(3);
    final ResultsTable alone = table(drift + "setSlice(3);", "x=90 y=33 layer=mixed3a count=2");
    assertThat(units(both).subList(2, 4)).isEqualTo(units(alone));
    assertThat(column(alone, "Value"))
        .containsExactly(both.getValue("Value", 2), both.getValue("Value", 3));
    final ResultsTable other = table(drift + "setSlice(1);", "x=90 y=33 layer=mixed3a count=2");
    assertThat(column(other, "Slice")).containsOnly(1);
    assertThat(column(other, "Value")).isNotEqualTo(column(alone, "Value"));
  }

  @Test
  void anAreaIsReadAsStrongestChannelsReadsIt() throws Exception {
    final String oval = SCENE + "makeOval(37, 51, 60, 70);";
    final ResultsTable area = table(oval, "layer=mixed4a count=4");
    printed(oval + "run('Strongest Channels...', 'layer=mixed4a count=4 csv=[DIR/s.csv]');");
    final ResultsTable strongest = ResultsTable.open(folder.resolve("s.csv").toString());
    assertThat(column(area, "Value")).containsExactly(column(strongest, "Mean"));
    assertThat(column(area, "X")).containsOnly(66.5);
    assertThat(column(area, "Y")).containsOnly(85.5);
    assertThat(table(SCENE + "makeLine(10, 20, 90, 60);", "count=2").size()).isEqualTo(2);
  }

  @Test
  void calibratedPlacesStandBesideThoseInPixels() throws Exception {
    final String calibrated =
        SCENE + "run('Properties...', 'unit=um pixel_width=0.5 pixel_height=0.25 voxel_depth=1');";
    final ResultsTable table = table(calibrated, "x=90 y=61 count=1");
    assertThat(table.getValue("X", 0)).isEqualTo(90);
    assertThat(table.getValue("Calibrated X", 0)).isCloseTo(45.25, within(1e-9));
    assertThat(table.getValue("Calibrated Y", 0)).isCloseTo(15.375, within(1e-9));
    assertThat(table.getStringValue("Length Unit", 0)).matches("um|\u00b5m|microns");
  }

  @Test
  void aLargeImageIsReadAroundThePoint() throws Exception {
    final String large = SCENE + "run('Scale...', 'x=6 y=6 create title=large');";
    final ResultsTable around = table(large, "x=700 y=811 layer=mixed3a count=3");
    printed(
        large
            + "makeRectangle(700, 811, 1, 1);"
            + "run('Strongest Channels...', 'layer=mixed3a count=3 csv=[DIR/l.csv]');");
    final ResultsTable strongest = ResultsTable.open(folder.resolve("l.csv").toString());
    for (int row = 0; row < 3; row++) {
      assertThat(around.getValue("Value", row))
          .isCloseTo(strongest.getValue("Mean", row), within(1e-3));
    }
  }

  @Test
  void whatCannotBeReadIsOneSentence() throws Exception {
    final String line = "run('Inspect Point...', 'KEYS');";
    assertThat(run(SCENE + line.replace("KEYS", "x=256 y=3")).err())
        .contains(
            "the place x = 256, y = 3 lies outside of \"scene-8bit.tif\": x is 0 to 255, y is 0 to"
                + " 255");
    assertThat(run(SCENE + line.replace("KEYS", "x=-1 y=3")).err()).contains("lies outside of");
    assertThat(run(SCENE + line.replace("KEYS", "x=3")).err())
        .contains("x is 3, but y is empty: give both or none");
    assertThat(run(SCENE + line.replace("KEYS", "")).err())
        .contains("no place is named and nothing is selected on \"scene-8bit.tif\"");
    assertThat(run(SCENE + line.replace("KEYS", "x=3 y=3 layer=mixed9z")).err())
        .contains("mixed9z");
    assertThat(run(line.replace("KEYS", "x=3 y=3")).err()).contains("No image is open");
  }

  /** The rows lead back. */
  @Test
  void goToPlaceOpensThePoint() throws Exception {
    table(SCENE, "x=90 y=61 count=1");
    assertThat(
            printed(
                SCENE
                    + "run('Go To Place...', 'table=[DIR/p.csv]');"
                    + "getSelectionCoordinates(x, y); print(x[0], y[0]);"))
        .isEqualTo("90 61\n");
  }
}
