package io.github.inceptionlens.command.browser.units;

/** What the cells show of their units. */
public enum BrowserTab {

  /** What the unit looks for. */
  VISUALIZATIONS("Visualizations"),

  /** Where it fires on the current image. */
  MAPS("Maps on the Image"),

  /** The crops of a collection that drive it most. */
  CROPS("Top Crops");

  private final String title;

  BrowserTab(final String title) {
    this.title = title;
  }

  @Override
  public String toString() {
    return title;
  }
}
