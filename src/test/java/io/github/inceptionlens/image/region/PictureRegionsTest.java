package io.github.inceptionlens.image.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import ij.io.FileSaver;
import ij.io.RoiEncoder;
import ij.measure.Measurements;
import ij.plugin.filter.ThresholdToSelection;
import ij.process.ByteProcessor;
import ij.process.ImageProcessor;
import ij.process.ImageStatistics;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.MeasuredRegion;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.image.input.ImageInput;
import java.awt.Rectangle;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Regions have the places and areas that ImageJ's own Measure gives, and hold the same pixels. */
final class PictureRegionsTest {

  private static final Layer LAYER = new Layer("l", 1, List.of());

  @TempDir private Path folder;

  private static ImagePlus image() {
    final ImagePlus image = IJ.createImage("ramp", "8-bit ramp", 70, 50, 3);
    image.getCalibration().pixelWidth = 0.5;
    image.getCalibration().pixelHeight = 0.25;
    image.getCalibration().xOrigin = 7;
    image.getCalibration().yOrigin = -3;
    image.getCalibration().setUnit("um");
    return image;
  }

  static Stream<Roi> areas() {
    final Random random = new Random(3);
    final List<Roi> random100 =
        IntStream.range(0, 40)
            .<Roi>mapToObj(
                i -> {
                  final float[] x = new float[7];
                  final float[] y = new float[7];
                  for (int k = 0; k < x.length; k++) {
                    x[k] = random.nextFloat() * 90 - 10;
                    y[k] = random.nextFloat() * 70 - 10;
                  }
                  return new PolygonRoi(x, y, Roi.POLYGON);
                })
            .toList();
    return Stream.concat(
        random100.stream(),
        Stream.of(
            new Roi(3, 4, 20, 11),
            new Roi(-5, -5, 20, 11),
            new Roi(60, 40, 30, 30),
            new Roi(8, 9, 1, 1),
            new OvalRoi(10, 5, 33, 21),
            new OvalRoi(50, 30, 40, 40),
            new ShapeRoi(new Roi(2, 2, 30, 30)).not(new ShapeRoi(new OvalRoi(8, 8, 12, 12)))));
  }

  private static ImageStatistics measured(final ImagePlus image, final Roi area) {
    final ImagePlus copy = image.duplicate();
    copy.setRoi(area);
    return copy.getStatistics(Measurements.AREA | Measurements.CENTROID);
  }

  private List<MeasuredRegion> regions(
      final PictureRegions regions, final ImagePlus image, final int frame) {
    final ImageInput input = regions.see("ramp", image, UserImages.SLICES);
    return regions.of(new InputPicture(null, null, input, frame));
  }

  private static void same(final MeasuredRegion region, final ImageStatistics expected) {
    assertThat(region.area()).isCloseTo(expected.area, within(1e-9));
    assertThat(region.x()).isCloseTo(expected.xCentroid, within(1e-9));
    assertThat(region.y()).isCloseTo(expected.yCentroid, within(1e-9));
  }

  @ParameterizedTest
  @MethodSource("areas")
  void savedRoisAndSelectionsAreMeasuredAsImageJDoes(final Roi area) throws Exception {
    final Path file = folder.resolve("cell 1.roi");
    RoiEncoder.save(area, file.toString());
    final ImagePlus image = image();
    final MeasuredRegion region =
        regions(PictureRegions.named(file.toString(), null, LAYER), image, 0).get(0);
    assertThat(region.name()).isEqualTo("cell 1");
    same(region, measured(image, area));
    holdsTheSame(region.view().orElseThrow(), image, area);
    image.setRoi(area);
    final MeasuredRegion selected =
        regions(PictureRegions.named("selection", image, LAYER), image, 2).get(0);
    same(selected, measured(image, area));
    assertThat(selected.name()).startsWith(area.getTypeAsString());
    final Rectangle part = area.getBounds().intersection(new Rectangle(70, 50));
    holdsTheSame(selected.view().orElseThrow(), image, area, part.x, part.y);
  }

  /** Each pixel of the image, seen from the region's own corner. */
  private static void holdsTheSame(final View view, final ImagePlus image, final Roi area) {
    final int left = (int) Math.round(view.placement().networkX(0));
    final int top = (int) Math.round(view.placement().networkY(0));
    holdsTheSame(view, image, area, left, top);
  }

