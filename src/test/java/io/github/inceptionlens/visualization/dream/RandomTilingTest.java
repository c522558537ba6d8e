package io.github.inceptionlens.visualization.dream;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.inceptionlens.visualization.dream.RandomTiling.Piece;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class RandomTilingTest {

  @Test
  void everyPixelHasOnePieceThatSeesItWithinItsMargins() {
    final SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 2000; i++) {
      final int length = random.nextInt(1, 3000);
      final int tile = random.nextInt(128, 1000);
      final RandomTiling pieces = RandomTiling.of(length, tile);
      assertThat(pieces.window()).isBetween(1, tile);
      int next = 0;
      for (final Piece piece : pieces.draw(random)) {
        assertThat(piece.from()).isEqualTo(next);
        assertThat(piece.to()).isGreaterThan(piece.from());
        assertThat(piece.start() % 32).isZero();
        assertThat(piece.start()).isBetween(0, length - pieces.window());
        final int end = piece.start() + pieces.window();
        assertThat(piece.start()).isLessThanOrEqualTo(Math.max(0, piece.from() - pieces.margin()));
        assertThat(end)
            .isGreaterThanOrEqualTo(Math.min(length, piece.to() + pieces.margin()))
            .isLessThanOrEqualTo(length);
        assertThat((length - end) % 32).isZero();
        next = piece.to();
      }
      assertThat(next).isEqualTo(length);
    }
  }

  @Test
  void cutsLieElsewhereEachTimeAndNowhereMoreOftenThanTheyMust() {
    final RandomTiling pieces = RandomTiling.of(1024, 512);
    final SplittableRandom random = new SplittableRandom(1);
    final Set<Integer> first = new HashSet<>();
    for (int i = 0; i < 500; i++) {
      final List<Piece> drawn = pieces.draw(random);
      assertThat(drawn).hasSize(3);
      first.add(drawn.get(0).to());
    }
    assertThat(first).hasSizeGreaterThan(150);
  }

  @Test
  void aShortAxisIsOnePiece() {
    assertThat(RandomTiling.of(512, 512).draw(new SplittableRandom(1)))
        .containsExactly(new Piece(0, 512, 0));
  }
}
