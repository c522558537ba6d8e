package io.github.inceptionlens.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The small shared words: progress, provenance and float images. */
class WordsTest {

  @Test
  void aPartOfAProgressMovesWithinItsShare() {
    final List<String> heard = new ArrayList<>();
    final Progress progress = (fraction, what) -> heard.add(fraction + " " + what);

    progress.part(1, 4).at(0.5, "slice");
    progress.part(3, 4).part(1, 2).at(1, "last");

    assertThat(heard).containsExactly("0.375 slice", "1.0 last");
  }

  @Test
  void provenanceKeepsItsOrderAndNeverChanges() {
    final Provenance first = Provenance.EMPTY.with("network", "caffe").with("layer", "mixed4c");
    final Provenance longer = first.with(Provenance.EMPTY.with("scale", 2).with("network", "tf"));

    assertThat(first.entries())
        .containsExactly(entry("network", "caffe"), entry("layer", "mixed4c"));
    assertThat(longer.entries())
        .containsExactly(entry("network", "tf"), entry("layer", "mixed4c"), entry("scale", "2"));
    assertThat(Provenance.EMPTY.entries()).isEmpty();
    assertThatThrownBy(() -> first.entries().put("a", "b"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void floatImagesShareTheirPlanes() {
    final float[] red = {1, 2, 3, 4, 5, 6};
    final float[] green = {7, 8, 9, 10, 11, 12};
    final Picture image = new Picture(3, 2, List.of(red, green));

    green[5] = 42;

    assertThat(image.dimensionsAsLongArray()).containsExactly(3, 2, 2);
    assertThat(image.getAt(2, 1, 1).get()).isEqualTo(42);
    assertThat(image.getAt(1, 0, 0).get()).isEqualTo(2);
    assertThat(image.plane(0)).isSameAs(red);
  }

  @Test
  void aPlaneOfAnotherSizeIsRefused() {
    assertThatThrownBy(() -> new Picture(3, 2, List.of(new float[5])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("plane 0 has 5 values, not 6");
  }
}
