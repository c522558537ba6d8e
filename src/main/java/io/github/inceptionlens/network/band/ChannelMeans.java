package io.github.inceptionlens.network.band;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.inceptionlens.core.Progress;
import java.util.List;

/** The means of a layer's channels over the whole of a picture that is seen in bands. */
final class ChannelMeans {

  private final String layer;
  private double[] sums;
  private long positions;

  ChannelMeans(final String layer) {
    this.layer = layer;
  }

  float[] of(final BandedRun run, final NDManager scope, final Progress progress) {
    run.pass(scope, List.of(layer), (name, rows, first) -> add(rows), progress);
    final float[] means = new float[sums.length];
    for (int channel = 0; channel < means.length; channel++) {
      means[channel] = (float) (sums[channel] / positions);
    }
    return means;
  }

  private void add(final NDArray rows) {
    try (NDArray columns = rows.sum(new int[] {3});
        NDArray all = columns.sum(new int[] {2})) {
      final float[] some = all.toFloatArray();
      sums = sums == null ? new double[some.length] : sums;
      for (int channel = 0; channel < some.length; channel++) {
        sums[channel] += some[channel];
      }
      positions += rows.getShape().get(2) * rows.getShape().get(3);
    }
  }
}
