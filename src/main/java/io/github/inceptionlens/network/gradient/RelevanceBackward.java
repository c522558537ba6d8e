package io.github.inceptionlens.network.gradient;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.SlidingWindow;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import io.github.inceptionlens.network.architecture.Preprocessing;
import io.github.inceptionlens.network.engine.WindowOperations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Layer-wise relevance propagation: the objective's value is handed down from row to row, each
 * input getting its share of what it contributed.
 *
 * <p>The 0 rule for the classifier and the modules mixed5a and mixed5b, the γ rule (γ = 0.25) for
 * the other convolutions, z^B for the one that reads the pixels; a maximum's winner takes all, a
 * mean shares in proportion, rectifiers and response norms pass on what arrives. All of these keep
 * the sum, save for what biases absorb; the usual ε rule in place of the 0 rule does not: with ε a
 * quarter of the outputs' standard deviation it loses a third of a GoogLeNet logit.
 */
final class RelevanceBackward extends BackwardWalk {

  static final double GAMMA = 0.25;

  /** Keeps divisions by zero away, in standard deviations of the divisor. */
  private static final double GUARD = 1e-6;

  private static final double BRIGHTEST = 255;

  private final Architecture architecture;
  private final Preprocessing preprocessing;

  private RelevanceBackward(
      final InceptionV1 network,
      final NDArray input,
      final GradientRequest request,
      final GradientCollector collector) {
    super(network, input, request, collector);
    architecture = network.architecture();
    preprocessing = architecture.preprocessing();
  }

  /**
   * @param input [1, channel, row, column]
   */
  static Derivatives run(
      final InceptionV1 network,
      final NDArray input,
      final GradientRequest request,
      final GradientCollector collector) {
    return new RelevanceBackward(network, input, request, collector).run();
  }

  /**
   * Each unit's part of the objective: its value times the derivative halfway from zero, which adds
   * up to the objective where this is linear or quadratic.
   */
  @Override
  Map<String, NDArray> seeds() {
    final Map<String, NDArray> seeds = new HashMap<>();
    derivative(0.5)
        .forEach(
            (name, slope) -> {
              try (slope) {
                seeds.put(name, slope.mul(value(name)));
              }
            });
    return seeds;
  }

  @Override
  NDArray pull(final Node node, final NDArray input, final NDArray relevance) {
    return node.op().in(new Share(node, input, relevance));
  }

  /** A term of a sum gets what it contributed to it. */
  @Override
  NDArray part(final Node node, final NDArray input, final float factor, final NDArray relevance) {
    try (NDArray perUnit = perUnit(relevance, value(node.name()));
        NDArray term = input.mul(factor)) {
      return perUnit.mul(term);
    }
  }

  /** What a row passes on in each case. */
  private final class Share implements Operation.Cases<NDArray> {

    private final Node node;
    private final NDArray input;
    private final NDArray relevance;

    Share(final Node node, final NDArray input, final NDArray relevance) {
      this.node = node;
      this.input = input;
      this.relevance = relevance;
    }

    @Override
    public NDArray convolution(final Operation.Convolution op) {
      return pull(node, op, input, relevance);
    }

    @Override
    public NDArray relu(final Operation.Relu op) {
      return relevance.duplicate();
    }

    @Override
    public NDArray topK(final Operation.TopK op) {
      return relevance.duplicate();
    }

    @Override
    public NDArray threshold(final Operation.Threshold op) {
      return relevance.duplicate();
    }

    /** What is put in a channel's place absorbs as a bias does. */
    @Override
    public NDArray channelEdit(final Operation.ChannelEdit op) {
      return inProportion();
    }

    @Override
    public NDArray sum(final Operation.Sum op) {
      throw new IllegalArgumentException(node.name() + " has terms, not one input");
    }

    @Override
    public NDArray maxPool(final Operation.MaxPool op) {
      return pullExactly(node, input, relevance);
    }

    @Override
    public NDArray responseNorm(final Operation.ResponseNorm op) {
      return relevance.duplicate();
    }

    @Override
    public NDArray concat(final Operation.Concat op) {
      throw new IllegalArgumentException(node.name() + " has parts, not one input");
    }

    @Override
    public NDArray globalMean(final Operation.GlobalMean op) {
      return inProportion();
    }

    @Override
    public NDArray dense(final Operation.Dense op) {
      return inProportion();
    }

    @Override
    public NDArray softmax(final Operation.Softmax op) {
      throw new UserError(
          "layer-wise relevance propagation does not go through probabilities: choose a class's"
              + " logit, such as class:5");
    }

