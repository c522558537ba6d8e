package io.github.inceptionlens.activation.example;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The places of largest, or of smallest, values of one unit: no more than so many are kept. */
final class PlaceRanking {

  private final int most;
  private final int sign;
  private final Comparator<RankedPlace> order;
  private final List<RankedPlace> places = new ArrayList<>();

  /** What a value times the sign must exceed, or equal, to be among them. */
  private float least = Float.NEGATIVE_INFINITY;

  /**
   * @param sign 1 for the largest, -1 for the smallest
   * @param order of places with the same value
   */
  PlaceRanking(final int most, final int sign, final Comparator<RankedPlace> order) {
    this.most = most;
    this.sign = sign;
    this.order =
        Comparator.comparingDouble((RankedPlace place) -> -sign * (double) place.before())
            .thenComparing(order);
  }

  /**
   * Takes the best places of a picture: the best one, then the best that is far enough from those
   * before, and so on.
   *
   * @param unit index among the seen units
   * @param picture the picture's number
   * @param perPicture how many at most
   */
  void take(final SeenUnits seen, final int unit, final int picture, final int perPicture) {
    final float[] before = seen.before()[unit];
    final int first = best(before, seen.places());
    if (!offer(before, seen.value()[unit], first, picture)) {
      return;
    }
    final List<Integer> taken = new ArrayList<>(List.of(first));
    while (taken.size() < perPicture) {
      final int next = best(before, seen, taken);
      if (next < 0 || !offer(before, seen.value()[unit], next, picture)) {
        return;
      }
      taken.add(next);
    }
  }

  private int best(final float[] values, final int[] some) {
    int best = some[0];
    float largest = sign * values[best];
    for (final int place : some) {
      final float value = sign * values[place];
      if (value > largest) {
        largest = value;
        best = place;
      }
    }
    return best;
  }

  private int best(final float[] values, final SeenUnits seen, final List<Integer> taken) {
    final int[] left =
        Arrays.stream(seen.places())
            .filter(
                place ->
                    taken.stream()
                        .allMatch(one -> seen.grid().distance(one, place) >= seen.apart()))
            .toArray();
    return left.length == 0 ? -1 : best(values, left);
  }

  /** Whether a value is large enough, whatever becomes of the place. */
  private boolean offer(
      final float[] before, final float[] value, final int place, final int picture) {
    if (sign * before[place] < least) {
      return false;
    }
    add(new RankedPlace(picture, place, before[place], value[place]));
    return true;
  }

  void add(final RankedPlace place) {
    int at = places.size();
    while (at > 0 && order.compare(place, places.get(at - 1)) < 0) {
      at--;
    }
    places.add(at, place);
    if (places.size() > most) {
      places.remove(most);
    }
    if (places.size() == most) {
      least = sign * places.get(most - 1).before();
    }
  }

  void addAll(final Collection<RankedPlace> others) {
    others.forEach(this::add);
  }

  /** Best first. */
  List<RankedPlace> places() {
    return places;
  }
}
