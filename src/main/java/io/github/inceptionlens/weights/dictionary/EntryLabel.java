package io.github.inceptionlens.weights.dictionary;

import io.github.inceptionlens.core.PrintableText;

/**
 * What an entry of a dictionary is called, and how it came to be called so.
 *
 * @param text the label; empty for none
 * @param by what gave it, such as {@code text}, {@code regions} or {@code labels}
 * @param area under ROC with which the entry tells what the label says, on pictures that had no
 *     part in the choice; NaN where a person said it
 * @param prevalence the part of the places or pictures that the label is of; NaN as the area
 */
public record EntryLabel(String text, String by, double area, double prevalence) {

  /** Brings the text onto one line. */
  public EntryLabel {
    text = PrintableText.line(text);
  }

  /** One that a person gave. */
  public static EntryLabel given(final String text, final String by) {
    return new EntryLabel(text, by, Double.NaN, Double.NaN);
  }
}
