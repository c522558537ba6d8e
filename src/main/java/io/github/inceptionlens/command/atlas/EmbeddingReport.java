package io.github.inceptionlens.command.atlas;

import ij.measure.ResultsTable;
import io.github.inceptionlens.atlas.embedding.EmbeddingQuality;
import io.github.inceptionlens.atlas.embedding.SampleEmbedding;
import io.github.inceptionlens.collection.sample.ActivationSample;
import io.github.inceptionlens.collection.sample.SampledImage;
import io.github.inceptionlens.collection.sample.SampledPlace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What an embedding came to, as tables and sentences.
 *
 * @param values of a unit, one per vector, by the unit's name
 */
public record EmbeddingReport(SampleEmbedding embedded, Map<String, float[]> values) {

  private static final int DECIMALS = 4;
  private static final int FEW = 1000;

  /** A row per vector. */
  ResultsTable table() {
    final ActivationSample sample = embedded.sample();
    final float[] points = embedded.made().embedding().points();
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    final boolean labeled = labels().stream().anyMatch(label -> !label.isEmpty());
    for (int i = 0; i < embedded.rows().length; i++) {
      final SampledImage image = sample.image(embedded.rows()[i]);
      table.addRow();
      table.addValue("Image", image.path());
      final Optional<SampledPlace> place = sample.place(embedded.rows()[i]);
      if (place.isPresent()) {
        table.addValue("Slice", place.get().slice());
        table.addValue("X", place.get().x());
        table.addValue("Y", place.get().y());
      }
      if (labeled) {
        table.addValue("Label", image.label());
      }
      table.addValue(EmbeddingPlot.ACROSS, points[2 * i]);
      table.addValue(EmbeddingPlot.UP, points[2 * i + 1]);
      for (final Map.Entry<String, float[]> one : values.entrySet()) {
        table.addValue(one.getKey(), one.getValue()[i]);
      }
    }
    return table;
  }

  /** The label of each vector's image; empty for none. */
  public List<String> labels() {
    return Arrays.stream(embedded.rows())
        .mapToObj(row -> embedded.sample().image(row).label())
        .toList();
  }

  /** The picture of each vector: its image and slice. */
  List<String> pictures() {
    return Arrays.stream(embedded.rows())
        .mapToObj(
            row ->
                embedded
                    .sample()
                    .place(row)
                    .map(place -> embedded.sample().image(row).path() + " " + place.slice())
                    .orElseGet(() -> embedded.sample().image(row).path()))
        .toList();
  }

  /** How many pictures the vectors are of. */
  long countPictures() {
    return pictures().stream().distinct().count();
  }

  /** How well neighbors are kept, beside PCA and chance. */
  ResultsTable figures() {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    final EmbeddingQuality own = embedded.made().quality();
    final Map<String, double[]> rows = new LinkedHashMap<>();
    rows.put(embedded.made().embedding().request().method().label(), figures(own));
    rows.putIfAbsent("pca", figures(embedded.made().ofPca()));
    rows.put("chance", new double[] {0.5, own.chance()});
    rows.forEach(
        (method, figures) -> {
          table.addRow();
          table.addValue("Method", method);
          table.addValue("Trustworthiness", figures[0]);
          table.addValue("Neighbors Kept", figures[1]);
          table.addValue("K", own.neighbors());
          table.addValue("Measured", own.measured());
          table.addValue("Vectors", own.vectors());
          table.addValue("Pictures", countPictures());
        });
    return table;
  }

  private static double[] figures(final EmbeddingQuality quality) {
    return new double[] {quality.trustworthiness(), quality.preservation()};
  }

  /** How good it is, in one line. */
  public String quality() {
    final EmbeddingQuality own = embedded.made().quality();
    final EmbeddingQuality pca = embedded.made().ofPca();
    return String.format(
        Locale.ROOT,
        "trustworthiness %.3f (PCA %.3f), neighbors kept %.3f (PCA %.3f, chance %.3f)",
        own.trustworthiness(),
        pca.trustworthiness(),
        own.preservation(),
        pca.preservation(),
        own.chance());
  }

  /** How many vectors of how many pictures, and how they were embedded. */
  public String counts() {
    return String.format(
        Locale.ROOT,
        "%,d vectors of %s, of %,d pictures; %s",
        embedded.rows().length,
        embedded.sample().layer(),
        countPictures(),
        embedded.made().embedding().request().words());
  }

  /** What a reader must know. */
  public List<String> notes() {
    final EmbeddingQuality own = embedded.made().quality();
    final List<String> notes = new ArrayList<>(List.of(counts()));
    notes.add(
        String.format(
            Locale.ROOT,
            "%s, of the %d nearest of %,d vectors",
            quality(),
            own.neighbors(),
            own.measured()));
    notes.addAll(embedded.notes());
    if (embedded.rows().length < FEW) {
      notes.add(
          String.format(
              Locale.ROOT,
              "with %,d vectors, fewer than a thousand, gaps and small groups may be chance: more"
                  + " images, or a larger per_picture, show whether they stay",
              embedded.rows().length));
    }
    return notes;
  }
}
