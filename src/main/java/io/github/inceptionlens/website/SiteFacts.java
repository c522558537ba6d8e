package io.github.inceptionlens.website;

import java.util.List;

/**
 * Where a site comes from.
 *
 * @param network its name
 * @param weights the digest of its weights
 * @param collection what the images are called
 * @param pictures how many of them were looked at
 * @param values what the values are of which figures and examples are
 * @param visualizations how pictures of units were made
 * @param date when the site was made
 * @param version of the plugin
 * @param macro the line that makes the site again
 * @param licenses sentences on what may be done with what is shown
 * @param notes what else a reader must know
 */
public record SiteFacts(
    String network,
    String weights,
    String collection,
    int pictures,
    String values,
    String visualizations,
    String date,
    String version,
    String macro,
    List<String> licenses,
    List<String> notes) {

  private static final int DIGEST = 12;

  /** Copies the lists. */
  public SiteFacts {
    licenses = List.copyOf(licenses);
    notes = List.copyOf(notes);
  }

  /** What the site is called. */
  public String title() {
    return network + " on " + collection;
  }

  /** The beginning of the digest, by which people compare it. */
  public String shortDigest() {
    return weights.substring(0, Math.min(DIGEST, weights.length()));
  }
}
