package io.github.inceptionlens.activation.example;

import io.github.inceptionlens.collection.scan.Seen;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What was seen of some units so far. */
public final class ExamplesSoFar {

  private final RankedUnits units;
  private final PlaceHash hash;
  private final SeenPictures pictures = new SeenPictures();
  private final List<UnitPlaces> places;

  /** What is kept of it. */
  record Kept(SeenPictures pictures, List<UnitPlaces.Kept> places) {}

  ExamplesSoFar(final RankedUnits units, final ExampleRequest request) {
    this.units = units;
    hash = new PlaceHash(request.seed());
    places =
        Stream.generate(() -> new UnitPlaces(request, pictures))
            .limit(units.units().size())
            .toList();
  }

  void add(final Seen<?> one) {
    final SeenUnits seen = units.on(one);
    final int[] hashes = hash.of(one.source().id(), seen.places());
    final int picture = pictures.add(one.source(), seen.grid());
    for (int i = 0; i < places.size(); i++) {
      places.get(i).add(seen, i, picture, hashes);
    }
  }

  Kept keep() {
    return new Kept(pictures, places.stream().map(UnitPlaces::keep).toList());
  }

  void add(final Kept other) {
    final int shift = pictures.add(other.pictures);
    for (int i = 0; i < places.size(); i++) {
      places
          .get(i)
          .add(
              other.places.get(i),
              shift,
              (picture, place) -> hash.of(pictures.get(picture).id(), place));
    }
  }

  List<UnitExamples> examples() {
    return IntStream.range(0, places.size())
        .mapToObj(i -> places.get(i).examples(units.units().get(i), pictures))
        .toList();
  }
}
