package io.github.inceptionlens.image.place;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import io.github.inceptionlens.image.place.CropPlaces.Box;
import io.github.inceptionlens.image.place.CropPlaces.Crop;
import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From where the crops of a picture are, also after it was saved. */
final class CropPlacesTest {

  private static final List<Crop> CROPS =
      List.of(
          new Crop(
              "/data/mäuse \"1\"\n2",
              "a, b/c d.tif",
              4,
              new Box(3, 5, 20, 30),
              new Box(0, 0, 50, 60)),
          new Crop("", "open (id:-3)", 1, new Box(0, 0, 40, 40), new Box(50, 0, 50, 60)));

  @TempDir private Path folder;

  private static ImagePlus picture() {
    final ImagePlus picture = IJ.createImage("crops", "RGB white", 100, 120, 1);
    CropPlaces.write(picture, CROPS);
    return picture;
  }

  @Test
  void theyAreSavedWithThePicture() {
    final String file = folder.resolve("crops.tif").toString();
    IJ.saveAsTiff(picture(), file);
    assertThat(CropPlaces.of(IJ.openImage(file))).contains(new CropPlaces(100, 120, CROPS));
    assertThat(CROPS.get(0).place())
        .isEqualTo(
            new ImagePlace(
                "/data/mäuse \"1\"\n2",
                "a, b/c d.tif",
                4,
                PlaceMark.area(new Rectangle(3, 5, 20, 30))));
  }

  @Test
  void aPixelIsOfTheCropThatIsThere() {
    final ImagePlus picture = picture();
    final CropPlaces places = CropPlaces.of(picture).orElseThrow();
    assertThat(places.at(picture, 49, 59)).contains(0);
    assertThat(places.at(picture, 50, 59)).contains(1);
    assertThat(places.at(picture, 50, 60)).isEmpty();
  }

  @Test
  void ofAPictureWithSlicesThatOfTheSliceThatIsShown() {
    final ImagePlus picture = IJ.createImage("pages", "RGB white", 50, 60, 2);
    final Box all = new Box(0, 0, 50, 60);
    CropPlaces.write(
        picture, List.of(new Crop("", "a", 1, all, all, 1), new Crop("", "b", 1, all, all, 2)));
    final CropPlaces places = CropPlaces.of(picture).orElseThrow();
    assertThat(places.at(picture, 10, 10)).contains(0);
    picture.setSlice(2);
    assertThat(places.at(picture, 10, 10)).contains(1);
  }

  @Test
  void aPictureThatWasCutOrHasNoneSaysNothing() {
    final ImagePlus picture = picture();
    final CropPlaces places = CropPlaces.of(picture).orElseThrow();
    picture.setRoi(50, 0, 50, 120);
    assertThat(places.at(picture.crop(), 10, 10)).isEmpty();
    assertThat(CropPlaces.of(IJ.createImage("a", "RGB white", 10, 10, 1))).isEmpty();
    picture.setProp("InceptionLens.places", "no json");
    assertThat(CropPlaces.of(picture)).isEmpty();
  }
}
