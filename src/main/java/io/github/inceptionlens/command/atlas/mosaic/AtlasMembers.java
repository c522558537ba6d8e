package io.github.inceptionlens.command.atlas.mosaic;

import io.github.inceptionlens.atlas.cell.AtlasCell;
import io.github.inceptionlens.atlas.embedding.SampleEmbedding;
import io.github.inceptionlens.collection.sample.SampledImage;
import io.github.inceptionlens.collection.sample.SampledPlace;
import java.util.Optional;

/** The members of cells, and where they are from. */
record AtlasMembers(SampleEmbedding embedded) {

  /** The member whose vector's direction is nearest to the mean's: what the cell is typical of. */
  int typical(final AtlasCell cell) {
    int best = cell.members()[0];
    double most = Double.NEGATIVE_INFINITY;
    for (final int member : cell.members()) {
      final double cosine = cosine(cell.mean(), embedded.sample().row(embedded.rows()[member]));
      if (cosine > most) {
        most = cosine;
        best = member;
      }
    }
    return best;
  }

  private static double cosine(final float[] mean, final float[] vector) {
    double product = 0;
    double squares = 0;
    for (int i = 0; i < mean.length; i++) {
      product += (double) mean[i] * vector[i];
      squares += (double) vector[i] * vector[i];
    }
    return squares > 0 ? product / Math.sqrt(squares) : 0;
  }

  SampledImage image(final int member) {
    return embedded.sample().image(embedded.rows()[member]);
  }

  Optional<SampledPlace> place(final int member) {
    return embedded.sample().place(embedded.rows()[member]);
  }
}
