package io.github.inceptionlens.ij1;

import java.util.List;
import java.util.Optional;

/** A command's help, made from its own words: readable without a network. */
final class CommandHelp {

  private CommandHelp() {}

  /** The help as an HTML page of ImageJ's dialogs. */
  static String html(final CommandRun feature, final List<MacroKey> keys) {
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
