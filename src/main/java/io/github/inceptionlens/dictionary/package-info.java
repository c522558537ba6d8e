/**
 * How dictionaries are made: from vectors of a layer to directions that tell them apart or build
 * them up.
 *
 * <p>Knows no ImageJ, no engine and no files.
 *
 * <pre>{@code
 * float[] data = {1, 0, 2, 0, 0, 3, 1, 3};
 * NonNegativeFactors found = NonNegativeFactors.of(data, 2, 2, 0, Progress.NONE);
 * float[] factors = found.factors();
 * }</pre>
 */
package io.github.inceptionlens.dictionary;
