package io.github.inceptionlens.visualization.grid;

import ai.djl.ndarray.NDManager;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.visualization.feature.StepListener;
import java.util.Locale;

/**
 * What a layer sees everywhere: each of its positions as a picture of its vector of activations, in
 * one mosaic that lies on the image.
 *
 * <p>A cell is the picture on which the layer, before its rectifier, answers most along the cell's
 * vector, over all positions of the cell's own map: Fourier coefficients, raised by Adam under
 * small shifts. Its coarse structure is borrowed from a few groups of channels (non-negative
 * factors of the vectors), each lending the same to all cells in which it is strong, and all cells
 * begin with the same noise and move alike; so neighbors with like vectors look alike, and what
 * differs between two cells is what their vectors differ in.
 *
 * <pre>{@code
 * GridCells cells = GridCells.of(network, View.of(picture), "mixed4d", Progress.NONE);
 * ActivationGrid grid = ActivationGrid.of(
 *     network, cells, GridRequest.STANDARD, StepListener.NONE, Progress.NONE);
 * Picture mosaic = grid.picture();
 * }</pre>
 *
 * @param picture the mosaic, columns * cell x rows * cell x 3, values 0 to 255; white where no
 *     position is selected
 * @param before the mean over cells of what the layer answers along their vectors' directions, on
 *     the noise that they began with, in units of the activation
 * @param after the same on the cells as they are
 * @param steps how many were done
 * @param interrupted whether the user stopped it
 * @param provenance what was asked and what came of it
 * @see <a href="https://distill.pub/2018/building-blocks/">Olah et al. 2018</a>
 */
public record ActivationGrid(
    Picture picture,
    double before,
    double after,
    int steps,
    boolean interrupted,
    Provenance provenance) {

  private static final int PARTS = 16;

  /**
   * Makes the mosaic.
   *
   * @param listener sees it grow
   * @throws io.github.inceptionlens.core.UserError when nothing fires in the cells, they are too
   *     small for the layer, or they do not fit into the memory
   * @throws java.util.concurrent.CancellationException when the user stopped it before the first
   *     step; later, what is there is returned
   */
  public static ActivationGrid of(
      final InceptionV1 network,
      final GridCells cells,
      final GridRequest request,
      final StepListener listener,
      final Progress progress) {
    final float[][] weights =
        request.groups() == 0
            ? new float[cells.count()][0]
            : CellGroups.weights(cells, request.groups(), request.seed(), progress.part(0, PARTS));
    try (NDManager manager = network.newManager()) {
      final GridOptimization run = new GridOptimization(network, cells, weights, request, manager);
      final double before = run.value();
      final int steps = run.run(listener, progress);
      final double after = run.value();
      return new ActivationGrid(
          run.picture(),
          before,
          after,
          steps,
          steps < request.steps(),
          provenance(cells, request, steps)
              .with(
                  "value along the vectors",
                  String.format(Locale.ROOT, "%.4g at the start, %.4g at the end", before, after)));
    }
  }

  private static Provenance provenance(
      final GridCells cells, final GridRequest request, final int steps) {
    final Provenance made =
        Provenance.EMPTY
            .with("layer", cells.layer().name())
            .with("cells", cells.count() + " of " + cells.columns() + " x " + cells.rows())
            .with("cell", request.cell())
            .with("steps", steps)
            .with("groups that lend", request.groups())
            .with("scaled", request.scaled())
            .with("seed", request.seed());
    return steps < request.steps()
        ? made.with("stopped", "after " + steps + " of " + request.steps())
        : made;
  }
}
