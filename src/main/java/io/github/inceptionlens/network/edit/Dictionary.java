package io.github.inceptionlens.network.edit;

import io.github.inceptionlens.core.UserError;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A named, ordered set of directions of one layer of one network: {@code z = encoder · (x − center)
 * + bias}, {@code f = nonlinearity(z)}, and where there is a decoder {@code x̂ = decoderᵀ · f +
 * center}, in units of the layer's raw activations.
 *
 * @param name what it is called, as a layer of its own
 * @param home what it belongs to
 * @param encoder [entry, channel], row-major; shared, not copied
 * @param bias one value per entry
 * @param nonlinearity what becomes of the strengths
 * @param decoder [entry, channel], row-major
 * @param center one value per channel
 * @param scale what training divided activations by, above 0; only a record
 * @param labels one text per entry, may be empty texts
 * @param notes how it came about: {@code origin}, {@code license} and further ones, for provenance
 */
public record Dictionary(
    String name,
    Home home,
    float[] encoder,
    float[] bias,
    Nonlinearity nonlinearity,
    Optional<float[]> decoder,
    float[] center,
    float scale,
    List<String> labels,
    Map<String, String> notes) {

  /**
   * What a dictionary belongs to.
   *
   * @param layer canonical name
   * @param network the network's name
   * @param digest of the network's weights
   */
  public record Home(String layer, String network, String digest) {}

  /** Refuses shapes that do not fit and values that are no numbers. */
  public Dictionary {
    DictionaryNames.check(name);
    labels = List.copyOf(labels);
    notes = Map.copyOf(notes);
    requireLength(name, "encoder", encoder, bias.length * center.length);
    decoder.ifPresent(back -> requireLength(name, "decoder", back, encoder.length));
    final float[] thresholds = nonlinearity.thresholds().orElse(bias);
    requireLength(name, "threshold", thresholds, bias.length);
    if (bias.length == 0 || labels.size() != bias.length) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%s has %d entries and %d labels: one label for each is expected",
              name,
              bias.length,
              labels.size()));
    }
    requireScale(name, scale);
    for (final float[] values : List.of(encoder, bias, center, decoder.orElse(bias), thresholds)) {
      requireFinite(name, values);
    }
  }

  private static void requireScale(final String name, final float scale) {
    if (!(scale > 0 && scale < Float.POSITIVE_INFINITY)) {
      throw new UserError(name + " has a scale of " + scale + ", expected a number above 0");
    }
  }

  private static void requireLength(
      final String name, final String tensor, final float[] values, final int length) {
    if (values.length != length) {
      throw new UserError(
          String.format(
              Locale.ROOT, "%s: %s has %d values, not %d", name, tensor, values.length, length));
    }
  }

  private static void requireFinite(final String name, final float[] values) {
    for (final float value : values) {
      if (!Float.isFinite(value)) {
        throw new UserError(name + " holds " + value + ", but only finite numbers are expected");
      }
    }
  }

  /**
   * Directions that are read and act as they are: no bias, nonlinearity or center.
   *
   * @param rows [entry, channel], row-major; shared, not copied
   * @param labels one text per entry
   */
  public static Dictionary ofDirections(
      final String name,
      final Home home,
      final float[] rows,
      final List<String> labels,
      final Map<String, String> notes) {
    return new Dictionary(
        name,
        home,
        rows,
        new float[labels.size()],
        Nonlinearity.NONE,
        Optional.of(rows),
        new float[rows.length / labels.size()],
        1,
        labels,
        notes);
  }

  /** The number of directions. */
  public int entries() {
    return bias.length;
  }

  /** The number of the layer's channels. */
  public int channels() {
    return center.length;
  }

  /**
   * Refuses another network than its own, or one that is its own with edits.
   *
   * @param network the network's name
   * @param lineage the digests of the trained network's weights and of it after each edit
   * @throws UserError with what would fit
   */
  public void requireHome(final String network, final List<String> lineage) {
    if (!lineage.contains(home.digest())) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "dictionary %s is one of layer %s of %s (weights %.12s), but the network is %s (weights"
                  + " %.12s): choose that network, or a dictionary of this one",
              name,
              home.layer(),
              home.network(),
              home.digest(),
              network,
              lineage.get(lineage.size() - 1)));
    }
  }

  /**
   * Refuses vectors of another layer.
   *
   * @param count how many channels they have
   * @throws UserError when the dictionary's layer has another number of them
   */
  public void requireChannels(final int count) {
    if (count != channels()) {
      throw new UserError(
          name + " is of a layer of " + channels() + " channels, but the vectors have " + count);
    }
  }

  /** The rows that compute it, on its own network. */
  public Graft graft() {
    return new Graft(
            name,
            home.layer(),
            new Graft.Affine(encoder, centered()),
            nonlinearity,
            decoder.map(back -> new Graft.Affine(transposed(back), center)))
        .labeled(labels);
  }

  /** The bias of what is not centered first. */
  private float[] centered() {
    final float[] all = new float[entries()];
    for (int entry = 0; entry < all.length; entry++) {
      double sum = bias[entry];
      for (int i = 0; i < center.length; i++) {
        sum -= (double) encoder[entry * center.length + i] * center[i];
      }
      all[entry] = (float) sum;
    }
    return all;
  }

  private float[] transposed(final float[] rows) {
    final float[] columns = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      columns[i % channels() * entries() + i / channels()] = rows[i];
    }
    return columns;
  }

  /**
   * The same directions with other texts, so that it computes the same.
   *
   * @param texts one per entry, may be empty texts
   * @param further in the place of all notes
   */
  public Dictionary described(final List<String> texts, final Map<String, String> further) {
    return new Dictionary(
        name, home, encoder, bias, nonlinearity, decoder, center, scale, texts, further);
  }

  /** Texts for entries that have none. */
  public static List<String> unlabeled(final int entries) {
    return Collections.nCopies(entries, "");
  }
}
