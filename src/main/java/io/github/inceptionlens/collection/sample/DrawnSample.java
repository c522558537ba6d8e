package io.github.inceptionlens.collection.sample;

import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The vectors that a scan has drawn so far, which become a file when it is done. */
public final class DrawnSample {

  private final SamplePart part;
  private final ImageCollection<?> collection;
  private final Layer layer;
  private final SampleRequest request;

  DrawnSample(
      final SamplePart part,
      final ImageCollection<?> collection,
      final Layer layer,
      final SampleRequest request) {
    this.part = part;
    this.collection = collection;
    this.layer = layer;
    this.request = request;
  }

  /** How many vectors. */
  public long vectors() {
    return part.counts().rows();
  }

  /** How many pictures were looked at. */
  public int pictures() {
    return part.counts().pictures();
  }

  /** How many of them gave no vector. */
  public int empty() {
    return part.counts().empty();
  }

  /**
   * Writes the file; what was unfinished goes.
   *
   * @param texts for the metadata
   * @param target replaced at once where it is there
   * @throws UserError when there is no vector, or the disk refuses
   */
  void write(final Map<String, String> texts, final Path target) {
    if (vectors() == 0) {
      discard();
      throw new UserError(
          String.format(
              Locale.ROOT,
              "none of the %d pictures has a unit of %s within the selection and %d units or more off"
                  + " the border: choose a smaller margin, a larger selection or an earlier layer",
              pictures(),
              layer,
              request.margin()));
    }
    try {
      new SampleFile(part, collection.images())
          .write(layer.channels(), request.precision(), texts, target);
      part.discard();
    } catch (final IOException e) {
      throw new UserError(
          "file \""
              + target
              + "\" cannot be written: "
              + e.getMessage()
              + "; see that there is room",
          e);
    }
  }

  private void discard() {
    try {
      part.discard();
    } catch (final IOException e) {
      part.close();
    }
  }
}
