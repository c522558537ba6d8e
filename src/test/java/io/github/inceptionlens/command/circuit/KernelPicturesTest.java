package io.github.inceptionlens.command.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import io.github.inceptionlens.circuit.group.WeightGroups;
import io.github.inceptionlens.circuit.weight.KernelEnd;
import io.github.inceptionlens.circuit.weight.KernelSpan;
import io.github.inceptionlens.circuit.weight.UnitKernels;
import io.github.inceptionlens.circuit.weight.UnitWeights;
import io.github.inceptionlens.circuit.weight.WeightKernel;
import io.github.inceptionlens.command.unit.IconSheet;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.PlantedCircuit;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is drawn of planted kernels. */
final class KernelPicturesTest {

  private static final Provenance MADE = Provenance.EMPTY.with("macro", "none");
  private static final int BLUE = 0x0571b0;
  private static final int RED = 0xca0020;

  private static List<UnitKernels> planted() {
    try (InceptionV1 network = PlantedCircuit.network()) {
      return UnitWeights.expanded(
              network,
              KernelEnd.all(network.architecture(), "conv2d0"),
              KernelEnd.all(network.architecture(), "conv2d1"))
          .all(Progress.NONE);
    }
  }

  private static int at(final ImageProcessor picture, final int x, final int y) {
    return picture.getPixel(x, y) & 0xffffff;
  }

  @Test
  void oneScaleSymmetricAroundZeroServesAllKernels() {
    final List<UnitKernels> units = planted();
    final KernelStack stack = new KernelStack(6, 6, units.get(0).span());
    units.forEach(stack::add);
    final ImagePlus image = stack.image("weights", MADE);
    assertThat(stack.largest()).isEqualTo(1);
    assertThat(new int[] {image.getNChannels(), image.getNSlices(), image.getWidth()})
        .containsExactly(6, 6, 5);
    assertThat(image.getDisplayRangeMin()).isEqualTo(-1);
    assertThat(image.getDisplayRangeMax()).isEqualTo(1);
    image.setPosition(1, 1, 1);
    assertThat(image.getProcessor().getPixelValue(4, 2)).isEqualTo(PlantedCircuit.WEIGHT);
    assertThat(image.getProcessor().getPixelValue(0, 2)).isEqualTo(-PlantedCircuit.WEIGHT);
  }

  @Test
  void whatDoesNotFitIntoTheMemoryIsRefusedBeforeItIsComputed() {
    assertThatThrownBy(() -> new KernelStack(100_000, 100_000, new KernelSpan(-2, 5, 1)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("10,000,000,000 kernels of 5 x 5 weights")
        .hasMessageContaining("give fewer units");
  }

  @Test
  void theMontageShowsBothEndsAndTheKernelUnflipped() {
    final List<WeightKernel> line = planted().get(PlantedCircuit.LINE.channel()).strongest(2);
    final ColorProcessor green = new ColorProcessor(8, 8);
    green.setColor(Color.GREEN);
    green.fill();
    final KernelMontage montage =
        new KernelMontage(
            Unit::toString, Map.of(PlantedCircuit.EDGE, green), PlantedCircuit.WEIGHT);
    final ImagePlus image = montage.image("montage", List.of(line), MADE);
    final ImageProcessor pixels = image.getProcessor();
    final int tile = image.getWidth() / 3;
    assertThat(at(pixels, tile + 52, 52)).isEqualTo(0x00ff00);
    assertThat(at(pixels, tile + 4 + 86, 102 + 48)).isEqualTo(RED);
    assertThat(at(pixels, tile + 4 + 10, 102 + 48)).isEqualTo(BLUE);
  }

  @Test
  void manyUnitsStandOnPages() {
    final List<List<WeightKernel>> rows = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      planted().forEach(unit -> rows.add(unit.strongest(2)));
    }
    final ImagePlus image =
        new KernelMontage(Unit::toString, Map.of(), 1).image("montage", rows, MADE);
    assertThat(image.getStackSize()).isEqualTo(3);
    assertThat(image.getStack().getSliceLabel(1)).isEqualTo("conv2d1:0 to conv2d1:1");
  }

  @Test
  void whatExcitesIsLeftAndWhatInhibitsRight() {
    final List<UnitKernels> line = List.of(planted().get(PlantedCircuit.LINE.channel()));
    final WeightGroups groups = WeightGroups.of(line, 1, 0, Progress.NONE);
    final ImageProcessor picture = new GroupColoring(groups).image("colors", MADE).getProcessor();
    final int right = 248;
    assertThat(at(picture, 230, 120)).isNotZero();
    assertThat(at(picture, 10, 120)).isZero();
    assertThat(at(picture, right + 10, 120)).isEqualTo(at(picture, 230, 120));
    assertThat(at(picture, right + 230, 120)).isZero();
  }

  @Test
  void iconsThatAreNotThereAreSaid() {
    try (InceptionV1 network = PlantedCircuit.network()) {
      final IconSheet icons = new IconSheet(network);
      icons.find(
          List.of(PlantedCircuit.LINE, new Unit("input", 1), PlantedCircuit.EDGE),
          0,
          Progress.NONE);
      assertThat(icons.icons()).containsOnlyKeys(new Unit("input", 1));
      assertThat(icons.notes())
          .singleElement()
          .satisfies(note -> assertThat(note).contains("2 of 2 icons are missing"));
    }
  }
}
