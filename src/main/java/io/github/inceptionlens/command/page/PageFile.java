package io.github.inceptionlens.command.page;

import io.github.inceptionlens.command.file.TextFiles;
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
 * The vector file of pages, of the kind that its ending says: a PDF has all of them; of several
 * each has an SVG of its own, with its title in the name.
 */
public final class PageFile {

  private static final String KEY = "file";
  private static final String PDF = ".pdf";
  private static final String SVG = ".svg";

  private final Path path;

  private PageFile(final Path path) {
    this.path = path;
  }

  /**
   * The file that a key's value names; nothing for an empty text.
   *
   * @throws UserError when it has another ending, or cannot be written there
   */
  public static Optional<PageFile> of(final String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    final PageFile file = new PageFile(TextFiles.path(KEY, text));
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
   * @param pages by title, such as a unit, in their order
   * @return what was written
   * @throws UserError when that is not possible
   */
  public List<Path> write(final Map<String, PageDrawing> pages) {
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
    pages.forEach((title, page) -> written.add(write(title, page, pages.size() == 1)));
    return written;
  }

  private Path write(final String title, final PageDrawing page, final boolean single) {
    final Path own = single ? path : named(title);
    TextFiles.replace(
        KEY,
        own,
        fresh -> {
          try (OutputStream out = Files.newOutputStream(fresh)) {
            SvgCanvas.write(title, page, out);
          }
        });
    return own;
  }

  /** {@code report.svg} becomes {@code report-mixed4c-447.svg}. */
  private Path named(final String title) {
    final String name = path.getFileName().toString();
    final String base = name.substring(0, name.length() - SVG.length());
    return path.resolveSibling(
        base + "-" + title.replace(':', '-') + name.substring(base.length()));
  }
}
