package io.github.inceptionlens.command.place;

import io.github.inceptionlens.command.ResultTables;
import io.github.inceptionlens.image.place.ImagePlace;
import io.github.inceptionlens.image.place.PlaceMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Which columns of our tables say where a row is from: Image, Slice, X, Y, each perhaps with a word
 * before it (Left Image), and for all of them Collection and Coordinates.
 */
final class PlaceColumns {

  private static final String IMAGE = "Image";

  private final List<String> headings;
  private final Function<String, String> text;
  private final ToDoubleFunction<String> number;

  /**
   * A row.
   *
   * @param text what stands in a column that there is; {@code null} for nothing
   * @param number the same in full precision, NaN for nothing
   */
  PlaceColumns(
      final List<String> headings,
      final Function<String, String> text,
      final ToDoubleFunction<String> number) {
    this.headings = List.copyOf(headings);
    this.text = text;
    this.number = number;
  }

  /** The places of the row; those on one slice are one place. */
  List<ImagePlace> places() {
    final List<ImagePlace> places = new ArrayList<>();
    for (final String heading : headings) {
      if (heading.equals(IMAGE) || heading.endsWith(" " + IMAGE)) {
        final String prefix = heading.substring(0, heading.length() - IMAGE.length());
        text(heading).ifPresent(image -> add(places, place(prefix, image)));
      }
    }
    return places;
  }

  private static void add(final List<ImagePlace> places, final ImagePlace place) {
    final int last = places.size() - 1;
    if (last >= 0 && places.get(last).isBeside(place)) {
      final PlaceMark both = places.get(last).mark().and(place.mark());
      places.set(last, new ImagePlace(place.collection(), place.image(), place.slice(), both));
    } else {
      places.add(place);
    }
  }

  private ImagePlace place(final String prefix, final String image) {
    final Optional<Double> x = number(prefix + "X");
    final Optional<Double> y = number(prefix + "Y");
    return new ImagePlace(
        text(ResultTables.COLLECTION).orElse(""),
        image,
        number(prefix + "Slice").map(Double::intValue).orElse(0),
        x.isPresent() && y.isPresent() ? mark(x.get(), y.get()) : PlaceMark.NOTHING);
  }

  private PlaceMark mark(final double x, final double y) {
    return text(ResultTables.COORDINATES).filter(ResultTables.PIXELS::equals).isPresent()
        ? PlaceMark.pixels(x, y)
        : PlaceMark.calibrated(x, y);
  }

  private Optional<String> text(final String heading) {
    return headings.contains(heading)
        ? Optional.ofNullable(text.apply(heading)).filter(one -> !one.isBlank())
        : Optional.empty();
  }

  private Optional<Double> number(final String heading) {
    return headings.contains(heading)
        ? Optional.of(number.applyAsDouble(heading)).filter(Double::isFinite)
        : Optional.empty();
  }
}
