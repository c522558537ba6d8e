package io.github.inceptionlens.network;

import io.github.inceptionlens.core.Picture;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Pictures of one size, each made when it is needed.
 *
 * @param width pixels
 * @param height pixels
 * @param count how many there are
 * @param picture from an index to width x height x 3 (red, green, blue), values 0 to 255; asked for
 *     once per index, in order
 */
public record PictureSeries(int width, int height, int count, IntFunction<Picture> picture) {

  /** More of them tell less often how far they are. */
  private static final int MOST_AT_ONCE = 8;

  /**
   * The values of an objective on the pictures, in batches that fit into the memory.
   *
   * @param report called before each batch with the pictures that are done
   * @return one value per picture
   */
  public double[] values(
      final InceptionV1 network, final Objective objective, final IntConsumer report) {
    final int batch = Math.min(MOST_AT_ONCE, network.batch(objective.names(), width, height));
    final double[] values = new double[count];
    for (int start = 0; start < count; start += batch) {
      report.accept(start);
      final int done = start;
      final double[] some =
          network.values(
              part(start, Math.min(count, start + batch)),
              objective,
              (fraction, what) -> report.accept(done));
      System.arraycopy(some, 0, values, start, some.length);
    }
    return values;
  }

  private List<Picture> part(final int start, final int end) {
    return IntStream.range(start, end).mapToObj(picture).toList();
  }
}
