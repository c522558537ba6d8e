/**
 * Where a layer's units lie on a picture, and resampling between the two.
 *
 * <p>Holds no pixels of ImageJ and no weights.
 *
 * <pre>{@code
 * Geometry geometry = Geometry.of(network.architecture().layer("mixed4c"), 224, 224);
 * double x = geometry.x().center(7);       // where the eighth column of units looks
 * int sees = geometry.x().receptiveField();  // how many pixels wide
 * }</pre>
 */
package io.github.inceptionlens.core.geometry;
