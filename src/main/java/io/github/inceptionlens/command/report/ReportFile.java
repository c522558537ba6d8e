package io.github.inceptionlens.command.report;

import io.github.inceptionlens.command.file.TextFiles;
import io.github.inceptionlens.command.page.PageDrawing;
import io.github.inceptionlens.command.page.PdfCanvas;
import io.github.inceptionlens.command.page.SvgCanvas;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The vector file of a report, of the kind that its ending says: a PDF has a page for each unit; of
 * several units each has an SVG of its own, with the unit in its name.
 */
final class ReportFile {

  private static final String KEY = "file";
  private static final String PDF = ".pdf";
  private static final String SVG = ".svg";

  private final Path path;

  private ReportFile(final Path path) {
    this.path = path;
  }

  /**
   * The file that a key's value names; nothing for an empty text.
   *
   * @throws UserError when it has another ending, or cannot be written there
   */
  static Optional<ReportFile> of(final String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    final ReportFile file = new ReportFile(TextFiles.path(KEY, text));
    if (!file.endsWith(PDF) && !file.endsWith(SVG)) {
      throw new UserError(
          KEY + " is \"" + text.strip() + "\", expected a name that ends in .pdf or .svg");
    }
    TextFiles.requirePlace(KEY, file.path);
    return Optional.of(file);
  }

  private boolean endsWith(final String ending) {
    return path.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(ending);
  }

  /**
   * Writes the pages, each file at once and whole.
   *
   * @param pages by unit, in their order
   * @return what was written
   * @throws UserError when that is not possible
   */
  List<Path> write(final Map<Unit, PageDrawing> pages) {
    if (endsWith(PDF)) {
      TextFiles.replace(
          KEY,
          path,
          fresh -> {
            try (OutputStream out = Files.newOutputStream(fresh)) {
              PdfCanvas.write(List.copyOf(pages.values()), out);
            }
          });
      return List.of(path);
    }
    final List<Path> written = new ArrayList<>();
    pages.forEach((unit, page) -> written.add(write(unit, page, pages.size() == 1)));
    return written;
  }

  private Path write(final Unit unit, final PageDrawing page, final boolean single) {
    final Path own = single ? path : named(unit);
    TextFiles.replace(
        KEY,
        own,
        fresh -> {
          try (OutputStream out = Files.newOutputStream(fresh)) {
            SvgCanvas.write(unit.toString(), page, out);
          }
        });
    return own;
  }

  /** {@code report.svg} becomes {@code report-mixed4c-447.svg}. */
  private Path named(final Unit unit) {
    final String name = path.getFileName().toString();
    final String base = name.substring(0, name.length() - SVG.length());
    return path.resolveSibling(
        base + "-" + unit.layer() + "-" + unit.channel() + name.substring(base.length()));
  }
}
