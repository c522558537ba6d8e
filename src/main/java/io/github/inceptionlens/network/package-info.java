/**
 * The InceptionV1 network: feature maps of any layer, class scores, objectives.
 *
 * <p>Knows no ImageJ and no file formats; tensors do not leave this room and its sub-rooms but for
 * the methods' own code.
 */
package io.github.inceptionlens.network;
