package io.github.inceptionlens.activation.search;

import io.github.inceptionlens.core.geometry.Layer;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Items of several kinds, of each kind all or so many by chance: those of least priority, so that
 * any order of drawing, and any parts that are put together, give the same ones. How many there
 * were is counted exactly.
 */
public final class DrawnItems {

  /** So many items are kept of all kinds together, where their values take no more than that. */
  private static final int MOST = 20_000;

  private static final int MOST_VALUES = 8_000_000;
  private static final int LEAST = 2_000;

  private final SortedMap<String, Kind> kinds = new TreeMap<>();

  /** The items of one kind. */
  private static final class Kind {
    private long count;
    private PriorityQueue<DrawnItem> items = new PriorityQueue<>();
  }

  /**
   * How many items of each kind are kept: 20,000 of all together, or as many as hold 8 million
   * values, but not under 2,000.
   *
   * @param layer what is read of each
   * @param kinds how many there are
   */
  public static int most(final Layer layer, final int kinds) {
    return Math.max(LEAST, Math.min(MOST, MOST_VALUES / layer.channels())) / Math.max(1, kinds);
  }

  /** Counts an item; whether it is one of those that are kept, as far as is known. */
  boolean takes(final String kind, final long priority, final int most) {
    final Kind own = kinds.computeIfAbsent(kind, any -> new Kind());
    own.count++;
    return own.items.size() < most || most > 0 && own.items.element().priority() >= priority;
  }

  /** Keeps an item, in place of another where there are more. */
  void keep(final String kind, final DrawnItem item, final int most) {
    final PriorityQueue<DrawnItem> items = kinds.get(kind).items;
    items.add(item);
    if (items.size() > most) {
      items.remove();
    }
  }

  void add(final DrawnItems other, final int most) {
    other.kinds.forEach(
        (name, added) -> {
          final Kind own = kinds.computeIfAbsent(name, any -> new Kind());
          own.count += added.count;
          added.items.forEach(item -> keep(name, item, most));
        });
  }

  /** The kinds of which there are any, in alphabetical order. */
  public List<String> kinds() {
    return List.copyOf(kinds.keySet());
  }

  /** How many items of a kind there were. */
  public long count(final String kind) {
    return kinds.containsKey(kind) ? kinds.get(kind).count : 0;
  }

  /** How many items there were. */
  public long count() {
    return kinds.values().stream().mapToLong(kind -> kind.count).sum();
  }

  /** The kept items of a kind, by picture and place. */
  List<DrawnItem> items(final String kind) {
    return kinds.containsKey(kind)
        ? kinds.get(kind).items.stream().sorted(DrawnItem.BY_PLACE).toList()
        : List.of();
  }

  /** The kept items of all kinds, kind by kind. */
  List<DrawnItem> items() {
    return kinds().stream().flatMap(kind -> items(kind).stream()).toList();
  }
}