  private static void holdsTheSame(
      final View view, final ImagePlus image, final Roi area, final int left, final int top) {
    final ImageProcessor mask = new ByteProcessor(image.getWidth(), image.getHeight());
    mask.setValue(255);
    mask.fill(area);
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        assertThat(view.contains(x - left, y - top)).isEqualTo(mask.get(x, y) != 0);
      }
    }
  }

  @Test
  void everyValueOfALabelImageIsARegionSliceBySlice() {
    final ImagePlus image = image();
    final ImagePlus labels = IJ.createImage("labels", "16-bit black", 70, 50, 3);
    final List<Roi> areas = areas().limit(6).toList();
    for (int i = 0; i < areas.size(); i++) {
      final ImageProcessor slice = labels.getStack().getProcessor(i % 3 + 1);
      slice.setValue(10 * (i + 1));
      slice.fill(areas.get(i));
    }
    final PictureRegions regions = new LabelRegions(new LabelImages.Single(labels));
    for (int frame = 0; frame < 3; frame++) {
      final ImageProcessor slice = labels.getStack().getProcessor(frame + 1);
      final List<MeasuredRegion> found = regions(regions, image, frame);
      assertThat(found)
          .extracting(MeasuredRegion::name)
          .containsExactly(
              IntStream.range(1, 100)
                  .filter(value -> IntStream.range(0, 3500).anyMatch(i -> slice.get(i) == value))
                  .mapToObj(String::valueOf)
                  .toArray(String[]::new));
      for (final MeasuredRegion region : found) {
        final int value = Integer.parseInt(region.name());
        slice.setThreshold(value, value, ImageProcessor.NO_LUT_UPDATE);
        final Roi area = new ThresholdToSelection().convert(slice);
        same(region, measured(image, area));
        holdsTheSame(region.view().orElseThrow(), image, area);
      }
    }
  }

  @Test
  void anAreaThatLiesOutsideHasARowWithoutValues() throws Exception {
    final Path file = folder.resolve("far.roi");
    RoiEncoder.save(new Roi(200, 200, 5, 5), file.toString());
    final MeasuredRegion region =
        regions(PictureRegions.named(file.toString(), null, LAYER), image(), 0).get(0);
    assertThat(region)
        .isEqualTo(new MeasuredRegion("far", Double.NaN, Double.NaN, 0, Optional.empty()));
  }

  @Test
  void areasWithAPositionLieOnTheirSliceAlone() throws Exception {
    final Path file = folder.resolve("RoiSet.zip");
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < 2; i++) {
        final Roi area = new Roi(5, 5, 9, 9);
        area.setPosition(i == 0 ? 0 : 2);
        zip.putNextEntry(new ZipEntry(i == 0 ? "all.roi" : "second.roi"));
        zip.write(RoiEncoder.saveAsByteArray(area));
      }
    }
    final PictureRegions regions = PictureRegions.named(file.toString(), null, LAYER);
    assertThat(regions(regions, image(), 0))
        .extracting(MeasuredRegion::name)
        .containsExactly("all");
    assertThat(regions(regions, image(), 1))
        .extracting(MeasuredRegion::name)
        .containsExactly("all", "second");
  }

  @Test
  void labelImagesOfAFolderHaveTheNamesOfTheImages() {
    final ImagePlus labels = IJ.createImage("l", "8-bit black", 70, 50, 1);
    for (final String name : List.of("a.tif", "b_cp_masks.png", "c.png", "c_masks.tif")) {
      final String path = folder.resolve(name).toString();
      final FileSaver saver = new FileSaver(labels);
      assertThat(name.endsWith("tif") ? saver.saveAsTiff(path) : saver.saveAsPng(path)).isTrue();
    }
    final LabelImages all = LabelImages.named(folder.toString(), null);
    assertThat(Stream.of("a.tif", "b.tif", "c.tif").map(all::of).map(ImagePlus::getTitle))
        .containsExactly("a.tif", "b_cp_masks.png", "c.png");
    assertThatThrownBy(() -> all.of("sub/a.tif"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("it has no label image: neither ");
  }

  @Test
  void labelImagesOfAnotherSizeOrKindAreRefused() {
    assertThat(refusal(IJ.createImage("l", "8-bit black", 71, 50, 1)))
        .isEqualTo("the label image \"l\" is 71 x 50 pixels, but \"ramp\" 70 x 50");
    assertThat(refusal(IJ.createImage("l", "8-bit black", 70, 50, 2)))
        .isEqualTo("the label image \"l\" has 2 slices, but \"ramp\" 3");
    assertThat(refusal(IJ.createImage("l", "RGB black", 70, 50, 1)))
        .startsWith("the label image \"l\" is RGB, expected one number per pixel");
  }

  private String refusal(final ImagePlus labels) {
    final PictureRegions regions = new LabelRegions(new LabelImages.Single(labels));
    try {
      regions.see("ramp", image(), UserImages.SLICES);
      return "";
    } catch (final UserError e) {
      return e.getMessage();
    }
  }

  @Test
  void whatIsNoRegionIsTold() throws Exception {
    final Path broken = Files.write(folder.resolve("broken.roi"), new byte[] {1, 2, 3});
    assertThatThrownBy(() -> PictureRegions.named(broken.toString(), null, LAYER))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("cannot be read");
    assertThatThrownBy(() -> PictureRegions.named("nothing", null, LAYER))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(
            "regions is \"nothing\", expected manager, selection, overlay, a file of");
  }
}
