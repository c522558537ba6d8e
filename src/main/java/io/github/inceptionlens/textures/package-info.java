/**
 * Images and scenes of known content, the same to the last bit for the same seed.
 *
 * <p>Knows no ImageJ and no network.
 */
package io.github.inceptionlens.textures;
