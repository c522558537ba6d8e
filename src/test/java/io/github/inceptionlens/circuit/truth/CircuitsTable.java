package io.github.inceptionlens.circuit.truth;

import io.github.inceptionlens.circuit.node.NodeScores;
import io.github.inceptionlens.circuit.node.ScoreKind;
import io.github.inceptionlens.circuit.trace.FaithfulnessCurve;
import io.github.inceptionlens.circuit.truth.TracedClasses.Held;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.textures.structure.TextureClass;
import io.github.inceptionlens.weights.BundledWeights;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * A program that prints how much of a class's logit difference the bundled network keeps when all
 * but a traced circuit is ablated, beside random circuits of the same size per layer; how circuits
 * of growing size do by every kind of score and every reference; and whose accuracy is lost when a
 * class's nodes are ablated. Circuits are chosen on some pictures and measured on others.
 */
public final class CircuitsTable {

  private static final double GOAL = 0.8;
  private static final double RANDOM_GOAL = 0.3;
  private static final double TIMES = 3;
  private static final int STEPS = 8;

  private final PrintStream out;
  private final Map<String, Integer> numbers = new HashMap<>();

  private CircuitsTable(final PrintStream out, final String... arguments) {
    this.out = out;
    for (final String argument : String.join(" ", arguments).strip().split("\\s+")) {
      final String[] parts = argument.split("=", 2);
      if (parts.length == 2) {
        numbers.put(parts[0], Integer.valueOf(parts[1]));
      }
    }
  }

  /**
   * @param arguments such as {@code classes=12 learned=8 held_out=8 side=128}; with {@code
   *     accuracy=1} only what accuracy is lost
   */
  public static void main(final String... arguments) {
    final TorchEngine engine = TorchEngine.start(Progress.NONE);
    engine.useThreads(2);
    try (InceptionV1 network =
        new InceptionV1(engine, Training.TEXTURES.architecture(), BundledWeights.textures())) {
      new CircuitsTable(System.out, arguments).print(network);
    }
    System.exit(0);
  }

  private int number(final String key, final int usual) {
    return numbers.getOrDefault(key, usual);
  }

