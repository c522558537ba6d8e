package io.github.inceptionlens.image.result;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Provenance;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PictureFileTest {

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void whatIsWrittenIsRead(final int planes) {
    final List<float[]> values =
        List.of(
                new float[] {0.25f, 255, 1e-7f, 3, 4, 5},
                new float[] {1, 2, 3, 4, 5, 6},
                new float[] {9, 8, 7, 6, 5, 4},
                new float[] {0, 255, 255, 255, 0, 1})
            .subList(0, planes);
    final Provenance known =
        Provenance.EMPTY.with("value", 0.1 + 0.2).with("key", "{unit=mixed4c:447, a=b c}");

    final PictureFile read =
        PictureFile.read(PictureFile.write(new Picture(3, 2, values), "x", known));

    final Picture picture = read.picture();
    assertThat(picture.dimensionsAsLongArray()).containsExactly(3, 2, planes);
    for (int plane = 0; plane < planes; plane++) {
      assertThat(picture.plane(plane)).isEqualTo(values.get(plane));
    }
    assertThat(read.property("value")).contains(String.valueOf(0.1 + 0.2));
    assertThat(read.property("key")).contains("{unit=mixed4c:447, a=b c}");
    assertThat(read.property("other")).isEmpty();
  }
}
