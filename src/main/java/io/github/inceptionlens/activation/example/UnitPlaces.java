package io.github.inceptionlens.activation.example;

import io.github.inceptionlens.activation.example.UnitExamples.QuantileExample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was seen of one unit so far. */
final class UnitPlaces {

  private final ExampleRequest request;
  private final PlaceRanking top;
  private final PlaceRanking bottom;
  private final PlaceBins bins;

  /**
   * What is kept of a unit.
   *
   * @param bins empty where there are none
   */
  record Kept(List<RankedPlace> top, List<RankedPlace> bottom, PlaceBins.Kept bins) {}

  UnitPlaces(final ExampleRequest request, final SeenPictures pictures) {
    this.request = request;
    top = new PlaceRanking(request.count(), 1, pictures.order());
    bottom = new PlaceRanking(request.count(), -1, pictures.order());
    bins = new PlaceBins(pictures.order());
  }

  void add(final SeenUnits seen, final int unit, final int picture, final int[] hash) {
    top.take(seen, unit, picture, request.perPicture());
    bottom.take(seen, unit, picture, request.perPicture());
    if (!request.quantiles().isEmpty()) {
      bins.add(seen, unit, picture, hash);
    }
  }

  Kept keep() {
    return new Kept(List.copyOf(top.places()), List.copyOf(bottom.places()), bins.keep());
  }

  /**
   * Adds what others saw.
   *
   * @param shift how much the numbers of their pictures grow
   */
  void add(final Kept other, final int shift, final PlaceBins.Hash hash) {
    other.top.forEach(place -> top.add(place.shifted(shift)));
    other.bottom.forEach(place -> bottom.add(place.shifted(shift)));
    bins.add(other.bins, shift, hash);
  }

  UnitExamples examples(final String unit, final SeenPictures pictures) {
    final List<QuantileExample> quantiles = new ArrayList<>();
    for (final double part : request.quantiles()) {
      quantile(part)
          .ifPresent(place -> quantiles.add(new QuantileExample(part, pictures.example(place))));
    }
    return new UnitExamples(
        unit,
        top.places().stream().map(pictures::example).toList(),
        bottom.places().stream().map(pictures::example).toList(),
        quantiles,
        bins.histogram());
  }

  /** The ends exactly. */
  private Optional<RankedPlace> quantile(final double part) {
    if (part <= 0) {
      return bottom.places().stream().findFirst();
    }
    return part >= 1 ? top.places().stream().findFirst() : bins.quantile(part);
  }
}
