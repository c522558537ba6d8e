/**
 * Class activation maps and their kin.
 *
 * <pre>{@code
 * AttributionRequest request = AttributionRequest.of("top").layer("mixed5a");
 * Attribution map = new GradCam().attribute(network, picture, request, Progress.NONE);
 * }</pre>
 */
package io.github.inceptionlens.attribution.cam;
