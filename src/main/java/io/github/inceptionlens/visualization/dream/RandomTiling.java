package io.github.inceptionlens.visualization.dream;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * How an axis falls into pieces that a network may see one by one, as if it saw the whole.
 *
 * <p>All pieces see windows of one length, which overlap, and supply the pixels between two cuts,
 * which lie at random places at least an eighth of a window from its ends. Windows begin at
 * multiples of the network's largest stride and differ from the axis by a multiple of it, so that
 * all layers have their units at the same places as on the whole.
 *
 * @param length of the axis in pixels
 * @param window what a piece sees, in pixels
 * @param margin how far at least cuts lie within windows
 */
record RandomTiling(int length, int window, int margin) {

  private static final int STRIDE = 32;
  private static final int MARGIN_PARTS = 8;

  /**
   * A piece.
   *
   * @param from the first pixel that it supplies
   * @param to the pixel after the last one
   * @param start the first pixel that it sees
   */
  record Piece(int from, int to, int start) {}

  /**
   * The pieces of an axis.
   *
   * @param tile the longest window, at least 128
   */
  static RandomTiling of(final int length, final int tile) {
    final int window = length <= tile ? length : tile - Math.floorMod(tile - length, STRIDE);
    return new RandomTiling(length, window, window / MARGIN_PARTS);
  }

  /** Whether there is one piece only. */
  boolean isWhole() {
    return window == length;
  }

  /** The longest piece at an end of the axis, where the window has one margin only. */
  private int outer() {
    return window - margin;
  }

  /** The longest piece between others, wherever its window may begin. */
  private int inner() {
    return window - 2 * margin - (STRIDE - 1);
  }

  /** Draws the cuts: as few as leave them half a piece of freedom. */
  List<Piece> draw(final SplittableRandom random) {
    if (isWhole()) {
      return List.of(new Piece(0, length, 0));
    }
    final int between = Math.max(0, -Math.floorDiv(-(length + inner() / 2 - 2 * outer()), inner()));
    final int rest = length - between * inner();
    final int least = Math.max(1, rest - outer());
    final int most = Math.min(outer(), rest - 1);
    return pieces(least + random.nextInt(most - least + 1), between);
  }

  private List<Piece> pieces(final int first, final int between) {
    final List<Piece> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= between; i++) {
      final int to = first + i * inner();
      pieces.add(new Piece(from, to, start(from)));
      from = to;
    }
    pieces.add(new Piece(from, length, length - window));
    return pieces;
  }

  private int start(final int from) {
    final int aligned = Math.floorDiv(from - margin, STRIDE) * STRIDE;
    return Math.min(Math.max(aligned, 0), length - window);
  }
}
