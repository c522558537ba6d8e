/**
 * Which parts of a picture a target depends on: requests, results, and what all methods share.
 *
 * <p>A method is a plugin of type {@code AttributionMethod} in one of the sub-rooms.
 *
 * <pre>{@code
 * AttributionRequest request = AttributionRequest.of("class:3").layer("mixed4c");
 * Attribution map = AttributionMethods.named("Grad-CAM")
 *     .attribute(network, picture, request, Progress.NONE);
 * float[] plane = map.plane(ColorReduction.SUM, map.usualSign(), 224, 224);
 * }</pre>
 */
package io.github.inceptionlens.attribution;
