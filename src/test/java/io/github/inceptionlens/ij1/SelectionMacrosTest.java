package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.measure.ResultsTable;
import io.github.inceptionlens.Needs;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a selection changes in the commands that measure a layer. */
final class SelectionMacrosTest extends PluginMacros {

  private static final String SCENE =
      "open('"
          + Path.of("sample-images", "scene-8bit.tif").toAbsolutePath()
          + "'); run('Properties...', 'unit=um pixel_width=0.5 pixel_height=0.5 voxel_depth=1');";
  private static final String OVAL = "makeOval(37, 51, 60, 70);";

  @Test
  void whatFiresHereIsAPictureAndATableOfTheSelectionAgainstTheRest() throws Exception {
    final String out =
        printed(
            SCENE
                + "run('Properties...', 'unit=pixel pixel_width=1 pixel_height=1');"
                + "makeOval(20, 30, 90, 70);"
                + "run('What Fires Here...', 'layer=mixed3a count=2 csv=[DIR/w.csv]');"
                + "print('made', getTitle(), bitDepth(), getWidth());"
                + "selectImage('scene-8bit.tif'); makePoint(180, 140);"
                + "run('What Fires Here...', 'layer=mixed3a count=1 csv=[DIR/p.csv]');");
    assertThat(out).contains("made What fires here in scene-8bit 24 ");
    final ResultsTable area = ResultsTable.open(folder.resolve("w.csv").toString());
    assertThat(area.size()).isEqualTo(2);
    for (int row = 0; row < 2; row++) {
      assertThat(area.getValue("Here", row)).isGreaterThan(area.getValue("Elsewhere", row));
      assertThat(area.getValue("X", row)).isBetween(20.0, 110.0);
      assertThat(area.getValue("Y", row)).isBetween(30.0, 100.0);
    }
    assertThat(area.getValue("Contrast", 0)).isGreaterThan(area.getValue("Contrast", 1));
    final ResultsTable point = ResultsTable.open(folder.resolve("p.csv").toString());
    assertThat(point.getValue("X", 0)).isCloseTo(180, within(8.0));
    assertThat(point.getValue("Y", 0)).isCloseTo(140, within(8.0));
    assertThat(run(SCENE + "run('What Fires Here...');").err())
        .contains("nothing is selected on \"scene-8bit.tif\": select an area");
  }

  @Test
  void whatAScientistWouldWarnOfStandsInTheLogOnce() throws Exception {
    final String cat = Path.of("sample-images", "cat.png").toAbsolutePath().toString();
    assertThat(
            printed(
                "open('"
                    + cat
                    + "'); setMinAndMax(0, 90); makeRectangle(20, 20, 100, 100);"
                    + "run('Strongest Channels...', 'count=1 layer=mixed5b crop');"
                    + "run('Select None'); run('Classify with InceptionV1...', 'top=1');"))
        .containsOnlyOnce("\"cat.png\": a unit of mixed5b sees ")
        .contains(" pixels, far more than the network's picture has (100 x 100)")
        .contains("% of the pixels are plain white for the network (range")
        .containsOnlyOnce("the most probable class has a probability below 0.6");
    assertThat(printed(SCENE + "run('Strongest Channels...', 'count=1'); print('end');"))
        .isEqualTo("end\n");
  }

  @Test
  void structuresOfAnotherSizeThanWhatAUnitSeesAreTold() throws Exception {
    final String noise = "newImage('n', '8-bit black', 300, 300, 1); run('Add Noise');";
    assertThat(printed(noise + "run('Strongest Channels...', 'count=1 layer=mixed4c');"))
        .contains("\"n\": half of what varies in the network's picture repeats within ")
        .contains("far smaller than the 299 pixels that a unit of mixed4c sees, or noise");
    assertThat(printed(noise + "run('Strongest Channels...', 'count=1 layer=conv2d1');")).isEmpty();
    final String ramp = "newImage('r', '8-bit ramp', 1200, 1200, 1);";
    assertThat(printed(ramp + "run('Strongest Channels...', 'count=1 layer=mixed3b');"))
        .contains("far larger than the ")
        .contains("shrink the image by scale");
  }

  @Test
  void resultsOfAnotherNetworkThanTheBundledOneNameItAndItsClassesAreDoubted() throws Exception {
    final String weights =
        Needs.shared("weights/bvlc_googlenet.caffemodel").toAbsolutePath().toString();
    assertThat(
            printed(
                SCENE
                    + "run('Classify with InceptionV1...', 'top=1 network=["
                    + weights
                    + "] csv=[DIR/n.csv]'); run('Saliency Map...', 'method=Gradient network=["
                    + weights
                    + "]'); print('title', getTitle());"))
        .contains("but imagenet-caffe was trained on color photographs")
        .containsPattern("title .* \\(imagenet-caffe\\)");
  }

  @Test
  void tablesSayWhichFluorescenceChannelsTheNetworkWasShown() throws Exception {
    final String composite = Path.of("sample-images", "composite.tif").toAbsolutePath().toString();
    printed(
        "open('"
            + composite
            + "'); run('Classify with InceptionV1...', 'top=1 csv=[DIR/merged.csv]');"
            + "Stack.setDisplayMode('grayscale'); Stack.setChannel(2);"
            + "run('Classify with InceptionV1...', 'top=1 csv=[DIR/second.csv]');");
    assertThat(shown("merged.csv")).endsWith("), composite of channels 1, 2");
    assertThat(shown("second.csv")).endsWith("), channel 2 alone");
  }

