package io.github.inceptionlens.dictionary.truth;

import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What becomes of a network's answers where a layer is replaced.
 *
 * @param agreement the part of the scenes whose top class stays
 * @param unexplained Σ‖x − x̂‖² / Σ‖x − mean‖² over all places of the scenes
 */
record Downstream(double agreement, double unexplained) {

  static Downstream of(
      final InceptionV1 network, final List<SeenScene> scenes, final Contestant rebuilt) {
    int same = 0;
    double off = 0;
    double squares = 0;
    long places = 0;
    final double[] sums = new double[rebuilt.units()];
    for (final SeenScene scene : scenes) {
      final MapStack maps = rebuilt.values().apply(scene);
      final FeatureMap replaced = new FeatureMap(scene.map().layer(), scene.map().geometry(), maps);
      final float[] logits = network.runOn(replaced, List.of(Architecture.LOGITS)).logits();
      same += top(logits) == top(scene.logits()) ? 1 : 0;
      places += scene.shown().length;
      for (int channel = 0; channel < sums.length; channel++) {
        final float[] own = scene.map().channel(channel);
        final float[] other = maps.plane(channel);
        for (int i = 0; i < own.length; i++) {
          off += Math.pow(own[i] - other[i], 2);
          squares += Math.pow(own[i], 2);
          sums[channel] += own[i];
        }
      }
    }
    for (final double sum : sums) {
      squares -= sum * sum / places;
    }
    return new Downstream((double) same / scenes.size(), off / squares);
  }

  private static int top(final float[] logits) {
    return IntStream.range(0, logits.length)
        .reduce((one, other) -> logits[other] > logits[one] ? other : one)
        .orElseThrow();
  }
}
