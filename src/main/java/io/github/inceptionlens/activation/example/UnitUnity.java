package io.github.inceptionlens.activation.example;

/**
 * Whether what drives a unit most is one thing, by its top crops as another layer sees them.
 *
 * @param clarity how alike they are: 1 where all are seen the same, about 0 where they have no more
 *     in common than chance; NaN for fewer than two
 * @param polysemanticity how unlike two groups of them are, 0 to 1; NaN for fewer than four
 * @param mostLike the unit whose crops are seen most alike; empty where there is no other
 * @param likeness the cosine between the means of both units' crops; NaN where there is no other
 */
public record UnitUnity(double clarity, double polysemanticity, String mostLike, double likeness) {

  /** Nothing is known. */
  public static final UnitUnity UNKNOWN = new UnitUnity(Double.NaN, Double.NaN, "", Double.NaN);
}
