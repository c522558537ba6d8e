package io.github.inceptionlens.visualization.grid;

import ai.djl.ndarray.NDManager;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.gradient.GradientRequest;
import io.github.inceptionlens.network.gradient.Gradients;
import io.github.inceptionlens.network.gradient.ParameterGradient;
import io.github.inceptionlens.network.objective.TargetBinding;
import io.github.inceptionlens.visualization.feature.StepListener;
import io.github.inceptionlens.visualization.parameterization.Parameterization;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The optimization of all cells of a grid under way. */
final class GridOptimization {

  /** What is cut off on each side of a cell's picture: the network sees its border. */
  static final int MARGIN = 2;

  /** Larger batches of pictures of this size are not faster. */
  private static final int LARGEST_BATCH = 64;

  private final GridCells cells;
  private final GridRequest request;
  private final Mosaic mosaic;
  private final LentPictures lent;
  private final List<CellBatch> batches = new ArrayList<>();

  private int done;

  /**
   * @param manager keeps the run's arrays
   * @param weights [cell, group], how much each group lends
   * @throws UserError when a cell is too small for the layer, or the memory for the cells
   */
  GridOptimization(
      final InceptionV1 network,
      final GridCells cells,
      final float[][] weights,
      final GridRequest request,
      final NDManager manager) {
    this.cells = cells;
    this.request = request;
    this.mosaic = new Mosaic(cells, request.cell(), MARGIN, request.scaled());
    final int side = request.cell() + 2 * MARGIN;
    final String layer = TargetBinding.beforeRectifier(network, cells.layer().unit(0)).layer();
    final int most = batch(network, layer, cells.count(), side);
    final SplittableRandom random = new SplittableRandom(request.seed());
    this.lent = new LentPictures(manager, side, weights, random.split());
    final Function<Integer, SplittableRandom> starts = starts(random.split(), weights[0].length);
    final long shifts = random.nextLong();
    for (int first = 0; first < cells.count(); first += most) {
      final int end = Math.min(first + most, cells.count());
      final Objective objective =
          CellBatch.along(layer, IntStream.range(first, end).mapToObj(cells::direction).toList());
      final List<SplittableRandom> generators =
          IntStream.range(first, end).boxed().map(starts).toList();
      batches.add(
          new CellBatch(
              network,
              manager,
              first,
              lent.cells(manager, side, first, generators),
              shifts,
              objective));
    }
  }

  /**
   * What the first picture of a cell is drawn from: with groups the same for all cells, so that
   * equal vectors give equal pictures; cells by themselves begin by themselves.
   */
  private static Function<Integer, SplittableRandom> starts(
      final SplittableRandom random, final int groups) {
    final long seed = random.nextLong();
    return cell -> new SplittableRandom(groups > 0 ? seed : seed + cell);
  }

  private static int batch(
      final InceptionV1 network, final String layer, final int cells, final int side) {
    final int smallest = network.architecture().smallest(List.of(layer));
    if (side < smallest) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "cell is %d, but %s needs at least %d",
              side - 2 * MARGIN,
              layer,
              smallest - 2 * MARGIN));
    }
    final GradientRequest pass = GradientRequest.pixels(Objective.energy(layer));
    final int seen = CellBatch.SHIFTS.output(side);
    final long bytes = Parameterization.FOURIER.bytesPerPixel() * side * side;
    final int most =
        ParameterGradient.batch(network, pass, seen, seen, bytes, Math.min(cells, LARGEST_BATCH));
    Gradients.check(network, pass, most, seen, seen, cells * bytes);
    return most;
  }

  /**
   * Optimizes until the steps are done or the user stops it.
   *
   * @return how many steps were done
   * @throws CancellationException when the user stops it before the first step
   */
  int run(final StepListener listener, final Progress progress) {
    while (done < request.steps() && advance(progress)) {
      for (final CellBatch batch : batches) {
        requireFinite(batch.step(done, lent));
      }
      lent.climb();
      done++;
      if (listener.wants(done)) {
        listener.see(done, List.of(picture()));
      }
    }
    return done;
  }

  private boolean advance(final Progress progress) {
    try {
      progress.at(
          (double) done / request.steps(),
          String.format(
              Locale.ROOT,
              "Activation grid of %s: step %d of %d ...",
              cells.layer(),
              done + 1,
              request.steps()));
      return true;
    } catch (final CancellationException stop) {
      if (done == 0) {
        throw stop;
      }
      return false;
    }
  }

  private void requireFinite(final float[] values) {
    for (final float value : values) {
      if (!Float.isFinite(value)) {
        throw new UserError(
            String.format(
                Locale.ROOT,
                "the activation grid of %s left the range of numbers at step %d: choose another"
                    + " layer",
                cells.layer(),
                done + 1));
      }
    }
  }

  /** The mean over cells of what the layer answers along their directions. */
  double value() {
    return batches.stream()
        .map(CellBatch::values)
        .flatMap(values -> IntStream.range(0, values.length).mapToObj(i -> values[i]))
        .mapToDouble(Float::doubleValue)
        .average()
        .orElseThrow();
  }

  /** The cells as they are, side by side. */
  Picture picture() {
    final Picture[] all = new Picture[cells.count()];
    batches.forEach(batch -> batch.put(all));
    return mosaic.of(Arrays.asList(all));
  }
}
