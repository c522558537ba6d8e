package io.github.inceptionlens.command.place;

import ij.ImagePlus;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.text.TextWindow;
import io.github.inceptionlens.command.OpenTables;
import io.github.inceptionlens.command.file.TextFiles;
import io.github.inceptionlens.core.Csv;
import io.github.inceptionlens.core.FileNames;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.input.OpenImages;
import io.github.inceptionlens.image.place.CropPlaces;
import io.github.inceptionlens.image.place.ImagePlace;
import java.awt.Window;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Rows that stand for places: of a table, of its file, or the crops of a montage. */
public final class PlaceTable {

  private static final String RESULTS = "Results";
  private static final Pattern OF_PLACE =
      Pattern.compile("(\\w+ )?(Image|Slice|X|Y)|Collection|Coordinates");

  private final String name;
  private final int size;
  private final IntFunction<List<ImagePlace>> places;

  private PlaceTable(
      final String name, final int size, final IntFunction<List<ImagePlace>> places) {
    this.name = name;
    this.size = size;
    this.places = places;
  }

  /** Whether a column says where a row's place is. */
  public static boolean isOfPlace(final String heading) {
    return OF_PLACE.matcher(heading).matches();
  }

  /** The rows of a table that is there. */
  public static PlaceTable of(final String name, final ResultsTable table) {
    final List<String> headings =
        Arrays.stream(table.getHeadings()).filter(table::columnExists).toList();
    return new PlaceTable(
        name,
        table.size(),
        row ->
            new PlaceColumns(
                    headings,
                    heading -> table.getStringValue(heading, row),
                    heading -> table.getValue(heading, row))
                .places());
  }

  /** The crops of a picture; nothing where it has none. */
  public static Optional<PlaceTable> of(final ImagePlus montage) {
    return CropPlaces.of(montage)
        .map(CropPlaces::crops)
        .map(
            crops ->
                new PlaceTable(
                    montage.getTitle(), crops.size(), row -> List.of(crops.get(row).place())));
  }

  /**
   * The rows that a key's value names: the title of an open table, Results, the title of an open
   * montage, or the path of a table's file.
   *
   * @throws UserError when there are no such rows
   */
  public static PlaceTable named(final String key, final String text) {
    final String title = text.strip();
    return OpenTables.named(key, title)
        .or(() -> results(title))
        .map(table -> of(title, table))
        .or(() -> montage(title))
        .orElseGet(() -> ofFile(key, title));
  }

  /** ImageJ's own table, which without a display has all rows. */
  private static Optional<ResultsTable> results(final String title) {
    return Optional.of(ResultsTable.getResultsTable())
        .filter(table -> title.equals(RESULTS) && table.size() > 0);
  }

  private static Optional<PlaceTable> montage(final String title) {
    return OpenImages.all().stream()
        .filter(image -> title.equals(image.getTitle()))
        .flatMap(image -> of(image).stream())
        .findFirst();
  }

  private static PlaceTable ofFile(final String key, final String text) {
    if (FileNames.path(text).filter(Files::isRegularFile).isEmpty()) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%s is \"%s\", expected the title of an open table or of a montage with crops, Results"
                  + " (which has all rows where there is no display), or the path of a table (.csv)",
              key,
              text));
    }
    final String name = key + ", \"" + text + "\",";
    final List<List<String>> rows = Csv.rows(TextFiles.read(key, TextFiles.path(key, text)), name);
    if (rows.isEmpty()) {
      throw new UserError(name + " is empty");
    }
    final List<String> headings = rows.get(0);
    return new PlaceTable(
        text, rows.size() - 1, row -> columns(headings, rows.get(row + 1)).places());
  }

  private static PlaceColumns columns(final List<String> headings, final List<String> row) {
    return new PlaceColumns(
        headings,
        heading -> cell(headings, row, heading),
        heading -> number(cell(headings, row, heading)));
  }

  private static String cell(
      final List<String> headings, final List<String> row, final String heading) {
    final int column = headings.indexOf(heading);
    return column < row.size() ? row.get(column) : "";
  }

  private static double number(final String text) {
    try {
      return Double.parseDouble(text);
    } catch (final NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** The titles of what is open and has rows that lead to images. */
  static List<String> titles() {
    final Window[] windows = WindowManager.getAllNonImageWindows();
    final Stream<String> tables =
        Arrays.stream(windows == null ? new Window[0] : windows)
            .filter(window -> window instanceof TextWindow table && leads(table))
            .map(window -> ((TextWindow) window).getTitle());
    final Stream<String> montages =
        OpenImages.all().stream()
            .filter(image -> CropPlaces.of(image).isPresent())
            .map(ImagePlus::getTitle);
    return Stream.concat(tables, montages).distinct().toList();
  }

  private static boolean leads(final TextWindow window) {
    return Arrays.stream(window.getTextPanel().getColumnHeadings().split("\t"))
        .anyMatch(heading -> heading.equals("Image") || heading.endsWith(" Image"));
  }

  /** How many rows there are. */
  public int size() {
    return size;
  }

  /**
   * The places of a row; of a row that compares two images there are two.
   *
   * @param number from 1
   * @throws UserError when there is no such row, or it is not of an image
   */
  public List<ImagePlace> row(final int number) {
    if (number < 1 || number > size) {
      throw new UserError(
          String.format(
              Locale.ROOT, "row is %d, but \"%s\" has the rows 1 to %d", number, name, size));
    }
    final List<ImagePlace> found = places.apply(number - 1);
    if (found.isEmpty()) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "row %d of \"%s\" is not of an image: its Image is empty or missing",
              number,
              name));
    }
    return found;
  }
}
