package io.github.inceptionlens.network;

import io.github.inceptionlens.core.Picture;
import java.util.List;
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

  List<Picture> part(final int start, final int end) {
    return IntStream.range(start, end).mapToObj(picture).toList();
  }
}
