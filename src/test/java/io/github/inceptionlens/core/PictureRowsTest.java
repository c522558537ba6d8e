package io.github.inceptionlens.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.geometry.PartView;
import io.github.inceptionlens.core.geometry.View;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Rows of a picture in memory. */
final class PictureRowsTest {

  private static Picture picture(final int width, final int height) {
    final List<float[]> planes =
        IntStream.range(0, 3).mapToObj(plane -> new float[width * height]).toList();
    for (int i = 0; i < width * height; i++) {
      planes.get(0)[i] = i;
      planes.get(1)[i] = 2 * i;
      planes.get(2)[i] = 3 * i;
    }
    return new Picture(width, height, planes).on(new PixelGrid(3, 5, 0.5, 0.25, "µm"));
  }

  @Property(tries = 100)
  void rowsAreThoseOfThePicture(
      @ForAll @IntRange(min = 1, max = 9) final int width,
      @ForAll @IntRange(min = 1, max = 9) final int height,
      @ForAll @IntRange(max = 8) final int from,
      @ForAll @IntRange(min = 1, max = 9) final int wanted) {
    final Picture picture = picture(width, height);
    final int top = Math.min(from, height - 1);
    final int count = Math.min(wanted, height - top);
    final Picture rows = View.of(picture).rows(top, count);
    assertThat(rows.width()).isEqualTo(width);
    assertThat(rows.height()).isEqualTo(count);
    for (int plane = 0; plane < 3; plane++) {
      assertThat(rows.plane(plane))
          .containsExactly(
              Arrays.copyOfRange(picture.plane(plane), top * width, (top + count) * width));
    }
    assertThat(rows.grid().y(0)).isEqualTo(picture.grid().y(top));
    assertThat(rows.grid().x(1)).isEqualTo(picture.grid().x(1));
  }

  @Test
  void allRowsAreThePictureItself() {
    final Picture picture = picture(4, 6);
    assertThat(picture.rows(0, 6)).isSameAs(picture);
  }

  @Test
  void thePartOfAViewHasTheRowsOfTheWhole() {
    final Picture picture = picture(4, 6);
    final View part = new PartView(View.of(picture), 1, 2, 2, 2, (x, y) -> true);
    assertThat(part.rows(5, 1).plane(2)).containsExactly(60, 63, 66, 69);
  }

  @Test
  void rowsBeyondThePictureAreRefused() {
    assertThatThrownBy(() -> picture(4, 6).rows(5, 2))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
