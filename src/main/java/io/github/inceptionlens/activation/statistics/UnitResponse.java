package io.github.inceptionlens.activation.statistics;

import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.core.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How one unit responds over a collection, and its strongest response to each picture, in units of
 * the activation.
 *
 * @param unit as its values were read
 * @param positions how many values were seen
 * @param mean of all of them
 * @param deviation their standard deviation
 * @param active the part above 0, from 0 to 1
 * @param least the smallest
 * @param largest the largest
 * @param histogram all of them
 * @param pictures the largest value on each picture, in the order of the pictures' names
 */
public record UnitResponse(
    Unit unit,
    long positions,
    double mean,
    double deviation,
    double active,
    double least,
    double largest,
    ValueHistogram histogram,
    List<PicturePeak> pictures) {

  /**
   * The strongest response to a picture.
   *
   * @param label what the collection says that the picture shows; empty for nothing
   */
  public record PicturePeak(PictureId picture, String label, float value) {}

  /** Copies the list. */
  public UnitResponse {
    pictures = List.copyOf(pictures);
  }

  /**
   * The value below which a part of the values lies, within 0.4 %; the ends exactly.
   *
   * @param part 0 to 1
   */
  public double quantile(final double part) {
    if (part <= 0) {
      return least;
    }
    return part >= 1 ? largest : Math.max(least, Math.min(largest, histogram.quantile(part)));
  }

  /** The strongest responses to the pictures of each label, by label in alphabetical order. */
  public Map<String, double[]> byLabel() {
    final Map<String, List<PicturePeak>> groups =
        pictures.stream()
            .filter(one -> !one.label().isEmpty())
            .collect(Collectors.groupingBy(PicturePeak::label, TreeMap::new, Collectors.toList()));
    final Map<String, double[]> values = new LinkedHashMap<>();
    groups.forEach(
        (label, peaks) ->
            values.put(label, peaks.stream().mapToDouble(PicturePeak::value).toArray()));
    return values;
  }
}
