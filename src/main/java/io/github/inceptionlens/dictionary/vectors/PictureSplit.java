package io.github.inceptionlens.dictionary.vectors;

import io.github.inceptionlens.core.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Which vectors are learned from, and which the result is measured on. Whole pictures are held out:
 * groups of images, or images, slices, single places where there is only one of the former.
 *
 * @param training rows that are learned from, ascending
 * @param heldOut rows that are not, ascending
 * @param wholes how many wholes are held out
 * @param unit what such a whole is
 */
public record PictureSplit(int[] training, int[] heldOut, int wholes, Unit unit) {

  /** What is held out as a whole. */
  public enum Unit {
    /** Images that belong together. */
    GROUP,
    /** All slices of an image. */
    IMAGE,
    /** A slice of the one image. */
    SLICE,
    /** A place of the one picture. */
    PLACE;

    /** So many of them in words, such as {@code 3 images}. */
    public String words(final int count) {
      return count + " " + name().toLowerCase(Locale.ROOT) + (count == 1 ? "" : "s");
    }
  }

  private static final int MOST = Integer.MAX_VALUE - 8;

  /**
   * Divides vectors.
   *
   * @param share the part of the wholes that is held out, above 0 and below 1; at least one whole
   *     is, and one is left
   * @param seed what decides which
   * @throws UserError when the share is no such part, or there are fewer than two vectors
   */
  public static PictureSplit of(final VectorSource vectors, final double share, final long seed) {
    requireShare(share);
    if (vectors.size() < 2 || vectors.size() > MOST) {
      throw new UserError(
          "there are " + vectors.size() + " vectors to learn from, expected 2 to " + MOST);
    }
    final Unit unit = unit(vectors);
    final int[] numbers = numbers(vectors, unit);
    final Set<Integer> drawn = drawn(Arrays.stream(numbers).max().orElseThrow() + 1, share, seed);
    return new PictureSplit(
        rows(numbers, drawn, false), rows(numbers, drawn, true), drawn.size(), unit);
  }

  /**
   * Refuses what is no part to be held out.
   *
   * @throws UserError with the key
   */
  public static void requireShare(final double share) {
    if (!(share > 0 && share < 1)) {
      throw new UserError("held_out is " + share + ", expected a part above 0 and below 1");
    }
  }

  /** The largest whole of which there are two. */
  private static Unit unit(final VectorSource vectors) {
    final List<String> first = vectors.origin(0).wholes();
    int shared = first.size();
    boolean grouped = false;
    for (long row = 0; row < vectors.size(); row++) {
      final VectorOrigin origin = vectors.origin(row);
      final List<String> names = origin.wholes();
      grouped |= origin.isGrouped();
      while (shared > 0 && !names.get(shared - 1).equals(first.get(shared - 1))) {
        shared--;
      }
    }
    return shared == 0 && !grouped ? Unit.IMAGE : Unit.values()[shared];
  }

  /** The number of the whole that each row belongs to. */
  private static int[] numbers(final VectorSource vectors, final Unit unit) {
    final int[] numbers = new int[(int) vectors.size()];
    final Map<String, Integer> known = new HashMap<>();
    for (int row = 0; row < numbers.length; row++) {
      numbers[row] = row;
      if (unit != Unit.PLACE) {
        final String name = vectors.origin(row).wholes().get(unit.ordinal());
        final Integer number = known.putIfAbsent(name, known.size());
        numbers[row] = number == null ? known.size() - 1 : number;
      }
    }
    return numbers;
  }

  private static Set<Integer> drawn(final int count, final double share, final long seed) {
    final List<Integer> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(i);
    }
    Collections.shuffle(all, new Random(seed));
    final long wanted = Math.max(1, Math.min(count - 1, Math.round(share * count)));
    return new HashSet<>(all.subList(0, (int) wanted));
  }

  private static int[] rows(
      final int[] numbers, final Set<Integer> drawn, final boolean isHeldOut) {
    final int[] rows = new int[numbers.length];
    int count = 0;
    for (int row = 0; row < numbers.length; row++) {
      if (drawn.contains(numbers[row]) == isHeldOut) {
        rows[count++] = row;
      }
    }
    return Arrays.copyOf(rows, count);
  }
}
