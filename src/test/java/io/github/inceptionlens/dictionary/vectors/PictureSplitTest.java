package io.github.inceptionlens.dictionary.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.inceptionlens.core.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

final class PictureSplitTest {

  private static VectorSource vectors(final int size, final IntFunction<VectorOrigin> origin) {
    return new VectorSource() {
      @Override
      public int channels() {
        return 1;
      }

      @Override
      public long size() {
        return size;
      }

      @Override
      public float[] row(final long row) {
        return new float[] {row};
      }

      @Override
      public VectorOrigin origin(final long row) {
        return origin.apply((int) row);
      }
    };
  }

  private static Set<VectorOrigin> origins(final VectorSource vectors, final int[] rows) {
    return Arrays.stream(rows).mapToObj(vectors::origin).collect(Collectors.toSet());
  }

  @Test
  void noPictureIsOnBothSides() {
    final VectorSource vectors = vectors(200, i -> new VectorOrigin("i" + i % 20, "i" + i % 20, 1));
    final PictureSplit split = PictureSplit.of(vectors, 0.1, 3);
    assertThat(split.unit()).isEqualTo(PictureSplit.Unit.IMAGE);
    assertThat(split.wholes()).isEqualTo(2);
    assertThat(split.heldOut()).hasSize(20);
    assertThat(split.training()).hasSize(180);
    assertThat(origins(vectors, split.training()))
        .doesNotContainAnyElementsOf(origins(vectors, split.heldOut()));
    assertThat(PictureSplit.of(vectors, 0.1, 3).heldOut()).isEqualTo(split.heldOut());
    assertThat(PictureSplit.of(vectors, 0.1, 4).heldOut()).isNotEqualTo(split.heldOut());
  }

  @Test
  void whatBelongsTogetherIsNotDividedAsFarAsThereAreTwo() {
    final List<VectorSource> all =
        List.of(
            vectors(24, i -> new VectorOrigin("g" + i % 2, "i" + i % 6, i % 12)),
            vectors(24, i -> new VectorOrigin("g", "i" + i % 6, i % 12)),
            vectors(24, i -> new VectorOrigin("i", "i", i % 12)),
            vectors(24, i -> new VectorOrigin("i", "i", 1)));
    for (int level = 0; level < all.size(); level++) {
      final PictureSplit split = PictureSplit.of(all.get(level), 0.01, 0);
      assertThat(split.unit()).isEqualTo(PictureSplit.Unit.values()[level]);
      assertThat(split.wholes()).isOne();
      assertThat(split.heldOut()).hasSize(24 / List.of(2, 6, 12, 24).get(level));
      assertThat(PictureSplit.of(all.get(level), 0.999, 0).training()).isNotEmpty();
    }
  }

  @Test
  void aShareThatIsNoneIsRefused() {
    final VectorSource vectors = vectors(5, i -> new VectorOrigin("a", "a", 1));
    for (final double share : new double[] {0, 1, -0.1, Double.NaN}) {
      assertThatThrownBy(() -> PictureSplit.of(vectors, share, 0))
          .isInstanceOf(UserError.class)
          .hasMessageContaining("held_out is");
    }
  }
}