  /** Some of the structures, far apart in the list. */
  private List<TextureClass> chosen() {
    final List<TextureClass> all = TracedClasses.othersOf(TextureClass.EMPTY);
    final int count = number("classes", 10);
    final List<TextureClass> chosen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      chosen.add(all.get(i * all.size() / count));
    }
    return chosen;
  }

  private void print(final InceptionV1 network) {
    final TracedClasses classes = new TracedClasses(network, number("side", 80), STEPS);
    final int learned = number("learned", 3);
    final int heldOut = number("held_out", 4);
    line(
        "%d nodes, circuits chosen on %d pictures, measured on %d others",
        classes.nodes().count(), learned, heldOut);
    for (final Held held : numbers.containsKey("accuracy") ? new Held[0] : Held.values()) {
      final List<KeptAnswers> all = new ArrayList<>();
      line(
          "%n%s: kept of the logit difference by %.0f %% of the nodes",
          held, 100 * KeptAnswers.SHARE);
      line("%-26s %-16s %s", "", "random (as ig, as pruning)", kinds(kind -> kind.label()));
      for (final TextureClass texture : chosen()) {
        all.add(KeptAnswers.of(classes, texture, held, learned, heldOut));
        kept(all.get(all.size() - 1));
      }
      curves(all);
    }
    accuracy(classes, learned, heldOut);
  }

  private void kept(final KeptAnswers one) {
    line(
        "%-26s %6.2f %6.2f           %s%s",
        one.texture().label(),
        KeptAnswers.kept(one.curves().get(ScoreKind.RANDOM)),
        KeptAnswers.kept(one.randomAsPruned()),
        kinds(kind -> number(KeptAnswers.kept(one.curves().get(kind)))),
        one.contrast().isEmpty()
            ? ""
            : "| of the contrast to other classes' pictures "
                + kinds(kind -> number(one.contrast().get(kind))));
  }

  private static String number(final double value) {
    return String.format(Locale.ROOT, "%.2f", value);
  }

  private static String kinds(final Function<ScoreKind, String> text) {
    return ScoreKind.TRACED.stream()
        .map(kind -> String.format(Locale.ROOT, "%-22s", text.apply(kind)))
        .collect(Collectors.joining());
  }

  private void curves(final List<KeptAnswers> all) {
    for (final ScoreKind kind : ScoreKind.TRACED) {
      final long good =
          all.stream()
              .filter(one -> KeptAnswers.kept(one.curves().get(kind)) >= GOAL)
              .filter(one -> KeptAnswers.kept(random(one, kind)) < RANDOM_GOAL)
              .count();
      line(
          "%s: %d of %d classes keep 80 %% where random ones keep under 30 %%",
          kind.label(), good, all.size());
    }
    line(
        "faithfulness in the mean over classes at %s of the nodes, then CPR and CMD",
        FaithfulnessCurve.SHARES.stream()
            .map(share -> String.format(Locale.ROOT, "%.1f %%", 100 * share))
            .collect(Collectors.joining(", ")));
    for (final ScoreKind kind : ScoreKind.TRACED) {
      curve(kind.label(), all, one -> one.curves().get(kind));
    }
    curve("random", all, one -> one.curves().get(ScoreKind.RANDOM));
    curve("random, as pruning", all, KeptAnswers::randomAsPruned);
  }

  private static FaithfulnessCurve random(final KeptAnswers one, final ScoreKind kind) {
    return kind == ScoreKind.PRUNING ? one.randomAsPruned() : one.curves().get(ScoreKind.RANDOM);
  }

  private void curve(
      final String name,
      final List<KeptAnswers> all,
      final Function<KeptAnswers, FaithfulnessCurve> curve) {
    final StringBuilder row = new StringBuilder(String.format(Locale.ROOT, "%-22s", name));
    for (int i = 0; i < FaithfulnessCurve.SHARES.size(); i++) {
      final int size = i;
      row.append(
          String.format(
              Locale.ROOT,
              "%7.2f",
              mean(all, one -> curve.apply(one).points().get(size).faithfulness())));
    }
    line(
        "%s  %7.3f %7.3f",
        row, mean(all, one -> curve.apply(one).cpr()), mean(all, one -> curve.apply(one).cmd()));
  }

  private static double mean(
      final List<KeptAnswers> all, final ToDoubleFunction<KeptAnswers> value) {
    return all.stream().mapToDouble(value).average().orElseThrow();
  }

  private void accuracy(final TracedClasses classes, final int learned, final int pictures) {
    final Map<TextureClass, NodeScores> scores = new EnumMap<>(TextureClass.class);
    for (final TextureClass texture : TextureClass.values()) {
      scores.put(texture, KeptAnswers.integrated(classes, texture, Held.MEAN, learned));
    }
    final List<LostAccuracy> lost = new ArrayList<>();
    for (final TextureClass texture : chosen()) {
      final List<NodeScores> others =
          TracedClasses.othersOf(texture).stream().map(scores::get).toList();
      lost.add(LostAccuracy.of(classes, texture, scores.get(texture), others, learned, pictures));
    }
    line(
        "%naccuracy lost by ablation of the nodes farthest above all other classes, own and others'");
    lost.forEach(
        one ->
            line(
                "%-26s %s   %s",
                one.texture().label(),
                Arrays.toString(rounded(one.own())),
                Arrays.toString(rounded(one.others()))));
    for (int i = 0; i < LostAccuracy.SHARES.size(); i++) {
      final int share = i;
      line(
          "%.1f %% of the nodes: own %.2f, others %.2f, %d of %d classes lose %.0f times more",
          100 * LostAccuracy.SHARES.get(i),
          lost.stream().mapToDouble(one -> one.own()[share]).average().orElseThrow(),
          lost.stream().mapToDouble(one -> one.others()[share]).average().orElseThrow(),
          lost.stream().filter(one -> one.isOwn(share, TIMES)).count(),
          lost.size(),
          TIMES);
    }
    halved(lost);
  }

  /**
   * Of each class the fewest nodes that take half of its accuracy on the pictures that chose them.
   */
  private void halved(final List<LostAccuracy> lost) {
    line(
        "the fewest of these that take half of a class's accuracy on the pictures that chose them:"
            + " own %.2f, others %.2f, %d of %d classes lose %.0f times more",
        lost.stream().mapToDouble(one -> one.own()[one.halving()]).average().orElseThrow(),
        lost.stream().mapToDouble(one -> one.others()[one.halving()]).average().orElseThrow(),
        lost.stream().filter(one -> one.isOwn(one.halving(), TIMES)).count(),
        lost.size(),
        TIMES);
  }

  private static double[] rounded(final double[] values) {
    return Arrays.stream(values).map(value -> Math.round(100 * value) / 100.0).toArray();
  }

  private void line(final String format, final Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
    out.flush();
  }
}
