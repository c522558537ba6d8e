/**
 * Feature visualization, inversion and caricature: optimization of pictures for units and layers.
 *
 * <pre>{@code
 * VisualizationRequest request = VisualizationRequest.STANDARD.size(128).steps(256).seed(1);
 * Visualization seen = Visualizer.visualize(
 *     network, "mixed4c:12", request, StepListener.NONE, Progress.NONE);
 * }</pre>
 */
package io.github.inceptionlens.visualization.feature;
