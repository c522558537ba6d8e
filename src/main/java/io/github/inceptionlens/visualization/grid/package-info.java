/**
 * Activation grids: every position of a layer as the picture of its vector of activations.
 *
 * <pre>{@code
 * GridCells cells = GridCells.of(network, View.of(picture), "mixed4d", Progress.NONE);
 * ActivationGrid grid = ActivationGrid.of(
 *     network, cells, GridRequest.STANDARD.steps(64), StepListener.NONE, Progress.NONE);
 * Picture mosaic = grid.picture();
 * }</pre>
 */
package io.github.inceptionlens.visualization.grid;