    private NDArray inProportion() {
      return shares(input, relevance, x -> operations().compute(node, List.of(x)));
    }
  }

  private NDArray pull(
      final Node node,
      final Operation.Convolution convolution,
      final NDArray input,
      final NDArray relevance) {
    final SlidingWindow window = convolution.window();
    final NDArray weight = operations().weight(convolution.parameters());
    final NDArray bias = operations().bias(convolution.parameters());
    if (node.inputs().contains(Architecture.INPUT)) {
      return sharesOfPixels(input, relevance, window, weight);
    } else if (trunk(node).startsWith("mixed5")) {
      return shares(input, relevance, x -> WindowOperations.convolution(x, window, weight, bias));
    }
    try (NDArray favored = favored(weight);
        NDArray favoredBias = favored(bias)) {
      return shares(
          input, relevance, x -> WindowOperations.convolution(x, window, favored, favoredBias));
    }
  }

  private String trunk(final Node node) {
    return architecture.trunk(node.name()).name();
  }

  /** Parameters plus γ times the positive ones. */
  private static NDArray favored(final NDArray parameters) {
    try (NDArray positive = parameters.maximum(0);
        NDArray more = positive.mul(GAMMA)) {
      return parameters.add(more);
    }
  }

  /** What each input contributed to the outputs, times the relevance per unit of output. */
  private NDArray shares(
      final NDArray input, final NDArray relevance, final UnaryOperator<NDArray> layer) {
    try (NDArray leaf = leaf(input);
        NDArray output = layer.apply(leaf);
        NDArray perUnit = perUnit(relevance, output);
        NDArray product = output.mul(perUnit);
        NDArray sum = product.sum()) {
      backward(sum);
      try (NDArray slope = leaf.getGradient()) {
        return slope.mul(input);
      }
    }
  }

  /** z^B: contributions are counted from the darkest or the brightest pixel, whichever is less. */
  private NDArray sharesOfPixels(
      final NDArray input,
      final NDArray relevance,
      final SlidingWindow window,
      final NDArray weight) {
    try (NDArray positive = weight.maximum(0);
        NDArray negative = weight.minimum(0);
        NDArray pixels = leaf(input);
        NDArray darkest = bound(input, 0);
        NDArray brightest = bound(input, BRIGHTEST);
        NDArray seen = WindowOperations.convolution(pixels, window, weight, null);
        NDArray least = WindowOperations.convolution(darkest, window, positive, null);
        NDArray most = WindowOperations.convolution(brightest, window, negative, null);
        NDArray above = seen.sub(least);
        NDArray output = above.sub(most);
        NDArray perUnit = perUnit(relevance, output);
        NDArray product = output.mul(perUnit);
        NDArray sum = product.sum()) {
      backward(sum);
      try (NDArray a = contribution(pixels);
          NDArray b = contribution(darkest);
          NDArray c = contribution(brightest);
          NDArray ab = a.add(b)) {
        return ab.add(c);
      }
    }
  }

  private static NDArray contribution(final NDArray leaf) {
    try (NDArray slope = leaf.getGradient();
        NDArray value = leaf.stopGradient()) {
      return slope.mul(value);
    }
  }

  /** A leaf of the input's shape whose every pixel has the given gray value. */
  private NDArray bound(final NDArray input, final double gray) {
    final float[] values = new float[preprocessing.mean().size()];
    for (int channel = 0; channel < values.length; channel++) {
      values[channel] = (float) (gray - preprocessing.mean().get(channel));
    }
    try (NDArray ones = input.onesLike();
        NDArray colors = input.getManager().create(values, new Shape(1, values.length, 1, 1));
        NDArray plain = ones.mul(colors)) {
      return leaf(plain);
    }
  }

  /** Relevance over output, the output moved a trifle away from zero. */
  private static NDArray perUnit(final NDArray relevance, final NDArray output) {
    try (NDArray values = output.stopGradient();
        NDArray divisor = guarded(values)) {
      return relevance.div(divisor);
    }
  }

  private static NDArray guarded(final NDArray output) {
    final double step = Math.max(GUARD * deviation(output), Float.MIN_NORMAL);
    try (NDArray isPositive = output.gte(0);
        NDArray ones = isPositive.toType(output.getDataType(), false);
        NDArray steps = ones.mul(2 * step);
        NDArray signed = steps.sub(step)) {
      return output.add(signed);
    }
  }

  private static double deviation(final NDArray values) {
    try (NDArray mean = values.mean();
        NDArray distances = values.sub(mean);
        NDArray squares = distances.square();
        NDArray variance = squares.mean()) {
      return Math.sqrt(variance.getFloat());
    }
  }
}
