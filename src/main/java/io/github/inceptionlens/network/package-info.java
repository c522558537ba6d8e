/**
 * InceptionV1 on DJL: the engine's gate, the table of the architecture and its walk, gradients,
 * receptive fields and labels.
 *
 * <p>Knows no ImageJ, no user interface and no file format.
 */
package io.github.inceptionlens.network;
