package io.github.inceptionlens.command.atlas;

import io.github.inceptionlens.atlas.cell.AtlasCell;
import io.github.inceptionlens.atlas.embedding.SampleEmbedding;
import io.github.inceptionlens.collection.sample.SampledImage;
import io.github.inceptionlens.collection.sample.SampledPlace;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/** The members of cells, and where they are from. */
public record AtlasMembers(SampleEmbedding embedded) {

  /** The member whose vector's direction is nearest to the mean's: what the cell is typical of. */
  public int typical(final AtlasCell cell) {
    return nearest(cell, member -> true).get(0);
  }

  /** Some members, those first whose vectors point most into the direction of the mean. */
  public List<Integer> nearest(final AtlasCell cell, final IntPredicate wanted) {
    final Map<Integer, Double> cosines = new LinkedHashMap<>();
    Arrays.stream(cell.members())
        .filter(wanted)
        .forEach(member -> cosines.put(member, cosine(cell.mean(), vector(member))));
    return cosines.entrySet().stream()
        .sorted(Map.Entry.<Integer, Double>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  private float[] vector(final int member) {
    return embedded.sample().row(embedded.rows()[member]);
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

  /** The image of a member. */
  public SampledImage image(final int member) {
    return embedded.sample().image(embedded.rows()[member]);
  }

  /** Where in it the member is; nothing where the sample does not say that. */
  public Optional<SampledPlace> place(final int member) {
    return embedded.sample().place(embedded.rows()[member]);
  }
}
