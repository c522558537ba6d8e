package io.github.inceptionlens.command.browser.units;

/**
 * What is going on in a browser.
 *
 * @param text in a sentence; empty where nothing is
 * @param fraction what is done of it, 0 to 1; negative where nothing is being done
 */
public record BrowserStatus(String text, double fraction) {

  /** Nothing is being done. */
  public static BrowserStatus resting(final String text) {
    return new BrowserStatus(text, -1);
  }

  /** Whether something is being done. */
  public boolean working() {
    return fraction >= 0;
  }
}
