package io.github.inceptionlens.image;

import static org.assertj.core.api.Assertions.assertThat;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.Calibration;
import ij.process.LUT;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.Frame;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UntouchedTest {

  static Stream<ImagePlus> images() {
    final ImagePlus colored = Samples.image(16);
    colored.setLut(LUT.createLutFromColor(Color.ORANGE));
    colored.setDisplayRange(7, 2222);
    final ImagePlus narrow = Samples.image(8);
    narrow.setDisplayRange(30, 90);
    final ImagePlus stack = Samples.stack(32, 5);
    stack.setSlice(4);
    stack.setDisplayRange(-0.5, 1.5);
    final CompositeImage composite = Samples.composite(16, 4, 2, 3);
    composite.setActiveChannels("1011");
    composite.setPosition(3, 2, 2);
    final CompositeImage grayscale = Samples.composite(8, 3, 1, 2);
    grayscale.setMode(IJ.GRAYSCALE);
    grayscale.setPosition(2, 1, 2);
    return Stream.of(colored, narrow, stack, composite, grayscale, Samples.image(24));
  }

  @ParameterizedTest
  @MethodSource("images")
  void readingChangesNothing(final ImagePlus image) {
    image.setRoi(new OvalRoi(3, 4, 15, 12));
    image.setOverlay(new Overlay(new Roi(1, 1, 5, 5)));
    final Calibration calibration = new Calibration(image);
    calibration.pixelWidth = 0.25;
    calibration.xOrigin = 3;
    calibration.setUnit("um");
    image.setCalibration(calibration);
    image.changes = false;
    final List<Object> before = state(image);
    read(image, "auto");
    read(image, "20-90");
    assertThat(state(image)).usingRecursiveComparison().isEqualTo(before);
  }

  private static void read(final ImagePlus image, final String range) {
    final InputRequest request =
        new InputRequest(Fit.CENTER_CROP, 1, DisplayRange.parse(range), true);
    ImageInput.of(image, request).frames().forEach(Frame::picture);
  }

  private static List<Object> state(final ImagePlus image) {
    final List<Object> state = new ArrayList<>();
    state.add(image.getTitle());
    state.add(image.getCurrentSlice());
    state.add(List.of(image.getC(), image.getZ(), image.getT()));
    state.add(Arrays.asList(image.getNChannels(), image.getNSlices(), image.getNFrames()));
    state.add(System.identityHashCode(image.getRoi()));
    state.add(image.getRoi().getBounds());
    state.add(System.identityHashCode(image.getOverlay()));
    state.add(image.getDisplayRangeMin());
    state.add(image.getDisplayRangeMax());
    state.add(image.getDisplayMode());
    for (final LUT table : image.getLuts()) {
      state.add(table.getBytes());
      state.add(table.min + " " + table.max);
    }
    if (image instanceof CompositeImage composite) {
      state.add(composite.getActiveChannels().clone());
    }
    state.add(image.getCalibration().toString());
    state.add(image.changes);
    state.add(image.isLocked());
    state.add(image.getWindow() == null);
    state.add(Arrays.toString(image.getPropertiesAsArray()));
    state.add(image.getProcessor().getRoi());
    state.add(image.getProcessor().getMin() + " " + image.getProcessor().getMax());
    for (int i = 1; i <= image.getStackSize(); i++) {
      state.add(image.getStack().getProcessor(i).duplicate().getPixels());
    }
    state.add(Samples.shown(image));
    return state;
  }
}
