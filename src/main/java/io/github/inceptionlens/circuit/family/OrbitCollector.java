package io.github.inceptionlens.circuit.family;

import com.google.gson.JsonElement;
import io.github.inceptionlens.circuit.family.OrbitCollector.Places;
import io.github.inceptionlens.circuit.weight.KernelEnd;
import io.github.inceptionlens.collection.scan.KeptCollector;
import io.github.inceptionlens.collection.scan.KeptJson;
import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.core.HeapCheck;
import io.github.inceptionlens.network.FeatureMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What units give at places of images, each turned and mirrored in all ways: the value of the unit
 * whose center of what it sees is the place.
 */
public final class OrbitCollector
    implements KeptCollector<Seen<? extends OrbitPicture>, Places, OrbitResponses> {

  private final KernelEnd units;
  private final CongruenceGroup group;

  /**
   * @param units of one layer, or entries of a dictionary
   */
  public OrbitCollector(final KernelEnd units, final CongruenceGroup group) {
    this.units = units;
    this.group = group;
  }

  /** What was seen so far. */
  static final class Places {
    private final SortedMap<String, Place> byName = new TreeMap<>();
  }

  /** A place: its values [way, unit], and how many ways were seen. */
  private static final class Place {
    private float[] values;
    private int seen;
  }

  /**
   * Looks whether there is room for all values.
   *
   * @param places how many places there are
   * @throws io.github.inceptionlens.core.UserError when Java's memory is too small
   */
  public void requireRoom(final long places) {
    final long count = units.channels().size();
    final long values = places * group.size() * count;
    final long pairs = count * count;
    HeapCheck.require(
        4 * values * Float.BYTES + 4 * pairs * Float.BYTES,
        String.format(
            Locale.ROOT,
            "comparing %,d units at %,d places in %d ways",
            count,
            places,
            group.size()),
        "give fewer units, fewer places or a larger step");
  }

  @Override
  public Supplier<Places> supplier() {
    return Places::new;
  }

  @Override
  public BiConsumer<Places, Seen<? extends OrbitPicture>> accumulator() {
    return (places, seen) -> {
      final OrbitPicture picture = seen.source();
      final Place place = places.byName.computeIfAbsent(picture.place(), name -> new Place());
      if (place.seen == 0) {
        place.values = new float[group.size() * units.channels().size()];
      }
      final FeatureMap map = seen.activations().map(units.layer());
      final int column = map.geometry().x().nearest(picture.middleX());
      final int row = map.geometry().y().nearest(picture.middleY());
      final int unit = row * map.maps().width() + column;
      final int first = picture.element() * units.channels().size();
      for (int i = 0; i < units.channels().size(); i++) {
        place.values[first + i] = map.channel(units.channels().get(i))[unit];
      }
      place.seen++;
    };
  }

  @Override
  public BinaryOperator<Places> combiner() {
    return (one, other) -> {
      other.byName.forEach((name, place) -> one.byName.merge(name, place, this::joined));
      return one;
    };
  }

  /** What one part saw of a place and what another did: 0 where one did not look. */
  private Place joined(final Place one, final Place other) {
    for (int i = 0; i < one.values.length; i++) {
      one.values[i] += other.values[i];
    }
    one.seen += other.seen;
    return one;
  }

  /** In the order of the places' names; without those that were not seen in all ways. */
  @Override
  public Function<Places, OrbitResponses> finisher() {
    return places -> {
      final List<Place> whole =
          places.byName.values().stream().filter(place -> place.seen == group.size()).toList();
      final List<float[]> values = new ArrayList<>();
      for (int unit = 0; unit < units.channels().size(); unit++) {
        values.add(values(whole, unit));
      }
      return new OrbitResponses(units.units(), group, whole.size(), values);
    };
  }

  private float[] values(final List<Place> places, final int unit) {
    final int ways = group.size();
    final float[] values = new float[places.size() * ways];
    for (int i = 0; i < values.length; i++) {
      values[i] = places.get(i / ways).values[i % ways * units.channels().size() + unit];
    }
    return values;
  }

  @Override
  public Set<Characteristics> characteristics() {
    return Set.of(Characteristics.UNORDERED);
  }

  @Override
  public JsonElement keep(final Places places) {
    return KeptJson.gson().toJsonTree(places);
  }

  @Override
  public Places restored(final JsonElement kept) {
    return KeptJson.gson().fromJson(kept, Places.class);
  }
}
