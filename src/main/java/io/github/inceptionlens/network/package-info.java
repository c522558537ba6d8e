/**
 * The InceptionV1 network: feature maps of any layer, class scores, objectives.
 *
 * <p>Knows no ImageJ and no file formats; tensors do not leave this room and its sub-rooms but for
 * the methods' own code.
 *
 * <pre>{@code
 * Activations seen = network.run(picture, List.of("mixed4c", "softmax2"));
 * float[] channel = seen.map("mixed4c").channel(12);   // row by row, on the layer's grid
 * float[] probabilities = seen.probabilities();
 * }</pre>
 */
package io.github.inceptionlens.network;
