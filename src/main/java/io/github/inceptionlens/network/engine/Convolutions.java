package io.github.inceptionlens.network.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import io.github.inceptionlens.core.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The engine's convolution, whose result is checked once per process.
 *
 * <p>oneDNN, which computes it, holds channels in blocks of 16 or 8. On some processors the version
 * that PyTorch 2.7.1 brings loses the channels of a last block that is not full: those that it sums
 * over, and in the gradient those that it makes (seen on AMD's family 26, where a sum over 24
 * channels is that of the first 16; with SSE alone it is right). Where the check finds that, such
 * blocks are filled with channels of zeros, which changes no result.
 */
public final class Convolutions {

  private static final int BLOCK = 16;

  /** A smallest block: so few channels are the first block, which is never lost. */
  private static final int FIRST = 8;

  private Convolutions() {}

  private static final class Check {
    static final boolean LOSES_CHANNELS = losesChannels();

    private static boolean losesChannels() {
      try (NDManager manager = TorchEngine.start(Progress.NONE).newManager()) {
        return IntStream.of(20, 24, 40, 51).anyMatch(channels -> !isRight(manager, channels));
      }
    }
  }

  /** Whether a sum over so many channels of ones is their number. */
  static boolean isRight(final NDManager manager, final int channels) {
    final int side = 2 * BLOCK;
    final NDArray y =
        plain(
            manager.ones(new Shape(1, channels, side, side)),
            manager.ones(new Shape(BLOCK, channels, 3, 3)),
            manager.zeros(new Shape(BLOCK)),
            new Shape(1, 1),
            new Shape(0, 0));
    final float[] sums = y.toFloatArray();
    return Arrays.equals(sums, filled(sums.length, 9F * channels));
  }

  private static float[] filled(final int length, final float value) {
    final float[] all = new float[length];
    Arrays.fill(all, value);
    return all;
  }

  /**
   * A convolution that loses no channel; every convolution of the house goes through here.
   *
   * @param x [batch, channel, row, column]
   * @param weight [channel made, channel, row, column]
   * @param bias [channel made], or null for none
   */
  public static NDArray apply(
      final NDArray x,
      final NDArray weight,
      final NDArray bias,
      final Shape stride,
      final Shape padding) {
    return missing(weight.getShape().get(0)) + missingInput(x) > 0 && Check.LOSES_CHANNELS
        ? inWholeBlocks(x, weight, bias, stride, padding)
        : plain(x, weight, bias, stride, padding);
  }

  private static NDArray plain(
      final NDArray x,
      final NDArray weight,
      final NDArray bias,
      final Shape stride,
      final Shape padding) {
    return Conv2d.conv2d(x, weight, bias, stride, padding).singletonOrThrow();
  }

  /** The same, computed on channels that fill their blocks. */
  static NDArray inWholeBlocks(
      final NDArray x,
      final NDArray weight,
      final NDArray bias,
      final Shape stride,
      final Shape padding) {
    final List<NDArray> grown = new ArrayList<>();
    try {
      final long more = missingInput(x);
      final long made = weight.getShape().get(0);
      final NDArray input = grown(x, 1, more, grown);
      final NDArray operations = grown(grown(weight, 1, more, grown), 0, missing(made), grown);
      final NDArray start = bias == null ? null : grown(bias, 0, missing(made), grown);
      final NDArray y = plain(input, operations, start, stride, padding);
      if (missing(made) == 0) {
        return y;
      }
      grown.add(y);
      return y.get(":, :" + made);
    } finally {
      grown.forEach(NDArray::close);
    }
  }

  /** The array with so many zeros more along an axis, which is noted among those to close. */
  private static NDArray grown(
      final NDArray array, final int axis, final long missing, final List<NDArray> made) {
    if (missing == 0) {
      return array;
    }
    final long[] shape = array.getShape().getShape().clone();
    shape[axis] = missing;
    try (NDArray zeros = array.getManager().zeros(new Shape(shape))) {
      made.add(array.concat(zeros, axis));
    }
    return made.get(made.size() - 1);
  }

  private static long missingInput(final NDArray x) {
    final long channels = x.getShape().get(1);
    return channels <= FIRST ? 0 : missing(channels);
  }

  private static long missing(final long channels) {
    return (BLOCK - channels % BLOCK) % BLOCK;
  }
}
