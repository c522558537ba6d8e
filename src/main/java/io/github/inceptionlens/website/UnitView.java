package io.github.inceptionlens.website;

import io.github.inceptionlens.website.SiteLayer.SiteUnit;
import java.util.List;

/**
 * A unit's page as its template shows it.
 *
 * @param portrait what it looks for; none or one
 * @param figures names, values and what they mean
 * @param strongest crops
 * @param along crops
 * @param histogram how often which value was seen
 * @param labels mean values by label of the pictures, the largest first
 * @param moreLabels those that are shown when somebody asks for them
 * @param inputs what it reads
 * @param outputs what reads it
 */
public record UnitView(
    SiteUnit unit,
    List<ShownPicture> portrait,
    List<NamedFigure> figures,
    List<ShownPicture> strongest,
    List<ShownPicture> along,
    HistogramShape histogram,
    List<LabelBar> labels,
    List<LabelBar> moreLabels,
    ShownLinks inputs,
    ShownLinks outputs) {

  /**
   * A picture.
   *
   * @param file relative to the page
   * @param few whether its pixels are few enough to be seen as squares
   * @param value in words
   * @param part of all values that lie below, in words
   */
  public record ShownPicture(
      String file,
      int width,
      int height,
      boolean few,
      String alt,
      String value,
      String part,
      String caption) {}

  /** A number, and what it means. */
  public record NamedFigure(String name, String value, String meaning) {}

  /**
   * The mean for a label.
   *
   * @param start where its bar begins, 0 to 100
   * @param length of its bar, 0 to 100
   * @param above whether the value is above 0
   */
  public record LabelBar(String label, String value, long start, long length, boolean above) {}

  /**
   * Connections in one direction.
   *
   * @param title what they are with; empty where there are none
   */
  public record ShownLinks(String title, List<ShownLink> links) {}

  /**
   * A connection.
   *
   * @param page of the other unit, relative to this one's; empty where the site does not show it
   * @param picture of the other unit, relative; empty for none
   * @param length of its bar, 1 to 100
   * @param excites whether its weights sum up to more than 0
   */
  public record ShownLink(
      String name,
      String label,
      String page,
      String picture,
      String sum,
      String norm,
      long length,
      boolean excites) {}
}
