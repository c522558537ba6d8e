package io.github.inceptionlens.command.atlas.link;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import io.github.inceptionlens.atlas.projection.CellSelection;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.result.LabelResult;
import java.awt.Color;
import java.awt.Rectangle;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where cells are on an image of which a part was projected. */
final class LinkedImageTest {

  private static final Rectangle REGION = new Rectangle(10, 20, 8, 6);

  private final ImagePlus image;
  private final ImagePlus labels;
  private final LinkedImage linked;

  LinkedImageTest() {
    image = IJ.createHyperStack("mine", 64, 48, 1, 3, 2, 8);
    image.setRoi(REGION);
    final ImageInput input = ImageInput.of(image, UserImages.SLICES);
    image.deleteRoi();
    final LabelResult result = new LabelResult(input);
    for (int frame = 0; frame < 6; frame++) {
      result.put(frame, numbers(frame));
    }
    labels = result.image("Cells", 9, number -> Color.RED, Provenance.EMPTY);
    linked = new LinkedImage(image, input, labels);
  }

  /** Rows of different numbers, the first of which is the frame's. */
  private static int[] numbers(final int frame) {
    return IntStream.range(0, REGION.width * REGION.height)
        .map(i -> (i / REGION.width + frame) % 6 + 1)
        .toArray();
  }

  @Test
  void aPixelOfTheImageAndOfTheLabelsIsInTheSameCell() {
    image.setPosition(1, 2, 2);
    assertThat(linked.frame(image)).isEqualTo(OptionalInt.of(4));
    labels.setPosition(1, 2, 2);
    assertThat(linked.frame(labels)).isEqualTo(OptionalInt.of(4));
    for (int row = 0; row < REGION.height; row++) {
      final int expected = (row + 4) % 6 + 1;
      assertThat(linked.number(image, 13, 20 + row)).isEqualTo(expected);
      assertThat(linked.number(labels, 3, row)).isEqualTo(expected);
    }
    assertThat(linked.number(image, 9, 22)).isZero();
    assertThat(linked.number(image, 18, 22)).isZero();
    assertThat(linked.number(labels, 3, -1)).isZero();
  }

  @Test
  void placesLieWhereTheirPixelsAreOnTheirSliceAlone() {
    final Roi area = linked.area(4, CellSelection.of(IntStream.of(5, 6))).orElseThrow();
    final Roi onImage = linked.on(image, 4, area);
    assertThat(onImage.getBounds()).isEqualTo(new Rectangle(10, 20, 8, 2));
    assertThat(onImage.getZPosition()).isEqualTo(2);
    assertThat(onImage.getTPosition()).isEqualTo(2);
    final Roi onLabels = linked.on(labels, 4, area);
    assertThat(onLabels.getBounds()).isEqualTo(new Rectangle(0, 0, 8, 2));
    assertThat(onLabels.getZPosition()).isEqualTo(2);
    assertThat(onLabels.getTPosition()).isEqualTo(2);
    assertThat(linked.area(4, CellSelection.of(IntStream.of(9)))).isEmpty();
  }

  @Test
  void anImageThatGetsAnotherSizeIsNotLinkedAnyMore() {
    assertThat(linked.isWhole()).isTrue();
    labels.setRoi(0, 0, 4, 4);
    labels.setStack(labels.crop("stack").getStack());
    assertThat(linked.isWhole()).isFalse();
  }
}
