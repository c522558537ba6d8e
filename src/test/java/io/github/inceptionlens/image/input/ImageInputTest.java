package io.github.inceptionlens.image.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import ij.VirtualStack;
import ij.gui.EllipseRoi;
import ij.gui.Line;
import ij.gui.OvalRoi;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import io.github.inceptionlens.Needs;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.image.Samples;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.network.architecture.Training;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageInputTest {

  @ParameterizedTest
  @EnumSource(Fit.class)
  void photographOf224PixelsReachesTheNetworkBitForBit(final Fit fit) throws IOException {
    final File file = Needs.shared("images/cat-224.png").toFile();
    final BufferedImage photograph = ImageIO.read(file);
    final ImagePlus image = IJ.openImage(file.getPath());
    final ImageInput input =
        ImageInput.of(image, new InputRequest(fit, 1, DisplayRange.AUTO, false));
    final float[] green = Samples.plane(input.frames().get(0), 1);
    for (int i = 0; i < green.length; i++) {
      assertThat(green[i]).isEqualTo(photograph.getRGB(i % 224, i / 224) >> 8 & 0xff);
    }
    assertThat(input.placement()).isEqualTo(Placement.identity(224, 224));
  }

  @Test
  void noImageIsRefused() {
    for (final ImagePlus image : new ImagePlus[] {null, new ImagePlus()}) {
      assertThatThrownBy(() -> ImageInput.of(image, InputRequest.ownSize()))
          .isInstanceOf(UserError.class)
          .hasMessage("there is no image: open one first");
    }
  }

  @ParameterizedTest
  @EnumSource(Fit.class)
  void onePixelIsAnImage(final Fit fit) {
    final ImagePlus image = new ImagePlus("", new ByteProcessor(1, 1, new byte[] {77}));
    final ImageInput input =
        ImageInput.of(image, new InputRequest(fit, 1, DisplayRange.AUTO, false));
    final float[] plane = Samples.plane(input.frames().get(0), 0);
    assertThat(plane).hasSize(input.networkWidth() * input.networkHeight()).containsOnly(77);
  }

  @Test
  void selectionCropsByItsBoundsWithinTheImage() {
    final ImagePlus image = Samples.image(8);
    image.setRoi(new Roi(25, -3, 40, 10));
    final ImageInput input = ImageInput.of(image, InputRequest.ownSize());
    assertThat(input.region()).isEqualTo(new Rectangle(25, 0, 6, 7));
    final float[] plane = Samples.plane(input.frames().get(0), 0);
    assertThat(plane).hasSize(42);
    assertThat(plane[6 * 6 + 5]).isEqualTo(image.getProcessor().getf(30, 6));
    assertThat(input.provenance().entries())
        .containsEntry("region", "6 x 7 pixels at (25, 0)")
        .containsEntry("picture", "6 x 7 pixels");
  }

  @Test
  void maskOfASelectionIsInRegionCoordinates() {
    final ImagePlus image = Samples.image(8);
    final Roi oval = new OvalRoi(-4, 5, 12, 9);
    image.setRoi(oval);
    final ImageInput input = ImageInput.of(image, InputRequest.ownSize());
    assertThat(input.isRectangle()).isFalse();
    for (int y = 0; y < 9; y++) {
      for (int x = 0; x < 8; x++) {
        assertThat(input.contains(x, y)).isEqualTo(oval.contains(x, y + 5));
      }
    }
    assertThat(input.contains(8, 4)).isFalse();
    assertThat(input.contains(-1, 4)).isFalse();
  }

  @Test
  void withoutASelectionEveryPixelCounts() {
    final ImageInput input = ImageInput.of(Samples.image(8), InputRequest.ownSize());
    assertThat(input.isRectangle()).isTrue();
    assertThat(input.contains(0, 0)).isTrue();
    assertThat(input.contains(Samples.WIDTH - 1, Samples.HEIGHT - 1)).isTrue();
    assertThat(input.contains(Samples.WIDTH, 0)).isFalse();
  }

  @Test
  void selectionWithoutAreaIsRefused() {
    for (final Roi roi :
        List.of(new Line(1, 1, 9, 9), new PointRoi(3, 3), new Roi(100, 100, 5, 5))) {
      final ImagePlus image = Samples.image(8);
      image.setRoi(roi);
      assertThatThrownBy(() -> ImageInput.of(image, InputRequest.ownSize()))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("the selection on \"noise8.tif\"")
          .hasMessageContaining("Select None");
    }
  }

  @Test
  void notANumberIsRefusedByName() {
    final FloatProcessor values = (FloatProcessor) Samples.noise(32, 1);
    values.setf(7, 4, Float.NaN);
    final ImagePlus image = new ImagePlus("gaps.tif", values);
    image.setRoi(new Roi(5, 2, 10, 10));
    assertThatThrownBy(() -> Samples.frame(image).picture())
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith(
            "\"gaps.tif\" has the value NaN at pixel (7, 4) of slice 1: remove");
    image.setRoi(new Roi(8, 2, 10, 10));
    assertThat(Samples.plane(Samples.frame(image), 0)).hasSize(100);
  }

  @Test
  void infinityIsRefusedByNameInMergedChannelsToo() {
    final ImagePlus image = Samples.composite(32, 3, 1, 2);
    image.getStack().getProcessor(5).setf(0, 1, Float.NEGATIVE_INFINITY);
    final ImageInput input =
        ImageInput.of(image, new InputRequest(Fit.OWN_SIZE, 1, DisplayRange.AUTO, true));
    assertThat(input.frames().get(0).picture()).isNotNull();
    assertThatThrownBy(() -> input.frames().get(1).picture())
        .isInstanceOf(UserError.class)
        .hasMessageContaining("the value -Infinity at pixel (0, 1) of slice 5");
  }

  @Test
  void currentSliceAloneIsAnalyzedUnlessAllAreWanted() {
    final ImagePlus image = Samples.stack(8, 4);
    image.getStack().setSliceLabel("third.tif\nwith more", 3);
    image.setSlice(3);
    final List<Frame> current = ImageInput.of(image, InputRequest.ownSize()).frames();
    assertThat(current)
        .singleElement()
        .extracting(Frame::slice, Frame::label)
        .containsExactly(3, "third");
    final ImageInput all =
        ImageInput.of(image, new InputRequest(Fit.OWN_SIZE, 1, DisplayRange.AUTO, true));
    assertThat(all.frames()).extracting(Frame::slice).containsExactly(1, 2, 3, 4);
    assertThat(all.frames()).extracting(Frame::label).containsExactly("1", "2", "third", "4");
    assertThat(all.provenance().entries()).containsEntry("slices", "1 to 4, depths 4, times 1");
  }

  @ParameterizedTest
  @CsvSource({"true, z:2/3 t:2/2", "false, c:2/4 z:2/3 t:2/2"})
  void allDepthsAndTimesOfTheChannelAreAnalyzed(final boolean merged, final String label) {
    final ImagePlus image = merged ? Samples.composite(8, 4, 3, 2) : Samples.hyperstack(8, 4, 3, 2);
    image.setPosition(2, 1, 2);
    final List<Frame> frames =
        ImageInput.of(image, new InputRequest(Fit.OWN_SIZE, 1, DisplayRange.AUTO, true)).frames();
    assertThat(frames).extracting(Frame::c).containsOnly(2);
    assertThat(frames).extracting(Frame::z).containsExactly(1, 2, 3, 1, 2, 3);
    assertThat(frames).extracting(Frame::t).containsExactly(1, 1, 1, 2, 2, 2);
    assertThat(frames).extracting(Frame::slice).containsExactly(2, 6, 10, 14, 18, 22);
    assertThat(frames.get(4).label()).isEqualTo(label);
    image.setPosition(2, 2, 2);
    final int[] expected = merged ? Samples.shown(image) : gray(image, 18);
    assertThat(Samples.packed(frames.get(4))).isEqualTo(expected);
  }

  @Test
  void virtualStackIsReadWithoutTouchingItsProcessors() {
    final Remembering stack = new Remembering();
    final ImagePlus image = new ImagePlus("virtual", stack);
    image.setSlice(2);
    image.setRoi(new Roi(3, 4, 5, 6));
    final Rectangle before = stack.pages[2].getRoi();
    final ImageInput input =
        ImageInput.of(image, new InputRequest(Fit.OWN_SIZE, 1, DisplayRange.AUTO, true));
    assertThat(Samples.plane(input.frames().get(2), 0)[0]).isEqualTo(stack.pages[2].getf(3, 4));
    assertThat(stack.pages[2].getRoi()).isEqualTo(before);
    assertThat(image.getCurrentSlice()).isEqualTo(2);
  }

  @Test
  void unreadableSliceIsRefused() {
    final Remembering stack = new Remembering();
    final ImagePlus image = new ImagePlus("virtual", stack);
    final Frame frame = Samples.frame(image);
    stack.pages[0] = null;
    assertThatThrownBy(frame::picture)
        .isInstanceOf(UserError.class)
        .hasMessage("slice 1 of \"virtual\" cannot be read: open the image again");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1.6})
  void scaledPictureStaysRegistered(final double scale) {
    final FloatProcessor ramp = new FloatProcessor(60, 40);
    for (int i = 0; i < 2400; i++) {
      ramp.setf(i, i % 60 + 0.5F);
    }
    final ImagePlus image = new ImagePlus("ramp", ramp);
    final ImageInput input =
        ImageInput.of(image, new InputRequest(Fit.OWN_SIZE, scale, DisplayRange.of(0, 255), false));
    final float[] plane = Samples.plane(input.frames().get(0), 0);
    assertThat(input.networkWidth()).isEqualTo((int) (60 * scale));
    for (int x = 2; x < input.networkWidth() - 2; x++) {
      final double expected = input.placement().regionX(x) + 0.5;
      assertThat(plane[x]).isCloseTo((float) expected, within(1e-3F));
    }
  }

  @Test
  void centerCropCutsTheLongSideInTheMiddle() {
    final ImagePlus image = new ImagePlus("wide", new ByteProcessor(448, 224));
    image.getProcessor().set(112, 0, 200);
    final ImageInput input =
        ImageInput.of(image, new InputRequest(Fit.CENTER_CROP, 1, DisplayRange.AUTO, false));
    assertThat(Samples.plane(input.frames().get(0), 0)[0]).isEqualTo(200);
    assertThat(input.placement().networkX(112)).isZero();
  }

  @Test
  void ellipseAcrossTheBorderHasAMaskForEveryPixel() {
    final ImagePlus image = Samples.image(8);
    image.setRoi(new EllipseRoi(-5, -5, 20, 20, 0.5));
    final ImageInput input = ImageInput.of(image, InputRequest.ownSize());
    int inside = 0;
    for (int y = 0; y < input.region().height; y++) {
      for (int x = 0; x < input.region().width; x++) {
        inside += input.contains(x, y) ? 1 : 0;
      }
    }
    assertThat(inside).isBetween(1, input.region().width * input.region().height - 1);
  }

  private static int[] gray(final ImagePlus image, final int slice) {
    return (int[]) image.getStack().getProcessor(slice).convertToRGB().getPixels();
  }

  /** A virtual stack that hands out the same processors again and again. */
  private static final class Remembering extends VirtualStack {
    private final ImageProcessor[] pages = {
      Samples.noise(8, 1), Samples.noise(8, 2), Samples.noise(8, 3)
    };

    Remembering() {
      super(Samples.WIDTH, Samples.HEIGHT, null, null);
    }

    @Override
    public ImageProcessor getProcessor(final int n) {
      return pages[n - 1];
    }

    @Override
    public Object getPixels(final int n) {
      return pages[n - 1].getPixels();
    }

    @Override
    public int size() {
      return 3;
    }

    @Override
    public int getSize() {
      return 3;
    }

    @Override
    public String getSliceLabel(final int n) {
      return null;
    }

    @Override
    public int getBitDepth() {
      return 8;
    }
  }

  @Test
  void aScaleThatLeavesNothingToSeeIsRefused() {
    final ImagePlus image = IJ.createImage("a", "8-bit ramp", 256, 300, 1);
    final InputRequest tiny = new InputRequest(Fit.OWN_SIZE, 1e-6, DisplayRange.AUTO, false);
    assertThatThrownBy(() -> ImageInput.of(image, tiny))
        .hasMessageContaining("scale is 1.0E-6, which leaves next to nothing of 256 x 300 pixels")
        .hasMessageContaining("a scale of at least 0.032");
  }

  @Test
  void aScaleThatLeavesALayerOneUnitIsRefusedAndTheNamedOneServes() {
    final ImagePlus image = IJ.createImage("a", "8-bit ramp", 256, 300, 1);
    final Layer layer = Training.CAFFE.architecture().layer("mixed4c");
    final String scale = message(image, layer, 0.03125).replaceAll(".* at least ", "");
    final ImageInput served = shrunk(image, Double.parseDouble(scale));
    served.requireContrast(layer);
    final Geometry geometry = Geometry.of(layer, served.networkWidth(), served.networkHeight());
    assertThat(geometry.x().size() * geometry.y().size()).isBetween(2, 4);
    assertThat(message(image, layer, Double.parseDouble(scale) * 0.9)).endsWith(scale);
  }

  @Test
  void anImageThatHasOneUnitUnshrunkIsNotRefused() {
    final ImagePlus image = IJ.createImage("a", "8-bit ramp", 14, 14, 1);
    shrunk(image, 0.7).requireContrast(Training.CAFFE.architecture().layer("mixed4c"));
  }

  private static ImageInput shrunk(final ImagePlus image, final double scale) {
    return ImageInput.of(image, new InputRequest(Fit.OWN_SIZE, scale, DisplayRange.AUTO, false));
  }

  private static String message(final ImagePlus image, final Layer layer, final double scale) {
    return catchThrowableOfType(UserError.class, () -> shrunk(image, scale).requireContrast(layer))
        .getMessage();
  }
}
