package io.github.inceptionlens.image.collection;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What tells a collection of open images from another. */
final class UserImagesTest {

  private final ImagePlus image = IJ.createImage("ramp", "16-bit ramp", 40, 30, 2);

  @AfterEach
  void forget() {
    WindowManager.setTempCurrentImage(null);
  }

  private String digest() {
    WindowManager.setTempCurrentImage(image);
    return UserImages.selected("images", "stack").digest();
  }

  @Test
  void aScanOfAnotherSelectionOrDisplayRangeIsAnotherOne() {
    final List<Runnable> changes =
        List.of(
            () -> {},
            () -> image.setRoi(5, 5, 20, 20),
            () -> image.setRoi(new ij.gui.OvalRoi(5, 5, 20, 20)),
            () -> image.setDisplayRange(0, 1000),
            () -> image.getProcessor().set(3, 3, 77));
    final Set<String> digests = new HashSet<>();
    for (final Runnable change : changes) {
      change.run();
      assertThat(digests.add(digest())).isTrue();
      assertThat(digest()).isIn(digests);
    }
  }
}