  private String shown(final String file) throws IOException {
    return ResultsTable.open(folder.resolve(file).toString()).getStringValue("Range", 0);
  }

  @Test
  void theDistinctChannelFollowsTheSelection() throws Exception {
    final String out =
        printed(
            SCENE
                + "run('Activation Overlay...', 'unit=distinct layer=mixed4c');"
                + "makeOval(10, 10, 100, 80);"
                + "run('Activation Overlay...', 'unit=distinct layer=mixed4c');");
    assertThat(out)
        .contains("Activation overlay on scene-8bit.tif: mixed4c:26,")
        .contains("Activation overlay on scene-8bit.tif: mixed4c:114,");
  }

  @Test
  void thePeakOfASelectionIsTheWholeImagesValueAtThatPlace() throws IOException {
    final ResultsTable peaks = channels(OVAL, "");
    for (int row = 0; row < peaks.size(); row++) {
      final int channel = (int) peaks.getValue("Channel", row);
      final ImagePlus map =
          image(SCENE + "run('Activation Maps...', 'registration=none channels=" + channel + "');");
      final double x = map.getCalibration().getRawX(peaks.getValue("X", row));
      final double y = map.getCalibration().getRawY(peaks.getValue("Y", row));
      final int column = (int) Math.floor(x);
      final int line = (int) Math.floor(y);
      assertThat((double) map.getProcessor().getf(column, line))
          .as("channel %d at unit %d, %d", channel, column, line)
          .isCloseTo(peaks.getValue("Peak", row), within(1e-4));
      assertThat(
              Math.hypot(
                  (peaks.getValue("X", row) / 0.5 - 67) / 30,
                  (peaks.getValue("Y", row) / 0.5 - 86) / 35))
          .isLessThanOrEqualTo(1.05);
    }
  }

  @Test
  void croppedTheNetworkSeesOtherValues() throws IOException {
    assertThat(channels(OVAL, "crop").getValue("Peak", 0))
        .isNotCloseTo(channels(OVAL, "").getValue("Peak", 0), within(1e-2));
  }

  private static ResultsTable channels(final String selection, final String options)
      throws IOException {
    printed(
        SCENE
            + selection
            + "run('Strongest Channels...', 'count=3 by=peak csv=[DIR/c.csv] "
            + options
            + "');");
    return ResultsTable.open(folder.resolve("c.csv").toString());
  }

  @Test
  void mapsOfASelectionAreAPartOfTheWholeImagesMaps() throws IOException {
    final String maps = "run('Activation Maps...', 'channels=3,5');";
    final ImagePlus whole = image(SCENE + maps);
    final ImagePlus part = image(SCENE + OVAL + maps);
    final ImagePlus crop = image(SCENE + OVAL + maps.replace("=3,5", "=3,5 crop"));
    assertThat(part.getWidth()).isEqualTo(60).isEqualTo(crop.getWidth());
    assertThat(part.getHeight()).isEqualTo(70);
    assertThat(part.getCalibration().getX(0)).isEqualTo(37 * 0.5);
    double difference = 0;
    for (int slice = 1; slice <= 2; slice++) {
      for (int y = 0; y < 70; y++) {
        for (int x = 0; x < 60; x++) {
          final float value = part.getStack().getProcessor(slice).getf(x, y);
          assertThat(value)
              .isCloseTo(whole.getStack().getProcessor(slice).getf(37 + x, 51 + y), within(1e-3F));
          difference += Math.abs(value - crop.getStack().getProcessor(slice).getf(x, y));
        }
      }
    }
    assertThat(difference / 8400).isGreaterThan(1e-2);
  }

  @Test
  void theOverlayOfAnOvalIsAnOval() throws IOException {
    final String out =
        printed(
            SCENE
                + OVAL
                + "run('Activation Overlay...', 'unit=mixed4c:3 range=-1-50 opacity=100');"
                + "setBatchMode(true); run('Select None'); run('Duplicate...', 'title=bare');"
                + "run('Remove Overlay'); run('RGB Color');"
                + "selectImage(1); run('Flatten'); rename('flat'); flat = getImageID();"
                + "for (i = 0; i < 4; i++) { x = 37 + (i % 2) * 59; y = 51 + floor(i / 2) * 69;"
                + " selectImage(flat); a = getPixel(x, y); selectImage('bare');"
                + " print('corner ' + (a - getPixel(x, y)) + '.'); }"
                + "selectImage(flat); a = getPixel(67, 86); selectImage('bare');"
                + "print('middle ' + (a - getPixel(67, 86)) + '.');");
    assertThat(out.lines().filter(line -> line.equals("corner 0."))).hasSize(4);
    assertThat(out).contains("middle ").doesNotContain("middle 0.");
  }

  @Test
  void aScaleThatMakesAMapOneValueIsRefused() throws IOException {
    assertThat(run(SCENE + "run('Activation Maps...', 'scale=0.04');").err())
        .contains("has a single unit, so that its map would be one value: give a scale of at");
  }
}
