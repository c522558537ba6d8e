/**
 * Measures that tell whether a map says the truth, on plain arrays.
 *
 * <p>Knows no other room but {@code core}: whoever has a map and a mask can ask.
 */
package io.github.inceptionlens.measure;
