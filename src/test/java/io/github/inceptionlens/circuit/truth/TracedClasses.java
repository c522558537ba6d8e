package io.github.inceptionlens.circuit.truth;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.circuit.node.NodeMeans;
import io.github.inceptionlens.circuit.node.TraceNodes;
import io.github.inceptionlens.circuit.trace.AnswerTrace;
import io.github.inceptionlens.circuit.trace.TraceReference;
import io.github.inceptionlens.circuit.trace.TraceRequest;
import io.github.inceptionlens.circuit.trace.TracedAnswer;
import io.github.inceptionlens.collection.SourcePicture;
import io.github.inceptionlens.collection.scan.Seen;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.textures.SceneRecipe;
import io.github.inceptionlens.textures.Textures;
import io.github.inceptionlens.textures.structure.TextureClass;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Traces of the bundled network's classes on pictures of the generator; seeds of pictures to learn
 * from, to measure on and for means never meet.
 */
final class TracedClasses {

  private static final long LEARNING = 40_000_000;
  private static final long MEASURING = 70_000_000;
  private static final long MEANS = 90_000_000;
  private static final long PER_CLASS = 10_000;
  private static final float FAR = -1e6f;

  private final InceptionV1 network;
  private final TraceNodes nodes;
  private final int side;
  private final int steps;
  private final Map<String, float[]> means;

  /** What nodes are held at. */
  enum Held {
    ZERO,
    MEAN,
    /** The same scene without the structure. */
    PAIR;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Which pictures. */
  enum Part {
    LEARNED(LEARNING),
    HELD_OUT(MEASURING);

    private final long seed;

    Part(final long seed) {
      this.seed = seed;
    }
  }

  TracedClasses(final InceptionV1 network, final int side, final int steps) {
    this.network = network;
    this.side = side;
    this.steps = steps;
    nodes = TraceNodes.below(network.architecture(), Objective.logit(0), List.of());
    means = means();
  }

  TraceNodes nodes() {
    return nodes;
  }

  /** Over two pictures of each class. */
  private Map<String, float[]> means() {
    final NodeMeans collector = new NodeMeans(nodes);
    final NodeMeans.Sums sums = collector.supplier().get();
    final int classes = TextureClass.values().length;
    for (int i = 0; i < 2 * classes; i++) {
      final Picture picture = picture(TextureClass.values()[i % classes], MEANS + i);
      collector
          .accumulator()
          .accept(
              sums,
              new Seen<SourcePicture>(
                  null, View.of(picture), network.run(picture, collector.names())));
    }
    return collector.finisher().apply(sums);
  }

  private Picture picture(final TextureClass texture, final long seed) {
    return Textures.sample(texture, seed, side, side).image();
  }

  private static long seed(final Part part, final TextureClass texture) {
    return part.seed + texture.ordinal() * PER_CLASS;
  }

  /** Traces of a class on pictures of it; to be closed. */
  List<AnswerTrace> own(
      final TextureClass texture, final Held held, final Part part, final int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> own(texture, held, seed(part, texture) + i))
        .toList();
  }

  private AnswerTrace own(final TextureClass texture, final Held held, final long seed) {
    if (held != Held.PAIR) {
      return trace(picture(texture, seed), answer(texture), reference(held));
    }
    final SceneRecipe with = SceneRecipe.of(seed, List.of(texture), side, side);
    final Picture without = with.without(List.of(texture)).scene().image();
    final TracedAnswer answer =
        TracedAnswer.difference(
            network.architecture(), texture.ordinal(), TextureClass.EMPTY.ordinal());
    return trace(with.scene().image(), answer, TraceReference.counterfactual(without));
  }

  private TracedAnswer answer(final TextureClass texture) {
    return TracedAnswer.ofClass(network.architecture(), texture.ordinal());
  }

  /** Traces of a class on pictures of the other classes, in turns; to be closed. */
  List<AnswerTrace> others(
      final TextureClass texture, final Held held, final Part part, final int count) {
    final List<TextureClass> others = othersOf(texture);
    return IntStream.range(0, count)
        .mapToObj(
            i -> {
              final TextureClass shown = others.get(i * others.size() / count);
              final Picture picture = picture(shown, seed(part, shown) + i);
              return trace(picture, answer(texture), reference(held));
            })
        .toList();
  }

  static List<TextureClass> othersOf(final TextureClass texture) {
    return IntStream.range(0, TextureClass.values().length)
        .mapToObj(i -> TextureClass.values()[i])
        .filter(other -> other != texture)
        .toList();
  }

  /**
   * A trace whose answer is above 0 where a picture of a class is told right: its logit less the
   * largest other one; nodes that are left out are at their means. To be closed.
   */
  AnswerTrace told(final TextureClass texture, final Part part, final int index) {
    final int right = texture.ordinal();
    final float[] own = new float[TextureClass.values().length];
    own[right] = FAR;
    final Objective margin =
        new Objective(
            List.of(Architecture.LOGITS),
            values -> {
              final NDArray logits = values.get(Architecture.LOGITS);
              final NDArray others =
                  logits.add(logits.getManager().create(own, new Shape(1, own.length)));
              return logits.get(new NDIndex(":, {}", right)).sub(others.max(new int[] {1}));
            });
    final Picture picture = picture(texture, seed(part, texture) + index);
    return trace(
        picture,
        new TracedAnswer(new Target.ClassIndex(right), margin, "margin"),
        reference(Held.MEAN));
  }

  private TraceReference reference(final Held held) {
    return held == Held.ZERO ? TraceReference.zero() : TraceReference.means(means);
  }

  private AnswerTrace trace(
      final Picture picture, final TracedAnswer answer, final TraceReference reference) {
    return new AnswerTrace(network, new TraceRequest(picture, answer, nodes, reference, steps));
  }
}
