/**
 * Where a layer's units lie on a picture, and resampling between the two.
 *
 * <p>Holds no pixels of ImageJ and no weights.
 */
package io.github.inceptionlens.core.geometry;
