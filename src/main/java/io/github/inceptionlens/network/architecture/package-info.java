/**
 * The table of an InceptionV1 training: rows, widths, preprocessing, labels and weights.
 *
 * <p>Computes nothing.
 *
 * <pre>{@code
 * Architecture architecture = Training.CAFFE.architecture();
 * Layer layer = architecture.layer("inception_4c/output");   // mixed4c
 * LayerCost cost = LayerCost.of(architecture, layer.name(), 224, 224);
 * }</pre>
 */
package io.github.inceptionlens.network.architecture;
