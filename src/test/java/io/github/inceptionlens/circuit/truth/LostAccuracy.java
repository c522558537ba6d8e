package io.github.inceptionlens.circuit.truth;

import io.github.inceptionlens.circuit.node.Circuit;
import io.github.inceptionlens.circuit.node.NodeScores;
import io.github.inceptionlens.circuit.node.ScoreKind;
import io.github.inceptionlens.circuit.trace.AnswerTrace;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.textures.structure.TextureClass;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What ablating a class's nodes takes from its accuracy and from that of the other classes: those
 * whose score lies farthest above their largest score for any other class, held at their means.
 *
 * @param texture the class
 * @param own by {@link #SHARES}: accuracy of the whole network on the class's pictures less that
 *     without the nodes
 * @param others the same on pictures of the other classes
 */
record LostAccuracy(TextureClass texture, double[] own, double[] others) {

  /** The parts of the nodes that are ablated. */
  static final List<Double> SHARES = List.of(0.005, 0.01, 0.02, 0.05, 0.1);

  private static final double HALF = 0.5;

  /**
   * Ablates.
   *
   * @param scores of the class
   * @param others scores of other classes
   * @param pictures of the class
   */
  static LostAccuracy of(
      final TracedClasses classes,
      final TextureClass texture,
      final NodeScores scores,
      final List<NodeScores> others,
      final int pictures) {
    final double[] apart = scores.values().clone();
    for (int i = 0; i < apart.length; i++) {
      final int node = i;
      apart[i] -= others.stream().mapToDouble(one -> one.values()[node]).max().orElseThrow();
    }
    final NodeScores chosen =
        new NodeScores(classes.nodes(), ScoreKind.INTEGRATED_GRADIENTS, apart, scores.errors());
    final List<Circuit> circuits = new ArrayList<>(List.of(Circuit.all(classes.nodes())));
    for (final double share : SHARES) {
      final int budget = (int) Math.round(share * classes.nodes().count());
      circuits.add(farthest(chosen, budget).complement());
    }
    final double[] own = new double[circuits.size()];
    for (int i = 0; i < pictures; i++) {
      add(own, classes, texture, i, circuits, pictures);
    }
    final double[] rest = new double[circuits.size()];
    final List<TextureClass> all = TracedClasses.othersOf(texture);
    for (final TextureClass other : all) {
      add(rest, classes, other, 0, circuits, all.size());
    }
    return new LostAccuracy(texture, lost(own), lost(rest));
  }

  /** The nodes with the largest scores, of whatever layer. */
  private static Circuit farthest(final NodeScores scores, final int count) {
    final BitSet kept = new BitSet();
    Circuit.all(scores.nodes()).kept().stream()
        .boxed()
        .sorted(Comparator.comparingDouble(node -> -scores.values()[node]))
        .limit(count)
        .forEach(kept::set);
    return new Circuit(scores.nodes(), kept);
  }

  private static void add(
      final double[] sums,
      final TracedClasses classes,
      final TextureClass texture,
      final int index,
      final List<Circuit> circuits,
      final int count) {
    try (AnswerTrace trace = classes.told(texture, index)) {
      final double[] margins = trace.values(circuits, Progress.NONE);
      for (int i = 0; i < sums.length; i++) {
        sums[i] += margins[i] > 0 ? 1.0 / count : 0;
      }
    }
  }

  private static double[] lost(final double[] accuracies) {
    final double[] lost = new double[accuracies.length - 1];
    for (int i = 0; i < lost.length; i++) {
      lost[i] = accuracies[0] - accuracies[i + 1];
    }
    return lost;
  }

  /** The index of the smallest share that takes half of the accuracy, or of the largest. */
  int halving() {
    return IntStream.range(0, own.length)
        .filter(share -> own[share] >= HALF)
        .findFirst()
        .orElse(own.length - 1);
  }

  /** Whether the class loses so many times more than the others. */
  boolean isOwn(final int share, final double times) {
    return own[share] > 0 && own[share] >= times * others[share];
  }
}
