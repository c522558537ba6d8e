package io.github.inceptionlens.command.collection;

import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.core.UserError;
import java.util.List;
import java.util.Locale;

/** What the pictures of a collection are said to show. */
public final class PictureLabels {

  private PictureLabels() {}

  /**
   * The labels of pictures, of which there must be two for one to be told from another.
   *
   * @throws UserError when there are not
   */
  public static List<String> several(final ImageCollection<?> pictures) {
    final List<String> labels = pictures.labels();
    if (labels.size() < 2) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "by is labels, but the pictures %s: put them into a folder for each label, or give a"
                  + " table with a column label",
              labels.isEmpty() ? "have none" : "are all \"" + labels.get(0) + "\""));
    }
    return labels;
  }
}
