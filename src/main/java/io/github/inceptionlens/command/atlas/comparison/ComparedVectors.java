package io.github.inceptionlens.command.atlas.comparison;

import io.github.inceptionlens.atlas.cell.AtlasCells;
import io.github.inceptionlens.atlas.comparison.CellComparison;
import io.github.inceptionlens.atlas.comparison.ComparisonRequest;
import io.github.inceptionlens.atlas.comparison.GroupPart;
import io.github.inceptionlens.atlas.embedding.SampleEmbedding;
import io.github.inceptionlens.collection.sample.SampledImage;
import io.github.inceptionlens.collection.sample.SampledPlace;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The embedded vectors of both sides: of which side, group and picture each is. */
final class ComparedVectors {

  private final SampleEmbedding embedded;

  /**
   * @param embedded images of {@link ComparedImages}
   * @throws UserError when there is no vector of one side
   */
  ComparedVectors(final SampleEmbedding embedded) {
    this.embedded = embedded;
    requireSome(true);
    requireSome(false);
  }

  private void requireSome(final boolean treated) {
    if (count(treated) == 0) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "there are %,d vectors of treated and %,d of control, so that nothing can be compared:"
                  + " name images that can be read, a smaller margin or a larger limit",
              count(true),
              count(false)));
    }
  }

  /** The vectors as they are embedded. */
  SampleEmbedding embedded() {
    return embedded;
  }

  /** How many vectors. */
  int size() {
    return embedded.rows().length;
  }

  /** Whether a vector is of the treated side. */
  boolean isTreated(final int vector) {
    return image(vector).label().equals(ComparedImages.TREATED);
  }

  /** What a vector's image belongs together with. */
  String group(final int vector) {
    return image(vector).group();
  }

  /** The image of a vector. */
  SampledImage image(final int vector) {
    return embedded.sample().image(embedded.rows()[vector]);
  }

  /** Where in that image it is. */
  SampledPlace place(final int vector) {
    return embedded.sample().place(embedded.rows()[vector]).orElseThrow();
  }

  /** How many vectors one side has. */
  int count(final boolean treated) {
    int count = 0;
    for (int i = 0; i < size(); i++) {
      count += isTreated(i) == treated ? 1 : 0;
    }
    return count;
  }

  /** How many pictures the vectors of one side are of. */
  int pictures(final boolean treated) {
    final Set<String> pictures = new HashSet<>();
    for (int i = 0; i < size(); i++) {
      if (isTreated(i) == treated) {
        pictures.add(image(i).path() + "\n" + place(i).slice());
      }
    }
    return pictures.size();
  }

  /**
   * Compares how full cells are on both sides.
   *
   * @param cells of these vectors
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  CellComparison compared(
      final AtlasCells cells, final ComparisonRequest request, final Progress progress) {
    final List<String> groups = new ArrayList<>();
    final boolean[] treated = new boolean[size()];
    for (int i = 0; i < size(); i++) {
      groups.add(group(i));
      treated[i] = isTreated(i);
    }
    return CellComparison.of(
        GroupPart.of(groups, treated, cells.cellOf()), cells.cells().size(), request, progress);
  }
}
