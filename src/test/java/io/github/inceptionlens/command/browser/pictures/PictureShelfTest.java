package io.github.inceptionlens.command.browser.pictures;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.command.browser.units.BrowserTab;
import io.github.inceptionlens.core.Unit;
import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;

/** Room for three pictures of 100 pixels. */
final class PictureShelfTest {

  private final PictureShelf shelf = new PictureShelf(300);

  private static Unit unit(final int channel) {
    return new Unit("mixed4c", channel);
  }

  private void put(final int channel, final int side, final long look) {
    shelf.put(
        BrowserTab.MAPS,
        unit(channel),
        new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB),
        look);
  }

  private boolean isThere(final int channel) {
    return shelf.find(BrowserTab.MAPS, unit(channel)).isPresent();
  }

  @Test
  void whatWasNotAskedForLongestGoesFirst() {
    put(0, 10, 1);
    put(1, 10, 1);
    put(2, 10, 1);
    assertThat(isThere(0)).isTrue();
    put(3, 10, 1);
    assertThat(isThere(1)).isFalse();
    assertThat(isThere(0) && isThere(2) && isThere(3)).isTrue();
  }

  @Test
  void aPictureTakesThePlaceOfTheFormerOneAndItsRoom() {
    for (int look = 1; look < 9; look++) {
      put(0, 10, look);
    }
    put(1, 10, 1);
    put(2, 10, 1);
    assertThat(isThere(0) && isThere(1) && isThere(2)).isTrue();
    assertThat(shelf.has(BrowserTab.MAPS, unit(0), 8)).isTrue();
    assertThat(shelf.has(BrowserTab.MAPS, unit(0), 7)).isFalse();
    shelf.remove(BrowserTab.MAPS, unit(0));
    shelf.remove(BrowserTab.MAPS, unit(0));
    put(3, 10, 1);
    assertThat(isThere(1) && isThere(2) && isThere(3)).isTrue();
  }

  @Test
  void oneThatIsTooLargeIsThereAlone() {
    put(0, 10, 1);
    put(1, 30, 1);
    assertThat(isThere(0)).isFalse();
    assertThat(isThere(1)).isTrue();
  }

  @Test
  void kindsAreKeptApart() {
    put(0, 10, 1);
    assertThat(shelf.find(BrowserTab.CROPS, unit(0))).isEmpty();
    shelf.forget(BrowserTab.CROPS);
    assertThat(isThere(0)).isTrue();
    shelf.forget(BrowserTab.MAPS);
    assertThat(isThere(0)).isFalse();
  }
}
