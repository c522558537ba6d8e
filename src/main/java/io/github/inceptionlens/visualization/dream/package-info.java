/**
 * DeepDream on pictures of any size, octave by octave and tile by tile.
 *
 * <pre>{@code
 * DreamRequest request = DreamRequest.STANDARD.octaves(3, 1.4).steps(5, 1.5);
 * Dream dream = DeepDream.of(
 *     network, picture, "mixed4c", request, StepListener.NONE, Progress.NONE);
 * }</pre>
 */
package io.github.inceptionlens.visualization.dream;
