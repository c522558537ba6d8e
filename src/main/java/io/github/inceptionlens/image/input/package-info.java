/**
 * What of an ImageJ image is analyzed: selection, slices, size, calibration.
 *
 * <p>Knows no methods and no commands.
 */
package io.github.inceptionlens.image.input;
