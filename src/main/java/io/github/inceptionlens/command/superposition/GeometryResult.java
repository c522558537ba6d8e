package io.github.inceptionlens.command.superposition;

import io.github.inceptionlens.dictionary.evaluation.FiringPlaces;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.superposition.ClusterDirections;
import io.github.inceptionlens.superposition.CoFiring;
import io.github.inceptionlens.superposition.FeatureCluster;
import io.github.inceptionlens.superposition.FeatureGeometry;
import java.util.List;
import java.util.Optional;

/**
 * What a dictionary's directions came to.
 *
 * @param geometry of its directions
 * @param random of as many random directions that are as long
 * @param firing where its entries fire, if images were looked at
 */
record GeometryResult(
    Dictionary dictionary,
    FeatureGeometry geometry,
    FeatureGeometry random,
    Optional<Firing> firing) {

  /**
   * Where entries fire, and what fires together.
   *
   * @param least what clusters have at least
   * @param clusters the largest first
   * @param random the random directions, to be compared in the same clusters
   */
  record Firing(
      FiringPlaces places,
      CoFiring together,
      double least,
      List<FeatureCluster> clusters,
      ClusterDirections random) {

    /** How many entries are in clusters. */
    int members() {
      return clusters.stream().mapToInt(one -> one.members().size()).sum();
    }
  }
}
