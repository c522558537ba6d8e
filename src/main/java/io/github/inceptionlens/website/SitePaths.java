package io.github.inceptionlens.website;

/** Where a site's files lie, relative to its folder; what links name for good. */
final class SitePaths {

  /** No layer has such a name. */
  static final String PARTS = "site-parts/";

  static final String INDEX = "index.html";

  private SitePaths() {}

  static String layer(final String layer) {
    return layer + "/" + INDEX;
  }

  static String layerTable(final String layer) {
    return layer + "/units.csv";
  }

  static String unit(final String layer, final int channel) {
    return layer + "/" + channel + ".html";
  }

  static String unitTable(final String layer, final int channel) {
    return layer + "/" + channel + ".csv";
  }

  /**
   * A picture.
   *
   * @param what {@code look}, {@code look-small}, {@code top-1}, {@code along-1}
   */
  static String picture(
      final String layer, final int channel, final String what, final String ending) {
    return layer + "/pictures/" + channel + "-" + what + "." + ending;
  }
}
