package io.github.inceptionlens.command.atlas.comparison;

import io.github.inceptionlens.atlas.cell.AtlasCell;
import io.github.inceptionlens.collection.sample.ActivationSample;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which members of a cell stand for it. */
record NearestMembers(ComparedVectors vectors) {

  /**
   * Members of one side, one of each image, that point most into the direction of the mean.
   *
   * @param count how many at most
   */
  List<Integer> of(final AtlasCell cell, final boolean treated, final int count) {
    final Set<String> images = new HashSet<>();
    return Arrays.stream(cell.members())
        .filter(member -> vectors.isTreated(member) == treated)
        .boxed()
        .sorted(Comparator.comparingDouble(member -> -cosine(member, cell.mean())))
        .filter(member -> images.add(vectors.image(member).path()))
        .limit(count)
        .toList();
  }

  /** The member of either side that points most into the direction of the mean. */
  int of(final AtlasCell cell) {
    return Arrays.stream(cell.members())
        .boxed()
        .max(Comparator.comparingDouble(member -> cosine(member, cell.mean())))
        .orElseThrow();
  }

  private double cosine(final int member, final float[] mean) {
    final ActivationSample sample = vectors.embedded().sample();
    final float[] vector = sample.row(vectors.embedded().rows()[member]);
    double product = 0;
    double square = 0;
    for (int i = 0; i < vector.length; i++) {
      product += vector[i] * mean[i];
      square += vector[i] * vector[i];
    }
    return square > 0 ? product / Math.sqrt(square) : 0;
  }
}
