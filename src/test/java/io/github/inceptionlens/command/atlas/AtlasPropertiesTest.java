package io.github.inceptionlens.command.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import io.github.inceptionlens.atlas.cell.CellKind;
import io.github.inceptionlens.atlas.cell.CellRequest;
import io.github.inceptionlens.command.atlas.AtlasProperties.Square;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which atlas a picture shows, also after it was saved. */
final class AtlasPropertiesTest {

  private static final CellRequest COARSE = new CellRequest(CellKind.KMEANS, 3, 5, 7);
  private static final CellRequest FINE = new CellRequest(CellKind.KMEANS, 10, 5, 7);

  @TempDir private Path folder;

  private static ImagePlus picture() {
    final ImagePlus picture = IJ.createImage("atlas", "RGB white", 160, 160, 2);
    AtlasProperties.write(picture, "cells_of_mine", List.of(COARSE, FINE));
    return picture;
  }

  @Test
  void itIsSavedWithThePicture() {
    final String file = folder.resolve("atlas.tif").toString();
    IJ.saveAsTiff(picture(), file);
    final AtlasProperties atlas = AtlasProperties.of(IJ.openImage(file)).orElseThrow();
    assertThat(atlas.embedding()).isEqualTo("cells_of_mine");
    assertThat(atlas.request(1)).isEqualTo(COARSE);
    assertThat(atlas.request(2)).isEqualTo(FINE);
  }

  @Test
  void aPixelIsOfTheSquareThatIsThere() {
    final AtlasProperties atlas = AtlasProperties.of(picture()).orElseThrow();
    assertThat(atlas.at(1, 52, 53)).contains(new Square(0, 1));
    assertThat(atlas.at(2, 159, 16)).contains(new Square(9, 1));
  }

  @Test
  void besideTheMapIsNoSquare() {
    final AtlasProperties atlas = AtlasProperties.of(picture()).orElseThrow();
    assertThat(atlas.at(1, 159, 0)).isEmpty();
    assertThat(atlas.at(1, -1, 0)).isEmpty();
    assertThat(atlas.at(2, 0, 160)).isEmpty();
  }

  @Test
  void aCroppedPictureAndAnotherOneShowNone() {
    final ImagePlus cropped = picture();
    cropped.setRoi(0, 0, 80, 80);
    assertThat(AtlasProperties.of(cropped.crop("stack"))).isEmpty();
    assertThat(AtlasProperties.of(IJ.createImage("other", "RGB white", 160, 160, 1))).isEmpty();
  }
}
