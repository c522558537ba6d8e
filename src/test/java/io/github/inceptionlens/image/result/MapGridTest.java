package io.github.inceptionlens.image.result;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Roi;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.image.map.MapSlice;
import io.github.inceptionlens.image.map.MapThreshold;
import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outlines of a map's regions lie where the structures are on the analyzed image. */
final class MapGridTest {

  private static final InputRequest CROP =
      new InputRequest(Fit.CENTER_CROP, 1, DisplayRange.AUTO, true);

  /** A plane with a hot rectangle. */
  private static float[] hot(final int width, final int height, final Rectangle place) {
    final float[] plane = new float[width * height];
    for (int y = place.y; y < place.y + place.height; y++) {
      for (int x = place.x; x < place.x + place.width; x++) {
        plane[y * width + x] = 1;
      }
    }
    return plane;
  }

  private static Roi outline(final ImagePlus map, final int slice) {
    final MapSlice cut = MapSlice.of(map, slice, MapThreshold.parse("otsu"), 1);
    final Roi roi = MapGrid.of(map).orElseThrow().onImage(cut.whole().roi());
    MapGrid.place(roi, map, slice);
    return roi;
  }

  @Test
  void aMapOfTheNetworksPictureIsMappedToTheImage(@TempDir final Path folder) {
    final ImagePlus image = IJ.createImage("image", "8-bit ramp", 292, 212, 3);
    image.setRoi(new Roi(60, 10, 192, 192));
    final ImageInput input = ImageInput.of(image, CROP);
    final float[] plane = hot(224, 224, new Rectangle(56, 84, 28, 42));
    final ImagePlus map =
        ResultImages.onPicture(input)
            .frames(
                new MapStack(224, 224, List.of(plane, plane, plane)),
                List.of("a", "b", "c"),
                "map",
                Provenance.EMPTY);
    assertThat(outline(map, 3).getBounds()).isEqualTo(new Rectangle(60 + 48, 10 + 72, 24, 36));
    assertThat(outline(map, 3).getPosition()).isEqualTo(3);
    IJ.saveAsTiff(map, folder.resolve("map.tif").toString());
    final ImagePlus saved = IJ.openImage(folder.resolve("map.tif").toString());
    assertThat(outline(saved, 2).getBounds()).isEqualTo(new Rectangle(108, 82, 24, 36));
  }

  @Test
  void aMapOfALayersGridIsMappedToTheImage() {
    final ImagePlus image = IJ.createImage("image", "8-bit ramp", 64, 64, 1);
    final ImageInput input = ImageInput.of(image, InputRequest.ownSize());
    final Geometry.Axis axis = new Geometry.Axis(64, 8, 8, 3.5, 8, 8);
    final ImagePlus map =
        ResultImages.onLayer(input, new Geometry(axis, axis))
            .frames(
                new MapStack(8, 8, List.of(hot(8, 8, new Rectangle(2, 3, 1, 2)))),
                List.of("a"),
                "map",
                Provenance.EMPTY);
    assertThat(outline(map, 1).getBounds()).isEqualTo(new Rectangle(16, 24, 8, 16));
  }

  @Test
  void anImageThatIsNoMapOfOursHasNoGrid() {
    assertThat(MapGrid.of(IJ.createImage("other", "32-bit ramp", 8, 8, 1))).isEmpty();
  }

  @Test
  void aMapThatWasCroppedSinceHasNoGrid() {
    final ImagePlus image = IJ.createImage("image", "8-bit ramp", 64, 64, 1);
    final ImagePlus map =
        ResultImages.onRegion(ImageInput.of(image, InputRequest.ownSize()))
            .frames(
                new MapStack(64, 64, List.of(new float[64 * 64])),
                List.of("a"),
                "map",
                Provenance.EMPTY);
    assertThat(MapGrid.of(map)).isPresent();
    map.setRoi(new Roi(10, 10, 20, 20));
    assertThat(MapGrid.of(map.crop())).isEmpty();
  }
}
