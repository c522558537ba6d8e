package io.github.inceptionlens.command.tuning;

import ij.ImagePlus;
import io.github.inceptionlens.circuit.stimulus.Stimulus;
import io.github.inceptionlens.circuit.stimulus.StimulusKind;
import io.github.inceptionlens.circuit.stimulus.StimulusParameter;
import io.github.inceptionlens.command.OpenTables;
import io.github.inceptionlens.command.SheetTable;
import io.github.inceptionlens.command.file.TextFiles;
import io.github.inceptionlens.core.Csv;
import io.github.inceptionlens.core.UserError;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What each slice of a stack shows: as the slices' labels say, or a table. */
final class StimulusRows {

  private static final double FULL_TURN = 360;

  private final Map<Integer, Map<StimulusParameter, Double>> slices = new HashMap<>();
  private final Set<String> kinds = new HashSet<>();

  /**
   * Looks at a stack.
   *
   * @param table the title of an open table, or the path of a file; empty for the slices' labels
   * @throws UserError when a slice is not told
   */
  static StimulusRows of(final ImagePlus image, final String table) {
    final StimulusRows rows = new StimulusRows();
    if (table.isBlank()) {
      rows.readLabels(image);
    } else {
      rows.readTable(image, table);
    }
    return rows;
  }

  private void readLabels(final ImagePlus image) {
    for (int slice = 1; slice <= image.getStackSize(); slice++) {
      final Optional<Stimulus> stimulus = Stimulus.of(image.getStack().getSliceLabel(slice));
      if (stimulus.isEmpty()) {
        throw new UserError(
            String.format(
                Locale.ROOT,
                "the label of slice %d of \"%s\" does not tell what it shows: make a stack with"
                    + " Make Stimuli..., or name a table with columns Slice and Angle (or %s)",
                slice,
                image.getTitle(),
                headings()));
      }
      slices.put(slice, stimulus.get().values());
      kinds.add(stimulus.get().kind().label());
    }
  }

  private static String headings() {
    return Arrays.stream(StimulusParameter.values())
        .skip(1)
        .map(StimulusParameter::heading)
        .collect(Collectors.joining(", "));
  }

  private void readTable(final ImagePlus image, final String table) {
    final String name = "the table \"" + table.strip() + "\"";
    final List<List<String>> rows =
        Csv.rows(
            OpenTables.named("table", table)
                .map(SheetTable::exact)
                .orElseGet(() -> TextFiles.read("table", TextFiles.path("table", table))),
            name);
    if (rows.isEmpty()) {
      throw new UserError(name + " is empty");
    }
    final List<String> heading = rows.get(0);
    final Map<StimulusParameter, Integer> columns = columns(heading, name);
    final List<List<String>> own = own(rows.subList(1, rows.size()), heading, image.getTitle());
    for (int row = 0; row < own.size(); row++) {
      add(own.get(row), heading, columns, row + 1, name);
    }
    final int missing =
        IntStream.rangeClosed(1, image.getStackSize())
            .filter(slice -> !slices.containsKey(slice))
            .findFirst()
            .orElse(0);
    if (missing > 0) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%s has no row for slice %d of \"%s\"",
              name,
              missing,
              image.getTitle()));
    }
  }

  private static Map<StimulusParameter, Integer> columns(
      final List<String> heading, final String name) {
    final Map<StimulusParameter, Integer> columns = new EnumMap<>(StimulusParameter.class);
    for (final StimulusParameter one : StimulusParameter.values()) {
      column(heading, one.heading()).ifPresent(index -> columns.put(one, index));
    }
    if (columns.isEmpty()) {
      throw new UserError(
          name + " has none of the columns Angle, " + headings() + " that tell what a slice shows");
    }
    return columns;
  }

  private static Optional<Integer> column(final List<String> heading, final String name) {
    return IntStream.range(0, heading.size())
        .filter(i -> heading.get(i).equalsIgnoreCase(name))
        .boxed()
        .findFirst();
  }

  /** The rows of an image, where the table tells images apart and knows this one. */
  private static List<List<String>> own(
      final List<List<String>> rows, final List<String> heading, final String title) {
    final Optional<Integer> image = column(heading, "Image");
    final List<List<String>> own =
        rows.stream()
            .filter(row -> image.isPresent() && cell(row, image.get()).equals(title))
            .toList();
    return own.isEmpty() ? rows : own;
  }

  private static String cell(final List<String> row, final int column) {
    return column < row.size() ? row.get(column) : "";
  }

  private void add(
      final List<String> row,
      final List<String> heading,
      final Map<StimulusParameter, Integer> columns,
      final int index,
      final String name) {
    final Map<StimulusParameter, Double> values = new EnumMap<>(StimulusParameter.class);
    columns.forEach(
        (parameter, column) ->
            number(cell(row, column)).ifPresent(value -> values.put(parameter, value)));
    final double slice =
        column(heading, "Slice")
            .map(column -> number(cell(row, column)).orElse(Double.NaN))
            .orElse((double) index);
    if (slice != Math.rint(slice) || slices.put((int) slice, values) != null) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "row %d of %s has in Slice \"%s\", expected the number of a slice that no other row"
                  + " has",
              index,
              name,
              cell(row, column(heading, "Slice").orElse(0))));
    }
    column(heading, "Kind").ifPresent(column -> kinds.add(cell(row, column)));
  }

  private static OptionalDouble number(final String text) {
    try {
      final double number = Double.parseDouble(text);
      return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
    } catch (final NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  /** What a slice shows. */
  Map<StimulusParameter, Double> values(final int slice) {
    return slices.get(slice);
  }

  /** After how many degrees the kind is the same again; a full turn where it is not known. */
  double period() {
    return kinds.size() == 1
        ? Arrays.stream(StimulusKind.values())
            .filter(kind -> kinds.contains(kind.label()))
            .mapToDouble(StimulusKind::period)
            .findFirst()
            .orElse(FULL_TURN)
        : FULL_TURN;
  }
}
