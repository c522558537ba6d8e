package io.github.inceptionlens.command.browser.pictures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.process.ByteProcessor;
import io.github.inceptionlens.activation.LayerOverview;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.PictureRows;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A gray image of 640 x 320 pixels, and a layer of 8 x 4 units that looks at it every 80 pixels.
 */
final class MapPicturesTest {

  private static final int GRAY = 100;

  private final ImagePlus image = new ImagePlus("gray", new ByteProcessor(640, 320));

  private MapPictures pictures(final float[]... maps) {
    image.getProcessor().setColor(GRAY);
    image.getProcessor().fill();
    final View view = ImageInput.around(image, InputRequest.ownSize()).views().get(0);
    final Geometry geometry =
        new Geometry(
            new Geometry.Axis(640, 8, 80, 39.5, 81, 1), new Geometry.Axis(320, 4, 80, 39.5, 81, 1));
    return new MapPictures(
        image, view, new LayerOverview(List.of(), geometry, new MapStack(8, 4, List.of(maps))));
  }

  private static int colorfulness(final BufferedImage picture, final int x, final int y) {
    final Color color = new Color(picture.getRGB(x, y));
    return Math.abs(color.getRed() - color.getBlue());
  }

  @Test
  void colorsLieWhereTheUnitFiresAndNowhereElse() {
    final float[] map = new float[32];
    map[8 + 6] = 3; // column 6, row 1
    final BufferedImage picture =
        pictures(new float[32], map).find(new Unit("mixed4c", 1)).orElseThrow();
    assertThat(picture.getWidth()).isEqualTo(160);
    assertThat(picture.getHeight()).isEqualTo(80);
    assertThat(colorfulness(picture, 130, 30)).isGreaterThan(40);
    for (int x = 0; x < 100; x++) {
      assertThat(new Color(picture.getRGB(x, 40)).getGreen()).isCloseTo(GRAY, within(3));
      assertThat(colorfulness(picture, x, 40)).isLessThan(3);
    }
  }

  @Test
  void theSelectionIsOutlined() {
    image.setRoi(new Roi(160, 80, 320, 160));
    final BufferedImage picture =
        pictures(new float[32]).find(new Unit("mixed4c", 0)).orElseThrow();
    int cyan = 0;
    for (int i = 0; i < 160 * 80; i++) {
      final Color color = new Color(picture.getRGB(i % 160, i / 160));
      cyan += color.getBlue() > 200 && color.getRed() < 60 ? 1 : 0;
    }
    assertThat(cyan).isBetween(200, 500);
    assertThat(image.getRoi().getBounds().width).as("the user's own").isEqualTo(320);
  }

  @Test
  void aLargePictureIsMadeSmallByMeansOfItsRows() {
    final int[] asked = {0};
    final PictureRows rows =
        new PictureRows() {
          @Override
          public int width() {
            return 1000;
          }

          @Override
          public int height() {
            return 700;
          }

          @Override
          public Picture rows(final int top, final int count) {
            asked[0] = Math.max(asked[0], count);
            final float[] plane = new float[1000 * count];
            for (int i = 0; i < plane.length; i++) {
              plane[i] = (top + i / 1000) % 200;
            }
            return new Picture(1000, count, List.of(plane, plane, plane));
          }
        };
    final Picture small = Thumbnail.of(rows, 100);
    assertThat(small.width()).isEqualTo(100);
    assertThat(small.height()).isEqualTo(70);
    assertThat(small.plane(1)[12 * 100 + 7]).isEqualTo(124.5f);
    assertThat(asked[0]).isEqualTo(10);
  }
}
