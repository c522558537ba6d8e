package io.github.inceptionlens.atlas.mosaic;

import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.visualization.feature.VisualizationRequest;
import io.github.inceptionlens.visualization.transform.AffineTransforms;
import io.github.inceptionlens.visualization.transform.Transforms;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How the icons of an atlas are made.
 *
 * @param size width and height of each in pixels, 16 to 512
 * @param steps how often each is changed, 1 to 100000
 * @param power of the cosine in what is raised, from 0
 * @param seed what the first picture and the moves are drawn from
 */
public record IconRequest(int size, int steps, double power, long seed) {

  /** The step width of Adam, Lucid's. */
  static final double STEP = 0.05;

  /** Moves of the whole picture, which keep its size. */
  static final Transforms MOVES =
      new AffineTransforms(
          "atlas",
          6,
          8,
          IntStream.rangeClosed(0, 10).mapToObj(i -> 0.9 + i / 50.0).toList(),
          Stream.concat(IntStream.rangeClosed(-10, 10).boxed(), Stream.generate(() -> 0).limit(5))
              .toList(),
          4);

  private static final int SMALLEST = 16;
  private static final int LARGEST = 512;

  /** 80 pixels, 96 steps, the fourth power. */
  public static final IconRequest STANDARD = new IconRequest(80, 96, 4, 0);

  /** Refuses values out of range. */
  public IconRequest {
    VisualizationRequest.checkRange("size", size, SMALLEST, LARGEST);
    VisualizationRequest.checkClimb(steps, STEP);
  }

  /** The same with other steps. */
  public IconRequest steps(final int other) {
    return new IconRequest(size, other, power, seed);
  }

  /** The same with another size. */
  public IconRequest size(final int other) {
    return new IconRequest(other, steps, power, seed);
  }

  /** The same with another power. */
  public IconRequest power(final double other) {
    return new IconRequest(size, steps, other, seed);
  }

  /** The same with another seed. */
  public IconRequest seed(final long other) {
    return new IconRequest(size, steps, power, other);
  }

  /** What icons depend on besides their vectors. */
  Provenance provenance() {
    return Provenance.EMPTY
        .with("size", size)
        .with("steps", steps)
        .with("power", power)
        .with("transforms", MOVES.description())
        .with("learning rate", STEP)
        .with("seed", seed);
  }
}
