package io.github.inceptionlens.circuit.truth;

import io.github.inceptionlens.circuit.node.Circuit;
import io.github.inceptionlens.circuit.node.NodeScores;
import io.github.inceptionlens.circuit.node.ScoreKind;
import io.github.inceptionlens.circuit.trace.AnswerTrace;
import io.github.inceptionlens.circuit.truth.TracedClasses.Part;
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
 * @param halving the index of the smallest share that takes half of the accuracy on the pictures by
 *     which the nodes were chosen, or of the largest
 */
record LostAccuracy(TextureClass texture, double[] own, double[] others, int halving) {

  /** The parts of the nodes that are ablated. */
  static final List<Double> SHARES = List.of(0.005, 0.01, 0.02, 0.05, 0.1);

  private static final double HALF = 0.5;

  /**
   * Ablates.
   *
   * @param scores of the class
   * @param others scores of other classes
   * @param learned how many pictures of the class the scores are of
   * @param pictures how many others are measured
   */
  static LostAccuracy of(
      final TracedClasses classes,
      final TextureClass texture,
      final NodeScores scores,
      final List<NodeScores> others,
      final int learned,
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
    final double[] own = told(classes, texture, Part.HELD_OUT, circuits, pictures);
    final double[] chosenBy = told(classes, texture, Part.LEARNED, circuits, learned);
    final double[] rest = new double[circuits.size()];
    final List<TextureClass> all = TracedClasses.othersOf(texture);
    for (final TextureClass other : all) {
      add(rest, classes.told(other, Part.HELD_OUT, 0), circuits, all.size());
    }
    return new LostAccuracy(texture, lost(own), lost(rest), halving(lost(chosenBy)));
  }

  /** The part of pictures that is told right with each circuit. */
  private static double[] told(
      final TracedClasses classes,
      final TextureClass texture,
      final Part part,
      final List<Circuit> circuits,
      final int count) {
    final double[] sums = new double[circuits.size()];
    for (int i = 0; i < count; i++) {
      add(sums, classes.told(texture, part, i), circuits, count);
    }
    return sums;
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
      final double[] sums, final AnswerTrace told, final List<Circuit> circuits, final int count) {
    try (told) {
      final double[] margins = told.values(circuits, Progress.NONE);
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

  private static int halving(final double[] lost) {
    return IntStream.range(0, lost.length)
        .filter(share -> lost[share] >= HALF)
        .findFirst()
        .orElse(lost.length - 1);
  }

  /** Whether the class loses so many times more than the others. */
  boolean isOwn(final int share, final double times) {
    return own[share] > 0 && own[share] >= times * others[share];
  }
}
