package io.github.inceptionlens.image.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.Calibration;
import io.github.inceptionlens.core.Provenance;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slices as files are what they were in memory. */
final class StackOnDiskTest {

  private static final int WIDTH = 7;
  private static final int HEIGHT = 5;

  @TempDir private Path folder;

  private static ResultSlice slice(final int seed, final String label) {
    final Random random = new Random(seed);
    final float[] plane = new float[WIDTH * HEIGHT];
    for (int i = 0; i < plane.length; i++) {
      plane[i] = (float) random.nextGaussian();
    }
    plane[3] = Float.NaN;
    plane[4] = Float.MIN_VALUE;
    final Calibration calibration = new Calibration();
    calibration.pixelWidth = 0.25;
    calibration.pixelHeight = 0.5;
    calibration.setUnit("mm");
    calibration.xOrigin = 3.5;
    return new ResultSlice(
        WIDTH, HEIGHT, label, plane, calibration, Provenance.EMPTY.with("macro", "run(\"A, b\");"));
  }

  private StackOnDisk stack(final int slices) throws IOException {
    final StackOnDisk stack = new StackOnDisk(WIDTH, HEIGHT, folder);
    for (int i = 0; i < slices; i++) {
      StackOnDisk.write(slice(i, "mixed4c:" + i), folder.resolve("s-" + i + ".tif"));
      stack.add("s-" + i + ".tif", "mixed4c:" + i);
    }
    return stack;
  }

  @Test
  void slicesHaveTheirValuesToTheBitAndTheirLabels() throws IOException {
    final StackOnDisk stack = stack(3);
    assertThat(stack.isVirtual()).isTrue();
    assertThat(stack.getBitDepth()).isEqualTo(32);
    for (int i = 0; i < 3; i++) {
      assertThat((float[]) stack.getPixels(i + 1)).containsExactly(slice(i, "").plane());
      assertThat(stack.getSliceLabel(i + 1)).isEqualTo("mixed4c:" + i);
    }
  }

  @Test
  void labelsStayWithTheirSlices() throws IOException {
    final StackOnDisk stack = stack(5);
    stack.deleteSlice(2);
    stack.setSliceLabel("named", 1);
    assertThat(stack.size()).isEqualTo(4);
    assertThat(stack.getSliceLabel(1)).isEqualTo("named");
    assertThat(stack.getSliceLabel(2)).isEqualTo("mixed4c:2");
    assertThat((float[]) stack.getPixels(2)).containsExactly(slice(2, "").plane());
    stack.reduce(2);
    assertThat(stack.getSliceLabel(2)).isEqualTo("mixed4c:3");
  }

  @Test
  void aFileIsAnImageOfItsOwn() throws IOException {
    stack(1);
    final ImagePlus opened = IJ.openImage(folder.resolve("s-0.tif").toString());
    assertThat((float[]) opened.getProcessor().getPixels()).containsExactly(slice(0, "").plane());
    assertThat(opened.getStack().getSliceLabel(1)).isEqualTo("mixed4c:0");
    assertThat(opened.getProp("InceptionLens.macro")).isEqualTo("run(\"A, b\");");
    assertThat(opened.getCalibration().pixelWidth).isEqualTo(0.25);
    assertThat(opened.getCalibration().pixelHeight).isEqualTo(0.5);
    assertThat(opened.getCalibration().getUnit()).isEqualTo("mm");
    assertThat(opened.getCalibration().xOrigin).isEqualTo(3.5);
  }

  @Test
  void noFileIsWrittenOver() throws IOException {
    stack(1);
    assertThatThrownBy(() -> StackOnDisk.write(slice(9, "other"), folder.resolve("s-0.tif")))
        .isInstanceOf(FileAlreadyExistsException.class);
    final ImagePlus there = IJ.openImage(folder.resolve("s-0.tif").toString());
    assertThat((float[]) there.getProcessor().getPixels()).containsExactly(slice(0, "").plane());
  }
}
