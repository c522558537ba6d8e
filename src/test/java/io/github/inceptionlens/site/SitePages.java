package io.github.inceptionlens.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Writes the Markdown pages of {@code src/site/markdown} as a small website of plain HTML, the one
 * that also lies in the plugin's jar for the Help of its dialogs.
 */
public final class SitePages {

  private static final Path SOURCE = Path.of("src", "site", "markdown");
  private static final List<Extension> TABLES = List.of(TablesExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(TABLES).build();
  private static final HtmlRenderer RENDERER = HtmlRenderer.builder().extensions(TABLES).build();
  private static final String MARKDOWN = ".md";

  private SitePages() {}

  /** Argument: the folder of the website, which is made. */
  public static void main(final String... folder) throws IOException {
    write(Path.of(folder[0]));
  }

  static void write(final Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(SOURCE)) {
      for (final Path file : files.filter(Files::isRegularFile).toList()) {
        final Path place = folder.resolve(SOURCE.relativize(file).toString());
        Files.createDirectories(place.getParent());
        if (file.toString().endsWith(MARKDOWN)) {
          final String name = place.getFileName().toString();
          Files.writeString(
              place.resolveSibling(html(name)), page(Files.readString(file), depth(file)));
        } else {
          Files.copy(file, place, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static int depth(final Path file) {
    return SOURCE.relativize(file).getNameCount() - 1;
  }

  private static String html(final String destination) {
    return destination.replaceFirst("\\.md(?=#|$)", ".html");
  }

  /** A page of the website. */
  static String page(final String markdown, final int depth) {
    final Node document = PARSER.parse(markdown);
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(final Link link) {
            if (!link.getDestination().contains("://")) {
              link.setDestination(html(link.getDestination()));
            }
            visitChildren(link);
          }
        });
    final String up = "../".repeat(depth);
    return String.format(
        Locale.ROOT, TEMPLATE, title(markdown), up, up, up, RENDERER.render(document));
  }

  private static String title(final String markdown) {
    return markdown.lines().findFirst().orElse("").replaceFirst("^#+ *", "");
  }

  private static final String TEMPLATE =
      """
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>%s - Inception Lens</title>
      <link rel="stylesheet" href="%sstyle.css">
      </head>
      <body>
      <p class="top"><a href="%sindex.html">Inception Lens</a> | \
      <a href="%sreference/index.html">Reference</a></p>
      %s
      </body>
      </html>
      """;
}
