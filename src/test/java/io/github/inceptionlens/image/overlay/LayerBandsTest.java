package io.github.inceptionlens.image.overlay;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.ImageRoi;
import ij.gui.OvalRoi;
import ij.gui.Overlay;
import ij.gui.Roi;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.display.Luts;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.network.architecture.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Layers of regions that are larger than a band of rows. */
class LayerBandsTest {

  private static final int WIDTH = 1201;
  private static final int HEIGHT = 907;

  @ParameterizedTest
  @EnumSource(Registration.class)
  void rowsThatAreDrawnWhenTheyAreNeededLookAsThoseOfAPlane(final Registration registration) {
    final ImagePlus image = IJ.createImage("plain", "8-bit ramp", WIDTH, HEIGHT, 1);
    image.setRoi(new OvalRoi(3, 5, WIDTH - 8, HEIGHT - 11));
    final ImageInput input = ImageInput.of(image, InputRequest.ownSize());
    final Geometry geometry =
        Geometry.of(
            Training.CAFFE.architecture().layer("mixed4c"),
            input.networkWidth(),
            input.networkHeight());
    final float[] grid = new float[geometry.x().size() * geometry.y().size()];
    final Random random = new Random(5);
    for (int i = 0; i < grid.length; i++) {
      grid[i] = (float) Math.max(0, random.nextGaussian());
    }
    final Registration.Rows rows = registration.rows(geometry, input.placement());
    final LayerValues made = new LayerValues(1, (plane, top, count) -> rows.of(grid, top, count));
    final float[] plane = registration.over(geometry, input.placement()).apply(grid);
    final LayerValues there =
        LayerValues.of(new MapStack(input.region().width, input.region().height, List.of(plane)));
    assertThat(look(image, input, made)).isEqualTo(look(image, input, there));
  }

  @Test
  void bandsAreAllRowsOnceAndSmall() {
    final ImagePlus image = IJ.createImage("plain", "8-bit ramp", WIDTH, HEIGHT, 1);
    final ImageInput input = ImageInput.of(image, InputRequest.ownSize());
    final List<int[]> bands = new ArrayList<>();
    new LayerBands(input, null).each((top, count) -> bands.add(new int[] {top, count}));
    assertThat(bands).hasSizeGreaterThan(3);
    int next = 0;
    for (final int[] band : bands) {
      assertThat(band[0]).isEqualTo(next);
      next += band[1];
    }
    assertThat(next).isEqualTo(HEIGHT);
  }

  @Test
  void theForecastCoversWhatTheElementsTakeAndThePlanesThatAreKept() {
    final ImagePlus image = IJ.createImage("plain", "8-bit ramp", WIDTH, HEIGHT, 1);
    final long pixels = (long) WIDTH * HEIGHT;
    final ImageInput whole = ImageInput.of(image, InputRequest.ownSize());
    final float[] ramp = new float[(int) pixels];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = i % 99;
    }
    final long none = ActivationLayer.bytes(whole, 0);
    assertThat(taken(whole, ramp)).isBetween(3 * pixels, none);
    assertThat(none).isLessThan(4 * pixels + (32 << 20));
    assertThat(ActivationLayer.bytes(whole, 3) - none).isEqualTo(3 * 4 * pixels);
    image.setRoi(10, 20, 200, 100);
    final ImageInput part = ImageInput.of(image, InputRequest.ownSize());
    assertThat(none - ActivationLayer.bytes(part, 0)).isEqualTo(4 * pixels - 8 * 200 * 100);
  }

  private static long taken(final ImageInput input, final float[] values) {
    final LayerValues ramp =
        LayerValues.of(new MapStack(input.region().width, input.region().height, List.of(values)));
    long taken = 0;
    for (final Roi element : layer(input, ramp, "0-99").over(new Overlay()).toArray()) {
      if (element instanceof PaletteElement) {
        taken += (long) element.getBounds().width * element.getBounds().height;
      }
    }
    return taken;
  }

  private static int[] look(
      final ImagePlus image, final ImageInput input, final LayerValues values) {
    final Overlay overlay = layer(input, values, "auto").over(new Overlay());
    assertThat(overlay.get(0)).isInstanceOf(ImageRoi.class);
    final ImagePlus plain = new ImagePlus("plain", image.getProcessor());
    plain.setOverlay(overlay);
    return (int[]) plain.flatten().getProcessor().getPixels();
  }

  private static ActivationLayer layer(
      final ImageInput input, final LayerValues values, final String range) {
    return ActivationLayer.of(
        input,
        values,
        values,
        "mixed4c:1",
        ActivationLayer.Look.of(Luts.inferno(), 60, DisplayRange.parse(range)),
        Provenance.EMPTY);
  }
}
