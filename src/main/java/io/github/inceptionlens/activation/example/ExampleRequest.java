package io.github.inceptionlens.activation.example;

import io.github.inceptionlens.core.UserError;
import java.util.List;
import java.util.Locale;

/**
 * How many examples of a unit are sought.
 *
 * @param count how many of the largest values, and how many of the smallest, at most
 * @param perPicture how many of them are of one picture at most
 * @param quantiles the parts of the values, from 0 to 1, below which an example's lies; none for no
 *     such examples
 * @param seed what decides which of the places near a quantile is shown
 */
public record ExampleRequest(int count, int perPicture, List<Double> quantiles, long seed) {

  private static final int MOST = 1000;
  private static final int PLACE = 48;
  private static final long BINS = 180_000;

  /** Refuses numbers out of range. */
  public ExampleRequest {
    quantiles = List.copyOf(quantiles);
    check("count", count);
    check("per_picture", perPicture);
    for (final double part : quantiles) {
      if (!(part >= 0 && part <= 1)) {
        throw new UserError("quantiles holds " + part + ", expected numbers from 0 to 1");
      }
    }
  }

  /** The largest and the smallest value of so many pictures. */
  public static ExampleRequest of(final int count) {
    return new ExampleRequest(count, 1, List.of(), 0);
  }

  /** The bytes that the examples of a unit take at most while they are sought. */
  public long bytes() {
    return 2L * PLACE * count + (quantiles.isEmpty() ? 0 : BINS);
  }

  private static void check(final String key, final int number) {
    if (number < 1 || number > MOST) {
      throw new UserError(
          String.format(Locale.ROOT, "%s is %d, expected 1 to %d", key, number, MOST));
    }
  }
}
