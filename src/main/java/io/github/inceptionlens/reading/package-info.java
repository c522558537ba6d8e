/**
 * Blinded readings: shuffled cases, the key that tells what they were, and the tally of a filled
 * sheet; and two-alternative tests of whether a reader can predict a unit's response. Knows texts
 * and numbers, no files and no images.
 *
 * <pre>{@code
 * Proportion right = new Proportion(17, 24);
 * System.out.println(right.rate() + ", 95 %: " + right.low() + " to " + right.high());
 * }</pre>
 */
package io.github.inceptionlens.reading;
