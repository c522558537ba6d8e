package io.github.inceptionlens.command.atlas;

import ij.measure.ResultsTable;
import io.github.inceptionlens.atlas.embedding.EmbeddingQuality;
import io.github.inceptionlens.atlas.embedding.SampleEmbedding;
import io.github.inceptionlens.collection.sample.ActivationSample;
import io.github.inceptionlens.collection.sample.Embeddings;
import io.github.inceptionlens.core.UserError;
import java.util.Map;

/** A row for each embedding that has a name. */
final class EmbeddingsTable {

  private static final double MEGABYTE = 1e6;
  private static final int DECIMALS = 3;

  private EmbeddingsTable() {}

  static ResultsTable of(final Embeddings all) {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    for (final String name : all.names()) {
      table.addRow();
      table.addValue("Name", name);
      try {
        SampleEmbedding.of(all.sample(name), all.read(name))
            .ifPresentOrElse(one -> add(table, one), () -> addDamaged(table, "damaged"));
      } catch (final UserError damaged) {
        addDamaged(table, damaged.getMessage());
      }
      table.addValue("MB", all.file(name).toFile().length() / MEGABYTE);
    }
    return table;
  }

  private static void add(final ResultsTable table, final SampleEmbedding embedded) {
    final ActivationSample sample = embedded.sample();
    final Map<String, String> said = sample.metadata();
    final EmbeddingQuality quality = embedded.made().quality();
    table.addValue("Network", said.getOrDefault("network", ""));
    table.addValue("Layer", sample.layer());
    table.addValue("Vectors", sample.size());
    table.addValue("Images", sample.images());
    table.addValue("Embedded", embedded.made().embedding().request().words());
    table.addValue("Trustworthiness", quality.trustworthiness());
    table.addValue("Neighbors Kept", quality.preservation());
    table.addValue("From", said.getOrDefault("collection", ""));
  }

  private static void addDamaged(final ResultsTable table, final String fault) {
    table.addValue("Network", "");
    table.addValue("Layer", "");
    table.addValue("Vectors", 0);
    table.addValue("Images", 0);
    table.addValue("Embedded", "");
    table.addValue("Trustworthiness", Double.NaN);
    table.addValue("Neighbors Kept", Double.NaN);
    table.addValue("From", fault);
  }
}
