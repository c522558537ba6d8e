package io.github.inceptionlens.command.atlas.comparison;

import ij.measure.ResultsTable;
import io.github.inceptionlens.atlas.cell.AtlasCell;
import io.github.inceptionlens.atlas.cell.AtlasCells;
import io.github.inceptionlens.atlas.cell.CellRequest;
import io.github.inceptionlens.atlas.comparison.CellComparison;
import io.github.inceptionlens.atlas.comparison.CellDifference;
import io.github.inceptionlens.atlas.comparison.ComparisonRequest;
import io.github.inceptionlens.atlas.comparison.GroupDesign;
import io.github.inceptionlens.atlas.embedding.SampleEmbedding;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What a comparison came to, as a table and sentences. */
record ComparisonReport(ComparedVectors vectors, AtlasCells atlas, CellComparison comparison) {

  private static final int DECIMALS = 4;
  private static final int FEW = 1000;

  /**
   * Divides embedded vectors into cells, and compares these.
   *
   * @param embedded images of {@link ComparedImages}
   * @throws io.github.inceptionlens.core.UserError when there is no vector of one side, or no cell
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  static ComparisonReport of(
      final SampleEmbedding embedded,
      final CellRequest division,
      final ComparisonRequest comparison,
      final Progress progress) {
    final ComparedVectors vectors = new ComparedVectors(embedded);
    final AtlasCells atlas = AtlasCells.of(embedded, division, progress.part(0, 2));
    return new ComparisonReport(
        vectors, atlas, vectors.compared(atlas, comparison, progress.part(1, 2)));
  }

  /** A row per cell. */
  ResultsTable table() {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    for (int i = 0; i < atlas.cells().size(); i++) {
      final AtlasCell cell = atlas.cells().get(i);
      final CellDifference found = comparison.cells().get(i);
      table.addRow();
      table.addValue("Cell", cell.number());
      table.addValue("Column", cell.column());
      table.addValue("Row", cell.row());
      table.addValue("Count", cell.count());
      table.addValue("Treated Share", found.treated());
      table.addValue("Control Share", found.control());
      table.addValue("Difference", found.difference());
      table.addValue("Z", found.z());
      table.addValue("P", found.p());
      table.addValue("Corrected P", found.corrected());
      table.addValue("Differs", comparison.differs(i) ? 1 : 0);
      table.addValue("X", cell.x());
      table.addValue("Y", cell.y());
    }
    return table;
  }

  /** The cells that differ, the surest and then the most different first. */
  List<Integer> differing() {
    return IntStream.range(0, atlas.cells().size())
        .filter(comparison::differs)
        .boxed()
        .sorted(
            Comparator.<Integer>comparingDouble(i -> comparison.cells().get(i).corrected())
                .thenComparingDouble(i -> -Math.abs(comparison.cells().get(i).z())))
        .toList();
  }

  /** What a reader must know. */
  List<String> notes() {
    final List<String> notes = new ArrayList<>(List.of(counts(), assigned()));
    notes.addAll(vectors.embedded().notes());
    final int none = (int) Arrays.stream(atlas.cellOf()).filter(cell -> cell < 0).count();
    if (none > 0) {
      notes.add(
          String.format(
              Locale.ROOT,
              "%,d of %,d vectors are in no cell, for theirs have fewer than least=%d",
              none,
              vectors.size(),
              atlas.request().least()));
    }
    if (vectors.size() < FEW) {
      notes.add(
          String.format(
              Locale.ROOT,
              "with %,d vectors, fewer than a thousand, cells hold little and small differences are"
                  + " overlooked: more images, or a larger per_picture",
              vectors.size()));
    }
    notes.add(found());
    return notes;
  }

  /** How a result of it came about. */
  Provenance provenance(final Provenance made) {
    return made.with("compared", counts()).with("method", assigned()).with("result", found());
  }

  /** How many vectors, pictures and groups. */
  String counts() {
    final GroupDesign design = comparison.design();
    return String.format(
        Locale.ROOT,
        "%,d vectors of %,d treated pictures and %,d of %,d control pictures, of %s; %,d treated and"
            + " %,d control groups, %,d groups with pictures on both sides",
        vectors.count(true),
        vectors.pictures(true),
        vectors.count(false),
        vectors.pictures(false),
        vectors.embedded().sample().layer(),
        design.single(true),
        design.single(false),
        design.paired());
  }

  /** How sides were assigned anew. */
  String assigned() {
    final GroupDesign design = comparison.design();
    final int permutations = comparison.request().permutations();
    final String idle =
        design.idle() > 0
            ? String.format(
                Locale.ROOT,
                "; %,d groups that have one side while all others have both do not count",
                design.idle())
            : "";
    return String.format(
        Locale.ROOT,
        "%s, %s; the smallest P that can come out is %.3g%s",
        atlas.request().words(),
        design.isExact(permutations)
            ? String.format(Locale.ROOT, "all %,.0f assignments of sides", design.assignments())
            : String.format(Locale.ROOT, "%,d assignments of sides by chance", permutations),
        comparison.smallest(),
        idle);
  }

  /** How many cells differ, or why none could. */
  String found() {
    final double level = comparison.request().level();
    if (comparison.smallest() > level) {
      return String.format(
          Locale.ROOT,
          "no cell can differ at level=%s, for with so few groups no P is below %.3g: more groups,%s"
              + " or a larger level",
          level,
          comparison.smallest(),
          comparison.design().isExact(comparison.request().permutations())
              ? ""
              : " more permutations,");
    }
    return String.format(
        Locale.ROOT,
        "%,d of %,d cells differ at level=%s, corrected over cells",
        differing().size(),
        atlas.cells().size(),
        level);
  }
}
