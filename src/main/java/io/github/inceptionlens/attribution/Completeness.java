package io.github.inceptionlens.attribution;

/**
 * How far an attribution that should distribute a change of the target does so.
 *
 * @param sum the sum of all attributed values
 * @param change the target on the picture less the target on the baseline
 */
public record Completeness(double sum, double change) {

  /** What is missing or too much, as a part of the change or of 1 where the change is smaller. */
  public double gap() {
    return (sum - change) / Math.max(Math.abs(change), 1);
  }
}
