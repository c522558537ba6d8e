package io.github.inceptionlens.command.browser.pictures;

import io.github.inceptionlens.core.Unit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Which pictures of a layer's units are still to be made, and how long that takes. */
final class MissingPictures {

  /** From this part of their work on, pictures are finished before others are begun. */
  static final double WORTH_FINISHING = 0.5;

  private static final int FIRST = 4;
  private static final int MOST = 8;

  /** How long the pictures that are made at once may take. */
  private static final double SECONDS = 6;

  private static final double NANOS = 1e9;
  private static final int MINUTE = 60;

  /** Those that were found or made, and those that cannot be made. */
  private final Set<Unit> done = new HashSet<>();

  private int atOnce = FIRST;
  private double secondsEach = Double.NaN;

  /**
   * The first few that are to be made.
   *
   * @param units the most urgent first
   * @param isThere whether a unit has a picture
   */
  List<Unit> next(final List<Unit> units, final Predicate<Unit> isThere) {
    final List<Unit> some = new ArrayList<>();
    for (final Unit unit : units) {
      if (!done.contains(unit)) {
        if (isThere.test(unit)) {
          done.add(unit);
        } else {
          some.add(unit);
        }
      }
      if (some.size() == atOnce) {
        return some;
      }
    }
    return some;
  }

  /** Whether some of the units are still to be made. */
  boolean lacksAny(final List<Unit> units, final Predicate<Unit> isThere) {
    return units.stream().anyMatch(unit -> !done.contains(unit) && !isThere.test(unit));
  }

  /** Units were made, or cannot be; the next time as many are made at once as take some seconds. */
  void made(final List<Unit> some, final long nanos) {
    done.addAll(some);
    secondsEach = nanos / NANOS / some.size();
    atOnce = (int) Math.max(1, Math.min(MOST, Math.round(SECONDS / secondsEach)));
  }

  /** What is being made, in words. */
  String words(final List<Unit> all, final List<Unit> some) {
    final long there = there(all);
    return String.format(
        Locale.ROOT,
        "Making the visualizations of %s (%d of %d are there%s)",
        some.stream().map(unit -> String.valueOf(unit.channel())).collect(Collectors.joining(", ")),
        there,
        all.size(),
        left(all.size() - there));
  }

  /** What there is of pictures whose making was stopped, in words. */
  String words(final List<Unit> all) {
    return String.format(
        Locale.ROOT, "Stopped: %d of %d visualizations are there", there(all), all.size());
  }

  private long there(final List<Unit> all) {
    return all.stream().filter(done::contains).count();
  }

  private String left(final long count) {
    if (Double.isNaN(secondsEach)) {
      return "";
    }
    final long seconds = Math.round(count * secondsEach);
    return seconds < 2 * MINUTE
        ? String.format(Locale.ROOT, ", about %d s left", seconds)
        : String.format(Locale.ROOT, ", about %d min left", seconds / MINUTE);
  }
}
