package io.github.inceptionlens.command.dictionary;

import ij.measure.ResultsTable;
import io.github.inceptionlens.collection.sample.SampledPlace;
import io.github.inceptionlens.command.ResultTables;
import io.github.inceptionlens.dictionary.sparse.SparseFigures;
import io.github.inceptionlens.dictionary.sparse.SparseRequest;
import io.github.inceptionlens.dictionary.sparse.TrainedDictionary;
import io.github.inceptionlens.dictionary.sparse.TrainedDictionary.Part;
import io.github.inceptionlens.dictionary.vectors.PictureSplit;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a training came to, for tables, the Log and the dictionary's own file.
 *
 * @param narrowed why there are fewer entries than one may think, where there are
 */
record TrainingReport(
    String name,
    String layer,
    LearnedSample from,
    PictureSplit split,
    SparseRequest request,
    TrainedDictionary trained,
    Optional<String> narrowed) {

  private static final int DECIMALS = 4;
  private static final double MANY_DEAD = 0.2;

  /** The figures in one row. */
  ResultsTable table() {
    final SparseFigures figures = trained.figures();
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    table.addRow();
    table.addValue("Dictionary", name);
    table.addValue("Layer", layer);
    table.addValue("Method", request.method().label());
    table.addValue("Entries", request.size());
    table.addValue("K", request.k());
    table.addValue("Vectors", split.training().length);
    table.addValue("HeldOut", split.heldOut().length);
    table.addValue("HeldOutUnits", split.unit().words(split.wholes()));
    table.addValue("Steps", trained.done());
    table.addValue("BestStep", trained.steps());
    table.addValue("UnexplainedVariance", figures.unexplained());
    table.addValue("UnexplainedTraining", figures.unexplainedTraining());
    table.addValue("LatentsPerPlace", figures.active());
    table.addValue("DeadShare", figures.dead());
    table.addValue("DenseShare", figures.dense());
    table.addValue("EffectiveRank", trained.census().effectiveRank());
    table.addValue("Batch", request.batch());
    table.addValue("LearningRate", String.format(Locale.ROOT, "%.3g", request.learningRate()));
    return table;
  }

  /** Of which places each entry is made, a row per part; nothing where the method makes no such. */
  Optional<ResultsTable> places() {
    if (trained.mixtures().isEmpty()) {
      return Optional.empty();
    }
    final String root = root();
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    for (int entry = 0; entry < trained.mixtures().size(); entry++) {
      for (final Part part : trained.mixtures().get(entry)) {
        table.addRow();
        table.addValue("Entry", name + ":" + entry);
        table.addValue("Weight", part.weight());
        table.addValue("Image", from.sample().image(part.row()).path());
        place(part).ifPresent(place -> addPlace(table, place));
        if (!root.isEmpty()) {
          table.addValue(ResultTables.COLLECTION, root);
        }
      }
    }
    return Optional.of(table);
  }

  private Optional<SampledPlace> place(final Part part) {
    return from.sample().place(part.row());
  }

  private static void addPlace(final ResultsTable table, final SampledPlace place) {
    table.addValue("Slice", place.slice());
    table.addValue("X", place.x());
    table.addValue("Y", place.y());
  }

  /** Where the images of a sample are, if that is a folder or a table of files. */
  private String root() {
    final String said = from.sample().metadata().getOrDefault("collection", "");
    try {
      return Files.exists(Path.of(said)) ? said : "";
    } catch (final InvalidPathException e) {
      return "";
    }
  }

  /** How the dictionary came about and how good it is, for its file. */
  Map<String, String> card(final String macro, final String version) {
    final SparseFigures figures = trained.figures();
    final Map<String, String> card = new LinkedHashMap<>();
    card.put(
        "origin",
        String.format(
            Locale.ROOT,
            "%s of %s, k %d, %,d steps, seed %d, unexplained variance %.4f on %s held out",
            request.method().label(),
            from.words(),
            request.k(),
            trained.done(),
            request.seed(),
            figures.unexplained(),
            split.unit().words(split.wholes())));
    card.put("method", request.method().label());
    card.put("trained_on", from.words());
    put(card, "k", request.k());
    put(card, "steps", trained.done());
    put(card, "best_step", trained.steps());
    put(card, "batch", request.batch());
    put(card, "learning_rate", request.learningRate());
    put(card, "seed", request.seed());
    put(card, "vectors", split.training().length);
    put(card, "vectors_held_out", split.heldOut().length);
    put(card, "unexplained_variance", figures.unexplained());
    put(card, "unexplained_variance_training", figures.unexplainedTraining());
    put(card, "latents_per_place", figures.active());
    put(card, "dead_share", figures.dead());
    put(card, "dense_share", figures.dense());
    put(card, "effective_rank", trained.census().effectiveRank());
    if (!trained.mixtures().isEmpty()) {
      card.put("archetypes", new ArchetypeList(from.sample(), trained.mixtures()).json());
    }
    card.put("macro", macro);
    card.put("version", version);
    return card;
  }

  private static void put(final Map<String, String> card, final String key, final Number value) {
    card.put(key, String.valueOf(value));
  }

  /** Whether the user ended the training early. */
  boolean isStopped() {
    return trained.done() < request.steps();
  }

  /** What must be known beside the figures. */
  List<String> notes() {
    final List<String> notes = new ArrayList<>();
    narrowed.ifPresent(notes::add);
    if (split.unit() == PictureSplit.Unit.PLACE || split.unit() == PictureSplit.Unit.SLICE) {
      notes.add(
          "held out is a part of the one image ("
              + split.unit().words(split.wholes())
              + "), which may look like the rest: the figures flatter");
    }
    if (isStopped()) {
      notes.add(
          String.format(
              Locale.ROOT,
              "stopped after %,d of %,d steps; the dictionary is the best so far, and the same call"
                  + " (with replace) goes on from there",
              trained.done(),
              request.steps()));
    }
    if (trained.figures().dead() > MANY_DEAD) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%.0f %% of the entries are active at no place: choose a smaller size, or more images",
              100 * trained.figures().dead()));
    }
    return notes;
  }
}
