/**
 * ImageJ's pixels in and results out: what of an image is analysed, how it becomes the network's
 * picture, and how results lie where they belong with calibration, labels, LUT and provenance.
 *
 * <p>Knows no method and no command.
 */
package io.github.inceptionlens.image;
