package io.github.inceptionlens.command.edit;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import io.github.inceptionlens.command.CommandTrial;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Maps of an ablation that are stopped. */
final class AblateUnitsCommandTest extends CommandTrial {

  @TempDir private Path folder;

  AblateUnitsCommandTest() {
    super(AblateUnitsCommand.class);
  }

  @Test
  void whatIsFinishedInAFolderStaysWhenTheUserStops() {
    give("image", IJ.openImage("sample-images/drift.tif"));
    give("units", "mixed3a:3-9");
    give("show", "mixed3b_1x1");
    give("stack", true);
    give("folder", folder.toString());
    runUntil("Drawing map 35 of 160");
    final ImagePlus maps = (ImagePlus) command().getOutput("differences");
    assertThat(maps.getStackSize()).isEqualTo(34);
    assertThat(maps.getStack().getSliceLabel(34)).startsWith("mixed3b_1x1:1 ");
    assertThat(folder.toFile().list()).hasSize(34);
  }
}
