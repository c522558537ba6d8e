package io.github.inceptionlens.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.Ratios;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.edit.Graft;
import io.github.inceptionlens.network.edit.Nonlinearity;
import io.github.inceptionlens.network.engine.TorchEngine;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What edits cost: the trunk of a network beside a dictionary against the network alone, and the
 * rows of a dictionary of 4,096 entries of mixed4c against their matrix product.
 */
public final class DictionaryBenchmark {

  private static final String LAYER = "mixed4c";
  private static final String NAME = "dict";
  private static final int ENTRIES = 4096;
  private static final int PASSES = 1;
  private static final int PRODUCTS = 4;

  private DictionaryBenchmark() {}

  /** Prints ratios. */
  public static void main(final String... none) {
    TorchEngine.start(Progress.NONE).useThreads(2);
    try (InceptionV1 network = SmallNetworks.ofBothSigns(Training.CAFFE.architecture())) {
      TorchEngine.start(Progress.NONE).useThreads(2);
      compareTrunk(network);
      for (final Nonlinearity one :
          List.of(Nonlinearity.NONE, Nonlinearity.RELU, Nonlinearity.topK(32))) {
        for (final int side : new int[] {14, 28}) {
          compareRows(network, one, side);
        }
      }
    }
  }

  private static void compareTrunk(final InceptionV1 network) {
    final Picture picture = SmallNetworks.picture(224, 224);
    final List<String> places = List.of("mixed5b");
    try (InceptionV1 edited = network.with(List.of(graft(network, Nonlinearity.RELU)))) {
      Ratios.print(
          "the trunk beside a dictionary / the network",
          () -> repeat(PASSES, () -> edited.run(picture, places)),
          () -> repeat(PASSES, () -> network.run(picture, places)));
    }
  }

  private static void compareRows(
      final InceptionV1 network, final Nonlinearity nonlinearity, final int side) {
    final int channels = network.architecture().layer(LAYER).channels();
    try (InceptionV1 edited = network.with(List.of(graft(network, nonlinearity)));
        NDManager manager = edited.newManager()) {
      final NDArray x = manager.create(random(channels * side * side), shape(channels, side));
      final NDArray matrix = manager.create(encoder(channels), new Shape(ENTRIES, channels));
      final NDArray columns = x.reshape(channels, (long) side * side);
      Ratios.print(
          String.format(
              "%d entries, %s, on %d x %d places / their matrix product",
              ENTRIES, nonlinearity, side, side),
          () ->
              repeat(
                  PRODUCTS,
                  () ->
                      edited
                          .walk(Map.of(LAYER, x), List.of(NAME), edited.operations()::compute)
                          .values()
                          .forEach(NDArray::close)),
          () -> repeat(PRODUCTS, () -> matrix.matMul(columns).close()));
    }
  }

  private static Shape shape(final int channels, final int side) {
    return new Shape(1, channels, side, side);
  }

  private static void repeat(final int count, final Runnable run) {
    for (int i = 0; i < count; i++) {
      run.run();
    }
  }

  private static Graft graft(final InceptionV1 network, final Nonlinearity nonlinearity) {
    final int channels = network.architecture().layer(LAYER).channels();
    return new Graft(
        NAME,
        LAYER,
        new Graft.Affine(encoder(channels), new float[ENTRIES]),
        nonlinearity,
        Optional.empty());
  }

  private static float[] encoder(final int channels) {
    return random(ENTRIES * channels);
  }

  private static float[] random(final int count) {
    final Random random = new Random(1);
    final float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
