package io.github.inceptionlens.command.saliency;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import io.github.inceptionlens.command.CommandTrial;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Saliency maps of many slices that are stopped. */
final class SaliencyMapCommandTest extends CommandTrial {

  @TempDir private Path folder;

  SaliencyMapCommandTest() {
    super(SaliencyMapCommand.class);
  }

  @Test
  void whatIsFinishedInAFolderStaysWhenTheUserStops() {
    give("image", IJ.openImage("sample-images/drift.tif"));
    give("method", "Occlusion");
    give("target", "mixed3a:3");
    give("window", 64);
    give("stride", 64);
    give("stack", true);
    give("folder", folder.toString());
    runUntil(0.45);
    final ImagePlus map = (ImagePlus) command().getOutput("map");
    assertThat(map.getStackSize()).isEqualTo(2);
    assertThat(map.getStack().getSliceLabel(2)).startsWith("Occlusion ");
    assertThat(folder.toFile().list()).hasSize(2);
    assertThat(command().getOutput("warnings"))
        .isEqualTo(
            List.of(
                "drift-Occlusion was stopped: its 2 finished slices are kept in \""
                    + folder
                    + "\""));
  }
}
