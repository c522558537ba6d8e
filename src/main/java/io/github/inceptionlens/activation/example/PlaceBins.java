package io.github.inceptionlens.activation.example;

import io.github.inceptionlens.activation.statistics.ValueHistogram;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * How often values of each size were seen of one unit, in the bins of {@link ValueHistogram}, with
 * one place of each bin: that with the smallest {@link PlaceHash}.
 */
final class PlaceBins {

  /** So many more bins are made room for than are needed. */
  private static final int SPARE = 128;

  /** A bin's drawn place is so many numbers side by side. */
  private static final int ENTRY = 5;

  private static final int PICTURE = 1;
  private static final int PLACE = 2;
  private static final int BEFORE = 3;
  private static final int VALUE = 4;

  private final Comparator<RankedPlace> order;
  private int first;
  private long[] counts = new long[0];

  /** By bin: the hash, the picture, the place, and the bits of both values. */
  private int[] drawn = new int[0];

  /**
   * The bins that hold values, for what is kept.
   *
   * @param bins of {@link ValueHistogram#bin}, ascending; the other arrays have an entry for each
   */
  record Kept(
      int[] bins, long[] counts, int[] pictures, int[] places, float[] before, float[] values) {}

  /** How a place is weighed. */
  @FunctionalInterface
  interface Hash {
    int of(int picture, int place);
  }

  /**
   * @param order of places with the same hash
   */
  PlaceBins(final Comparator<RankedPlace> order) {
    this.order = order;
  }

  /**
   * Counts the values of a unit on a picture.
   *
   * @param hash one per place that counts
   */
  void add(final SeenUnits seen, final int unit, final int picture, final int[] hash) {
    final float[] ranking = seen.before()[unit];
    final float[] given = seen.value()[unit];
    final int[] some = seen.places();
    for (int i = 0; i < some.length; i++) {
      final int place = some[i];
      final int at = room(ValueHistogram.bin(ranking[place]));
      if (counts[at] == 0 || hash[i] < drawn[at * ENTRY]) {
        set(at, hash[i], picture, place, ranking[place], given[place]);
      } else if (hash[i] == drawn[at * ENTRY]) {
        draw(at, hash[i], new RankedPlace(picture, place, ranking[place], given[place]));
      }
      counts[at]++;
    }
  }

  /** Where a bin is. */
  private int room(final int bin) {
    if (bin < first || bin >= first + counts.length) {
      grow(bin);
    }
    return bin - first;
  }

  private void grow(final int bin) {
    final int from = counts.length == 0 ? bin - SPARE : Math.min(first, bin - SPARE);
    final int to = counts.length == 0 ? bin + SPARE : Math.max(first + counts.length, bin + SPARE);
    final int shift = first - from;
    final int size = to - from;
    final int known = counts.length;
    final long[] moreCounts = new long[size];
    final int[] moreDrawn = new int[size * ENTRY];
    if (known > 0) {
      System.arraycopy(counts, 0, moreCounts, shift, known);
      System.arraycopy(drawn, 0, moreDrawn, shift * ENTRY, known * ENTRY);
    }
    counts = moreCounts;
    drawn = moreDrawn;
    first = from;
  }

  private void set(
      final int at,
      final int hash,
      final int picture,
      final int place,
      final float ranking,
      final float given) {
    final int entry = at * ENTRY;
    drawn[entry] = hash;
    drawn[entry + PICTURE] = picture;
    drawn[entry + PLACE] = place;
    drawn[entry + BEFORE] = Float.floatToRawIntBits(ranking);
    drawn[entry + VALUE] = Float.floatToRawIntBits(given);
  }

  /** Takes a place in place of the bin's own where it comes first by hash and order. */
  private void draw(final int at, final int hash, final RankedPlace place) {
    if (counts[at] == 0
        || hash < drawn[at * ENTRY]
        || hash == drawn[at * ENTRY] && order.compare(place, place(at)) < 0) {
      set(at, hash, place.picture(), place.place(), place.before(), place.value());
    }
  }

  private RankedPlace place(final int at) {
    final int entry = at * ENTRY;
    return new RankedPlace(
        drawn[entry + PICTURE],
        drawn[entry + PLACE],
        before(at),
        Float.intBitsToFloat(drawn[entry + VALUE]));
  }

  private float before(final int at) {
    return Float.intBitsToFloat(drawn[at * ENTRY + BEFORE]);
  }

  /** The bins that hold values. */
  Kept keep() {
    final int[] full = full().toArray();
    final List<RankedPlace> all = Arrays.stream(full).mapToObj(this::place).toList();
    final float[] ranking = new float[full.length];
    final float[] given = new float[full.length];
    for (int i = 0; i < full.length; i++) {
      ranking[i] = all.get(i).before();
      given[i] = all.get(i).value();
    }
    return new Kept(
        Arrays.stream(full).map(at -> at + first).toArray(),
        Arrays.stream(full).mapToLong(at -> counts[at]).toArray(),
        all.stream().mapToInt(RankedPlace::picture).toArray(),
        all.stream().mapToInt(RankedPlace::place).toArray(),
        ranking,
        given);
  }

  private IntStream full() {
    return IntStream.range(0, counts.length).filter(at -> counts[at] > 0);
  }

  /**
   * Adds what others counted.
   *
   * @param shift how much the numbers of their pictures grow
   */
  void add(final Kept other, final int shift, final Hash hash) {
    for (int i = 0; i < other.bins.length; i++) {
      final int at = room(other.bins[i]);
      final RankedPlace place =
          new RankedPlace(
              other.pictures[i] + shift, other.places[i], other.before[i], other.values[i]);
      draw(at, hash.of(place.picture(), place.place()), place);
      counts[at] += other.counts[i];
    }
  }

  /** All values that were counted. */
  ValueHistogram histogram() {
    final ValueHistogram histogram = new ValueHistogram();
    full().forEach(at -> histogram.add(before(at), counts[at]));
    return histogram;
  }

  /**
   * The place that stands for the value below which a part of the values lies.
   *
   * @param part 0 to 1
   * @return nothing where no value was counted
   */
  Optional<RankedPlace> quantile(final double part) {
    final double rank = part * (Arrays.stream(counts).sum() - 1);
    RankedPlace found = null;
    long below = 0;
    for (int at = 0; at < counts.length; at++) {
      if (counts[at] > 0) {
        found = below <= rank ? place(at) : found;
        below += counts[at];
      }
    }
    return Optional.ofNullable(found);
  }
}
