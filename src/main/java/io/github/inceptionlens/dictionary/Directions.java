package io.github.inceptionlens.dictionary;

import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.network.edit.Nonlinearity;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a method found: a dictionary that has no name and no home yet, see {@link Dictionary} for
 * shapes and formulas.
 *
 * @param entries what is known of each direction
 */
public record Directions(
    float[] encoder,
    float[] bias,
    Nonlinearity nonlinearity,
    Optional<float[]> decoder,
    float[] center,
    List<Entry> entries) {

  /**
   * What is known of a direction; a figure that a method does not have is NaN.
   *
   * @param label may be empty
   * @param vectors how many vectors it rests on
   * @param explained the part of the vectors' variance that it adds to the entries before it
   * @param cumulative the part that it and the entries before it explain together
   * @param distance of its strengths from those of the factorization, as a part of the latter's
   *     length
   */
  public record Entry(
      String label, int vectors, double explained, double cumulative, double distance) {

    /** An entry that explains nothing. */
    static Entry plain(final String label, final int vectors) {
      return new Entry(label, vectors, Double.NaN, Double.NaN, Double.NaN);
    }
  }

  /** Takes entries of any list. */
  public Directions {
    entries = List.copyOf(entries);
  }

  /** Directions of which the strength is what is asked for, from no center and with no way back. */
  static Directions plain(final float[] encoder, final float[] bias, final List<Entry> entries) {
    return new Directions(
        encoder,
        bias,
        Nonlinearity.NONE,
        Optional.empty(),
        new float[encoder.length / bias.length],
        entries);
  }

  /** The part of the vectors' variance that all entries explain; NaN where the method has none. */
  public double explained() {
    return entries.get(entries.size() - 1).cumulative();
  }

  /**
   * A dictionary of these directions.
   *
   * @param network the one whose activations they were found in
   * @param layer canonical name
   * @param notes how it came about
   */
  public Dictionary dictionary(
      final String name,
      final InceptionV1 network,
      final String layer,
      final Map<String, String> notes) {
    return new Dictionary(
        name,
        new Dictionary.Home(layer, network.architecture().name(), network.digest()),
        encoder,
        bias,
        nonlinearity,
        decoder,
        center,
        1,
        entries.stream().map(Entry::label).toList(),
        notes);
  }
}
