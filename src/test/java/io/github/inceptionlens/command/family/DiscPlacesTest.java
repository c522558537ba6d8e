package io.github.inceptionlens.command.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import io.github.inceptionlens.circuit.family.CongruenceGroup;
import io.github.inceptionlens.circuit.family.FamilyKind;
import io.github.inceptionlens.collection.FeedPosition;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.PictureFeed;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.network.architecture.Training;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Discs of pictures that lie in all ways. */
class DiscPlacesTest {

  private static final Layer LAYER = Training.CAFFE.architecture().layer("conv2d2");
  private static final CongruenceGroup GROUP = FamilyKind.BOTH.group(45);
  private static final int PLACES = 7;

  @TempDir private Path folder;

  @BeforeEach
  void writeImages() {
    for (int i = 0; i < 3; i++) {
      final ImagePlus image = IJ.createImage("noise", "8-bit black", 90 + i, 80, 1);
      final Random random = new Random(i);
      final ImageProcessor pixels = image.getProcessor();
      for (int pixel = 0; pixel < pixels.getPixelCount(); pixel++) {
        pixels.set(pixel, random.nextInt(256));
      }
      IJ.saveAsTiff(image, folder.resolve("noise" + i + ".tif").toString());
    }
  }

  private ImageCollection<InputPicture> images() {
    return UserImages.named(
        "images", folder.toString(), image -> ImageInput.inside(image, UserImages.SLICES, LAYER));
  }

  private static List<DiscPicture> all(final DiscPlaces places) {
    final List<DiscPicture> all = new ArrayList<>();
    final PictureFeed<DiscPicture> feed = places.collection().feed(FeedPosition.START);
    feed.forEachRemaining(item -> all.add(item.picture().orElseThrow()));
    return all;
  }

  private static DiscPlaces places(final ImageCollection<InputPicture> images) {
    return new DiscPlaces(images, LAYER, GROUP, PLACES, 1, Progress.NONE);
  }

  @Test
  void eachPictureHasAsManyPlacesAndEachPlaceAllWays() {
    final DiscPlaces places = places(images());
    assertThat(places.pictures()).isEqualTo(3);
    assertThat(places.places()).isEqualTo(9);
    final List<DiscPicture> all = all(places);
    assertThat(all).hasSize(9 * GROUP.size());
    for (int i = 0; i < all.size(); i++) {
      assertThat(all.get(i).element()).isEqualTo(i % GROUP.size());
      assertThat(all.get(i).place()).isEqualTo(all.get(i - i % GROUP.size()).place());
    }
    assertThat(all.stream().map(DiscPicture::place).distinct()).hasSize(9);
    assertThat(places(images().limited(OptionalInt.of(2), 0)).places()).isEqualTo(8);
  }

  /** Quarters of a turn, and mirrored pictures, are the same pixels elsewhere. */
  @Test
  void quartersAndMirrorsMovePixels() {
    final List<DiscPicture> all = all(places(images())).subList(0, GROUP.size());
    final Picture first = all.get(0).view().picture();
    final int side = first.width();
    final int twice = (int) (2 * all.get(0).middleX());
    for (final DiscPicture one : all) {
      final double angle = GROUP.element(one.element()).angle();
      final boolean mirrored = GROUP.element(one.element()).mirrored();
      if (angle % 90 != 0) {
        continue;
      }
      final float[] pixels = one.view().picture().plane(1);
      for (int i = 0; i < pixels.length; i++) {
        int x = i % side;
        int y = i / side;
        if (x > twice || y > twice) {
          continue;
        }
        for (int quarter = 0; quarter < angle / 90; quarter++) {
          final int right = twice - y;
          y = x;
          x = right;
        }
        x = mirrored ? twice - x : x;
        assertThat(pixels[i]).isCloseTo(first.plane(1)[y * side + x], within(1e-3f));
      }
    }
  }

  @Test
  void beyondTheDiscIsEvenGround() {
    for (final DiscPicture one : all(places(images())).subList(0, GROUP.size())) {
      final float[] pixels = one.view().picture().plane(0);
      final float ground = pixels[0];
      assertThat(pixels[pixels.length - 1]).isEqualTo(ground);
      final int side = one.view().width();
      int shown = 0;
      for (int i = 0; i < pixels.length; i++) {
        final double distance = Math.hypot(i % side - one.middleX(), i / side - one.middleY());
        if (distance >= one.view().radius()) {
          assertThat(pixels[i]).isEqualTo(ground);
        }
        shown += pixels[i] == ground ? 0 : 1;
      }
      assertThat(shown).isGreaterThan(pixels.length / 2);
    }
  }

  @Test
  void theSameSeedDrawsTheSamePlaces() {
    final List<DiscPicture> one = all(places(images()));
    final List<DiscPicture> other = all(places(images()));
    for (int i = 0; i < one.size(); i += GROUP.size() + 1) {
      assertThat(one.get(i).view().picture().plane(2))
          .isEqualTo(other.get(i).view().picture().plane(2));
    }
  }
}
