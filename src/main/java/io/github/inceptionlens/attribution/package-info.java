/**
 * Saliency maps: which pixels, or which positions of a layer, a target of the network depends on.
 *
 * <p>A method is a SciJava plugin of type {@link
 * io.github.inceptionlens.attribution.AttributionMethod}. Knows no ImageJ, no user interface and no
 * files.
 */
package io.github.inceptionlens.attribution;
