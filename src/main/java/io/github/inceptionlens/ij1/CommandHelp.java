package io.github.inceptionlens.ij1;

import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A command's help, made from its own words: readable without a network. */
final class CommandHelp {

  private static final String FOLDER = "/inception-lens-help/reference";
  private static final String STYLE =
      "<head><style>body { width: 540px; font-family: sans-serif; } td, th { padding: 2px 6px;"
          + " vertical-align: top; } code { font-family: monospace; }</style></head>";
  private static final Pattern PICTURE = Pattern.compile("src=\"([^\"]+)\"");

  private CommandHelp() {}

  /** The help as an HTML page of ImageJ's dialogs: the reference's, or else the keys alone. */
  static String html(final CommandRun feature, final List<MacroKey> keys) {
    return reference(feature.label()).orElseGet(() -> listed(feature, keys));
  }

  /** The page of the reference in the plugin's jar, with its pictures, made fit for Swing. */
  static Optional<String> reference(final String label) {
    final URL page = CommandHelp.class.getResource(FOLDER + "/" + slug(label) + ".html");
    if (page == null) {
      return Optional.empty();
    }
    try (InputStream in = page.openStream()) {
      final String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(absolute(text, page));
    } catch (final IOException e) {
      return Optional.empty();
    }
  }

  /** Pictures by their full addresses, no links within the jar, which no browser can open. */
  private static String absolute(final String page, final URL place) {
    final String body =
        page.replaceAll("<html[^>]*>", "<html>") // by which ImageJ knows a page from a macro
            .replaceAll("(?s)<p class=\"top\">.*?</p>", "")
            .replaceAll("(?s)<head>.*?</head>", STYLE)
            .replaceAll("<p><img src=\"[^\"]*/dialogs/[^>]*></p>", "") // it is open already
            .replaceAll("(?s)<a href=\"(?!https?:)[^\"]*\">(.*?)</a>", "$1");
    return PICTURE
        .matcher(body)
        .replaceAll(
            match -> {
              final URL picture = resolved(place, match.group(1));
              return Matcher.quoteReplacement("width=\"540\" src=\"" + picture + "\"");
            });
  }

  private static URL resolved(final URL place, final String relative) {
    try {
      return new URL(place, relative);
    } catch (final MalformedURLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String slug(final String label) {
    return label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("-$", "");
  }

  private static String listed(final CommandRun feature, final List<MacroKey> keys) {
    final StringBuilder page = new StringBuilder("<html><body style='width:420px'>");
    page.append("<h2>").append(escaped(feature.label())).append("</h2>");
    page.append("<p>").append(escaped(feature.description())).append("</p><dl>");
    for (final MacroKey key : keys) {
      page.append("<dt><b>").append(escaped(key.hint())).append("</b></dt><dd>");
      page.append(escaped(description(key))).append("</dd>");
    }
    return page.append("</dl></body></html>").toString();
  }

  private static String description(final MacroKey key) {
    final String words = Optional.ofNullable(key.item().getDescription()).orElse("");
    final String choices = String.join(", ", key.choices());
    return choices.isEmpty() ? words : words + " (" + choices + ")";
  }

  private static String escaped(final String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
