package io.github.inceptionlens.command.atlas.mosaic;

import ij.measure.ResultsTable;
import io.github.inceptionlens.atlas.attribution.CellClasses;
import io.github.inceptionlens.atlas.attribution.ClassAttribution;
import io.github.inceptionlens.atlas.attribution.ClassCells;
import io.github.inceptionlens.atlas.attribution.ClassRows;
import io.github.inceptionlens.atlas.cell.AtlasCell;
import io.github.inceptionlens.atlas.cell.CellKind;
import io.github.inceptionlens.atlas.cell.CellLayout;
import io.github.inceptionlens.atlas.cell.CellRequest;
import io.github.inceptionlens.atlas.embedding.SampleEmbedding;
import io.github.inceptionlens.collection.sample.KeptRows;
import io.github.inceptionlens.command.atlas.EmbeddedPictures;
import io.github.inceptionlens.core.HeapCheck;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.InceptionV1;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The places that contribute to a class, or to two, and their cells.
 *
 * @param attribution of all embedded places
 * @param indices of the classes
 * @param labels of the classes
 * @param rows of the embedding that take part, ascending
 */
record ClassAtlas(
    SampleEmbedding embedded,
    ClassAttribution attribution,
    List<Integer> indices,
    List<String> labels,
    int[] rows) {

  private static final int TENTH = 10;

  /**
   * What a user asks for.
   *
   * @param text the key {@code classes}
   * @param requests how it is to be divided
   * @return nothing where the text is empty
   * @throws UserError as {@link #of}, when there is no such class, or by centers
   */
  static Optional<ClassAtlas> asked(
      final String text,
      final List<CellRequest> requests,
      final InceptionV1 network,
      final SampleEmbedding embedded,
      final Progress progress) {
    final List<Integer> indices = AtlasClasses.of(text, network.architecture());
    if (indices.isEmpty()) {
      return Optional.empty();
    }
    if (requests.get(0).kind() == CellKind.KMEANS) {
      throw new UserError(
          "cells is kmeans, but the atlas of a class has squares: choose cells=grid");
    }
    return Optional.of(of(network, embedded, indices, progress));
  }

  /**
   * Looks at all pictures again.
   *
   * @param indices of one class, or of two
   * @throws UserError when the pictures are not there any more, or no place raises a class
   * @throws java.util.concurrent.CancellationException when the user stopped it; what was found is
   *     kept
   */
  private static ClassAtlas of(
      final InceptionV1 network,
      final SampleEmbedding embedded,
      final List<Integer> indices,
      final Progress progress) {
    final List<String> all = network.architecture().classes();
    HeapCheck.require(
        (long) embedded.rows().length * all.size() * Float.BYTES,
        String.format(Locale.ROOT, "attributing %,d places", embedded.rows().length),
        "choose an embedding of fewer places");
    final ClassAttribution attribution =
        ClassAttribution.of(
            network,
            embedded,
            IntStream.range(0, embedded.rows().length).toArray(),
            EmbeddedPictures.of(embedded, embedded.sample().requireOf(network)),
            KeptRows.standard(ClassAttribution.key(network, embedded)),
            progress);
    final int[] rows =
        indices.stream()
            .flatMapToInt(
                index -> IntStream.of(ClassRows.of(attribution, index, strongest(embedded))))
            .distinct()
            .sorted()
            .toArray();
    final List<String> labels = indices.stream().map(all::get).toList();
    if (rows.length == 0) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "none of %,d places contributes to %s: choose another class, or other images",
              attribution.rows().length,
              String.join(" or ", labels)));
    }
    return new ClassAtlas(embedded, attribution, indices, labels, rows);
  }

  /** How many that raise a class are taken besides those that raise it most: a tenth, at most. */
  private static int strongest(final SampleEmbedding embedded) {
    return Math.min(ClassRows.STRONGEST, embedded.rows().length / TENTH);
  }

  /** The cells of one of the atlas's grids. */
  CellLayout cells(final CellRequest request) {
    final ClassCells cells = new ClassCells(embedded, request.grid(), request.least());
    return cells.layout(rows, isOfTwo() ? cells.map(rows, difference()) : cells.map(rows));
  }

  private boolean isOfTwo() {
    return indices.size() > 1;
  }

  private float[] difference() {
    return ClassRows.difference(attribution, rows, indices.get(0), indices.get(1));
  }

  /** What a cell's places contribute to a class in the mean, in units of the scores. */
  private double mean(final AtlasCell cell, final int index) {
    return IntStream.of(cell.members())
        .mapToDouble(row -> attribution.of(row).orElseThrow()[index])
        .average()
        .orElse(Double.NaN);
  }

  /** Writes what a cell contributes to the classes into the last row. */
  void add(final ResultsTable table, final AtlasCell cell) {
    for (int i = 0; i < indices.size(); i++) {
      table.addValue("Attribution " + labels.get(i), mean(cell, indices.get(i)));
    }
  }

  /** What stands on a cell: the class that its places raise most, and what they give it. */
  String caption(final InceptionV1 network, final AtlasCell cell) {
    final CellClasses.ClassMean top = CellClasses.of(attribution, cell.members(), 1).get(0);
    return String.format(
        Locale.ROOT,
        "%s %.2g",
        network.architecture().classes().get(top.index()).split(",")[0],
        top.mean());
  }

  /** What a reader must know. */
  List<String> notes() {
    final String shown =
        String.format(
            Locale.ROOT,
            "of %,d places %,d take part: those that raise %s more than any other class, and of all"
                + " others that raise it the %,d strongest%s",
            attribution.rows().length,
            rows.length,
            String.join(" or ", labels),
            strongest(embedded),
            isOfTwo() ? "; " + labels.get(0) + " lies at the right" : "");
    return IntStream.range(0, 1 + attribution.notes().size())
        .mapToObj(i -> i == 0 ? shown : attribution.notes().get(i - 1))
        .toList();
  }
}
