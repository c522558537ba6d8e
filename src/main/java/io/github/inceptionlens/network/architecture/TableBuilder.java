package io.github.inceptionlens.network.architecture;

import io.github.inceptionlens.core.geometry.SlidingWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes the rows of the InceptionV1 table from a training. */
final class TableBuilder {

  private static final String LAST_POOL = "maxpool10";

  /** Pools between modules: the module before, the pool's name and Caffe's name. */
  private static final Map<String, List<String>> POOL_AFTER =
      Map.of(
          "3b", List.of("maxpool4", "pool3/3x3_s2"),
          "4e", List.of(LAST_POOL, "pool4/3x3_s2"));

  private final Training plan;
  private final List<Node> nodes = new ArrayList<>();

  private String last = Architecture.INPUT;
  private int channels = 3;

  TableBuilder(final Training plan) {
    this.plan = plan;
  }

  Architecture build() {
    stem();
    plan.modules().forEach(this::module);
    head();
    return new Architecture(
        plan.name(), nodes, plan.preprocessing(), plan.labels(), plan.conventions().aliases(nodes));
  }

  private void stem() {
    convolution("conv2d0", "conv1/7x7_s2", plan.stem().get(0), 7, 2);
    maxPool("maxpool0", "pool1/3x3_s2", 2);
    norm("localresponsenorm0", "pool1/norm1");
    convolution("conv2d1", "conv2/3x3_reduce", plan.stem().get(1), 1, 1);
    convolution("conv2d2", "conv2/3x3", plan.stem().get(2), 3, 1);
    norm("localresponsenorm1", "conv2/norm2");
    maxPool("maxpool1", "pool2/3x3_s2", 2);
  }

  private void module(final Training.Module module) {
    final String name = "mixed" + module.name();
    final String alias = "inception_" + module.name() + "/";
    final String input = last;
    final int width = channels;
    convolution(name + "_1x1", alias + "1x1", module.n1x1(), 1, 1);
    from(input, width);
    convolution(name + "_3x3_bottleneck", alias + "3x3_reduce", module.bottleneck3x3(), 1, 1);
    convolution(name + "_3x3", alias + "3x3", module.n3x3(), 3, 1);
    from(input, width);
    convolution(name + "_5x5_bottleneck", alias + "5x5_reduce", module.bottleneck5x5(), 1, 1);
    convolution(name + "_5x5", alias + "5x5", module.n5x5(), plan.conventions().wide(), 1);
    from(input, width);
    maxPool(name + "_pool", alias + "pool", 1);
    convolution(name + "_pool_reduce", alias + "pool_proj", module.poolReduce(), 1, 1);
    concat(name, alias + "output", module.channels());
    poolAfter(module);
  }

  private void concat(final String name, final String alias, final int width) {
    final List<String> branches =
        Stream.of("_1x1", "_3x3", "_5x5", "_pool_reduce").map(name::concat).toList();
    final List<String> preRelu =
        branches.stream().map(branch -> branch + Architecture.PRE_RELU).toList();
    nodes.add(new Node(name + Architecture.PRE_RELU, "", new Operation.Concat(), preRelu, width));
    nodes.add(new Node(name, alias, new Operation.Concat(), branches, width));
    from(name, width);
  }

  private void poolAfter(final Training.Module module) {
    final List<String> names = POOL_AFTER.get(module.name());
    if (names != null) {
      maxPool(names.get(0), names.get(1), 2);
    }
  }

  private void head() {
    add("avgpool0", "pool5/7x7_s1", new Operation.GlobalMean(), channels);
    final int classes = plan.labels().size();
    if (classes > 0) {
      final Operation dense = new Operation.Dense("softmax2", channels, classes);
      add(Architecture.LOGITS, "loss3/classifier", dense, classes);
      add(Architecture.PROBABILITIES, "prob", new Operation.Softmax(), classes);
    }
  }

  private void convolution(
      final String name, final String alias, final int out, final int kernel, final int stride) {
    final SlidingWindow window = plan.conventions().convolution(kernel, stride);
    final Operation op = new Operation.Convolution(name, channels, out, window);
    add(name + Architecture.PRE_RELU, "", op, out);
    add(name, alias, new Operation.Relu(), out);
  }

  private void maxPool(final String name, final String alias, final int stride) {
    final int kernel = name.equals(LAST_POOL) ? plan.conventions().lastPool() : 3;
    add(name, alias, new Operation.MaxPool(plan.conventions().pool(kernel, stride)), channels);
  }

  private void norm(final String name, final String alias) {
    plan.conventions().norm().ifPresent(norm -> add(name, alias, norm, channels));
  }

  private void add(final String name, final String alias, final Operation op, final int width) {
    nodes.add(new Node(name, alias, op, List.of(last), width));
    from(name, width);
  }

  private void from(final String node, final int width) {
    last = node;
    channels = width;
  }
}
