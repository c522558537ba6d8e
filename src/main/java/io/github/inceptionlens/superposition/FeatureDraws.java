package io.github.inceptionlens.superposition;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Sparse features, drawn again and again into the same native memory, model by model. */
final class FeatureDraws {

  private final List<SplittableRandom> generators;
  private final double[] densities;
  private final FloatBuffer values;
  private final NDArray array;

  /**
   * @param generators one per model, so that none depends on the others
   * @param densities one per model
   */
  FeatureDraws(
      final NDManager manager,
      final List<SplittableRandom> generators,
      final double[] densities,
      final int batch,
      final int features) {
    this.generators = generators;
    this.densities = densities;
    final int size = generators.size() * batch * features;
    final ByteBuffer bytes =
        ByteBuffer.allocateDirect(Float.BYTES * size).order(ByteOrder.nativeOrder());
    values = bytes.asFloatBuffer();
    array = manager.create(bytes, new Shape(generators.size(), batch, features), DataType.FLOAT32);
  }

  /** The next draws, [model, draw, feature]; valid until those after them. */
  NDArray next() {
    final int each = values.capacity() / densities.length;
    IntStream.range(0, densities.length).parallel().forEach(model -> draw(model, each));
    return array;
  }

  /** A number below the density, as a part of it, is itself drawn from 0 to 1. */
  private void draw(final int model, final int count) {
    final SplittableRandom dice = generators.get(model);
    final double density = densities[model];
    for (int i = model * count; i < (model + 1) * count; i++) {
      final double drawn = dice.nextDouble();
      values.put(i, drawn < density ? (float) (drawn / density) : 0);
    }
  }
}
