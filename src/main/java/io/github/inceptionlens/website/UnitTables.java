package io.github.inceptionlens.website;

import io.github.inceptionlens.core.Csv;
import io.github.inceptionlens.website.UnitLinks.UnitLink;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The numbers of pages as CSV. */
final class UnitTables {

  private static final String FIGURE = "figure";

  private UnitTables() {}

  /** The numbers of a unit, one in each row. */
  static byte[] unit(final UnitPage page) {
    final List<List<String>> rows = new ArrayList<>();
    final String unit = page.unit().name();
    rows.add(List.of("Unit", "Kind", "Rank", "Name", "Value"));
    final UnitFigures figures = page.figures();
    rows.add(row(unit, FIGURE, 0, "positions", figures.positions()));
    rows.add(row(unit, FIGURE, 0, "mean", figures.mean()));
    rows.add(row(unit, FIGURE, 0, "deviation", figures.deviation()));
    rows.add(row(unit, FIGURE, 0, "active", figures.active()));
    rows.add(row(unit, FIGURE, 0, "kurtosis", figures.kurtosis()));
    rows.add(row(unit, FIGURE, 0, "least", figures.least()));
    rows.add(row(unit, FIGURE, 0, "largest", figures.largest()));
    figures
        .quantiles()
        .forEach((part, value) -> rows.add(row(unit, "quantile", 0, Csv.number(part), value)));
    figures
        .labelMeans()
        .forEach((label, mean) -> rows.add(row(unit, "label mean", 0, label, mean)));
    addCrops(rows, unit, "top", page.strongest());
    addCrops(rows, unit, "along", page.along());
    addLinks(rows, unit, "in", page.inputs().strongest());
    addLinks(rows, unit, "out", page.outputs().strongest());
    for (int i = 0; i < figures.bins().size(); i++) {
      rows.add(row(unit, "bin from", i + 1, Csv.number(figures.edge(i)), figures.bins().get(i)));
    }
    return text(rows);
  }

  private static void addCrops(
      final List<List<String>> rows,
      final String unit,
      final String kind,
      final List<CropShot> crops) {
    for (int i = 0; i < crops.size(); i++) {
      rows.add(row(unit, kind, i + 1, crops.get(i).caption(), crops.get(i).value()));
    }
  }

  private static void addLinks(
      final List<List<String>> rows,
      final String unit,
      final String direction,
      final List<UnitLink> links) {
    for (int i = 0; i < links.size(); i++) {
      final UnitLink link = links.get(i);
      rows.add(row(unit, direction + " norm", i + 1, link.name(), link.norm()));
      rows.add(row(unit, direction + " sum", i + 1, link.name(), link.sum()));
    }
  }

  private static List<String> row(
      final String unit, final String kind, final int rank, final String name, final double value) {
    return List.of(unit, kind, rank == 0 ? "" : Csv.number(rank), name, Csv.number(value));
  }

  /** The figures of the units of a layer, a unit in each row. */
  static byte[] layer(final Collection<UnitPage> pages) {
    final List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "Unit",
            "Label",
            "Positions",
            "Mean",
            "Deviation",
            "Active",
            "Kurtosis",
            "Least",
            "Largest"));
    for (final UnitPage page : pages) {
      final UnitFigures figures = page.figures();
      final List<String> row = new ArrayList<>(List.of(page.unit().name(), page.unit().label()));
      for (final double value :
          new double[] {
            figures.positions(),
            figures.mean(),
            figures.deviation(),
            figures.active(),
            figures.kurtosis(),
            figures.least(),
            figures.largest()
          }) {
        row.add(Csv.number(value));
      }
      rows.add(row);
    }
    return text(rows);
  }

  private static byte[] text(final List<List<String>> rows) {
    final StringBuilder text = new StringBuilder();
    rows.forEach(row -> text.append(Csv.line(row)).append('\n'));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }
}
