package io.github.inceptionlens.reading;

/**
 * How many of how many.
 *
 * @param hits 0 to count
 * @param count how many were asked
 */
public record Proportion(int hits, int count) {

  /** The quantile of the standard normal distribution that 2.5 % exceed. */
  private static final double Z = 1.959963984540054;

  /** Hits over count; NaN where nothing was asked. */
  public double rate() {
    return (double) hits / count;
  }

  /**
   * The lower end of the 95 % confidence interval; NaN where nothing was asked.
   *
   * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson 1927</a>
   */
  public double low() {
    return Math.max(center() - half(), 0);
  }

  /** The upper end of the 95 % confidence interval; NaN where nothing was asked. */
  public double high() {
    return Math.min(center() + half(), 1);
  }

  private double center() {
    return (rate() + Z * Z / (2 * count)) / (1 + Z * Z / count);
  }

  private double half() {
    final double variance = rate() * (1 - rate()) / count + Z * Z / (4.0 * count * count);
    return Z * Math.sqrt(variance) / (1 + Z * Z / count);
  }
}
