package io.github.inceptionlens.network.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.github.inceptionlens.core.Progress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Map;

/** Products of matrices by the engine, in native memory that is used again for the same shapes. */
public final class MatrixProducts implements AutoCloseable {

  private final NDManager manager = TorchEngine.start(Progress.NONE).newManager();
  private final Map<String, Operand> operands = new HashMap<>();

  /** A matrix in native memory that Java writes. */
  private record Operand(FloatBuffer floats, NDArray array) {

    static Operand of(final NDManager manager, final int rows, final int columns) {
      final ByteBuffer bytes =
          ByteBuffer.allocateDirect(Float.BYTES * rows * columns).order(ByteOrder.nativeOrder());
      final Shape shape = new Shape(rows, columns);
      return new Operand(bytes.asFloatBuffer(), manager.create(bytes, shape, DataType.FLOAT32));
    }
  }

  private NDArray operand(
      final String name, final float[] values, final int rows, final int columns) {
    final String key = name + rows + "x" + columns;
    final Operand operand =
        operands.computeIfAbsent(key, any -> Operand.of(manager, rows, columns));
    operand.floats.clear().put(values, 0, rows * columns);
    return operand.array;
  }

  /**
   * {@code left · rightᵀ}.
   *
   * @param left [rows, inner], row-major, and perhaps more
   * @param right [columns, inner], row-major
   * @param into [rows, columns], row-major, and perhaps more
   */
  public void timesTransposed(
      final float[] left,
      final int rows,
      final float[] right,
      final int columns,
      final int inner,
      final float[] into) {
    try (NDArray turned = operand("right", right, columns, inner).transpose();
        NDArray product = operand("left", left, rows, inner).matMul(turned)) {
      copy(product, rows * columns, into);
    }
  }

  /**
   * {@code left · right}.
   *
   * @param left [rows, inner], row-major
   * @param right [inner, columns], row-major
   * @param into [rows, columns], row-major
   */
  public void times(
      final float[] left,
      final int rows,
      final float[] right,
      final int columns,
      final int inner,
      final float[] into) {
    try (NDArray product =
        operand("left", left, rows, inner).matMul(operand("right", right, inner, columns))) {
      copy(product, rows * columns, into);
    }
  }

  private static void copy(final NDArray product, final int count, final float[] into) {
    product.toByteBuffer(true).order(ByteOrder.nativeOrder()).asFloatBuffer().get(into, 0, count);
  }

  @Override
  public void close() {
    manager.close();
  }
}
