package io.github.inceptionlens.atlas.projection;

import io.github.inceptionlens.core.ChannelRange;
import io.github.inceptionlens.core.UserError;
import java.util.BitSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Some cells of an atlas, by their numbers. */
public final class CellSelection {

  private final BitSet numbers;

  private CellSelection(final BitSet numbers) {
    this.numbers = numbers;
  }

  /** Cells by their numbers, from 1. */
  public static CellSelection of(final IntStream cells) {
    final BitSet numbers = new BitSet();
    cells.forEach(numbers::set);
    return new CellSelection(numbers);
  }

  /**
   * The cells that a text names.
   *
   * @param text numbers and ranges, such as {@code 3,7-9}
   * @param cells how many there are
   * @throws UserError when it names none, or one that there is not
   */
  public static CellSelection of(final String text, final int cells) {
    final BitSet numbers = new BitSet();
    for (final String part : text.split(",", -1)) {
      final ChannelRange range =
          ChannelRange.parse(part)
              .filter(one -> one.first() >= 1 && one.last() <= cells)
              .orElseThrow(() -> refusal(text, cells));
      numbers.set(range.first(), range.last() + 1);
    }
    return new CellSelection(numbers);
  }

  private static UserError refusal(final String text, final int cells) {
    return new UserError(
        "selection is \""
            + text
            + "\", expected numbers of the atlas's cells, 1 to "
            + cells
            + ", such as 3,7-9");
  }

  /** Whether it holds no cell. */
  public boolean isEmpty() {
    return numbers.isEmpty();
  }

  /** Whether it holds a cell. */
  public boolean holds(final int number) {
    return number > 0 && numbers.get(number);
  }

  /**
   * Where its cells are.
   *
   * @param cells numbers of cells, 0 for none, as {@link ProjectedCells#over} gives them
   */
  public boolean[] mask(final float[] cells) {
    final boolean[] mask = new boolean[cells.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = holds((int) cells[i]);
    }
    return mask;
  }

  /** Its numbers, such as {@code 3,7-9}. */
  public String words() {
    return numbers.stream()
        .filter(number -> !numbers.get(number - 1))
        .mapToObj(this::run)
        .collect(Collectors.joining(","));
  }

  private String run(final int first) {
    final int last = numbers.nextClearBit(first) - 1;
    return last == first ? String.valueOf(first) : first + "-" + last;
  }
}
