package io.github.inceptionlens.network.gradient;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Pass;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.Operation;
import io.github.inceptionlens.network.architecture.Walk;
import io.github.inceptionlens.network.architecture.channel.ChannelChange;
import io.github.inceptionlens.network.band.BandPlan;
import io.github.inceptionlens.network.band.RunPlan;
import io.github.inceptionlens.network.memory.MemoryBudget;
import java.util.List;
import java.util.Optional;

/**
 * How large the bands are in which a gradient goes back through a picture.
 *
 * @param rows pixels of the picture in a band
 * @param bytes the most native memory that is held at once
 */
record BackwardBands(int rows, long bytes) {

  private static final int SMALLEST = 32;
  private static final double NANOS = 1e9;

  /** Larger bands are no faster. */
  private static final long ENOUGH = 1L << 30;

  /**
   * The largest bands that fit into the memory, as far as larger ones are faster.
   *
   * @throws UserError when not even the smallest do, or the gradient needs the picture as a whole
   */
  static BackwardBands of(
      final InceptionV1 network, final GradientRequest request, final int width, final int height) {
    requireLocal(network.architecture(), request, width, height);
    final long budget = Math.min(MemoryBudget.bytes(), ENOUGH);
    BackwardBands best = of(network, request, width, height, SMALLEST);
    while (best.rows < height) {
      final BackwardBands larger = of(network, request, width, height, 2 * best.rows);
      final boolean isBetter = larger.bytes <= Math.max(budget, best.bytes);
      if (!isBetter) {
        break;
      }
      best = larger;
    }
    MemoryBudget.check(best.bytes, width, height);
    return best;
  }

  /** Goes through a picture in such bands, and tells who watches the network. */
  Gradient run(
      final InceptionV1 network,
      final Picture picture,
      final GradientRequest request,
      final Progress progress) {
    final long start = System.nanoTime();
    final Gradient gradient = BandedGradient.run(network, picture, request, rows, progress);
    final BandPlan plan = new BandPlan(rows, (picture.height() + rows - 1) / rows, bytes);
    network.tell(
        new Pass(
            true,
            network.architecture(),
            network.canonical(request.objective().names()),
            picture.width(),
            picture.height(),
            new RunPlan(bytes, Optional.of(plan)),
            (System.nanoTime() - start) / NANOS));
    return gradient;
  }

  /** Bands of so many rows, whatever the memory. */
  static BackwardBands of(
      final InceptionV1 network,
      final GradientRequest request,
      final int width,
      final int height,
      final int rows) {
    final Architecture architecture = network.architecture();
    final List<String> names = network.canonical(request.objective().names());
    final long kept = BandPlan.kept(architecture, names, width, height, rows);
    final int seen = Math.min(height, rows + architecture.smallest(names) + SMALLEST);
    return new BackwardBands(
        rows,
        kept
            + outputs(architecture, names, width, height)
            + GradientPlan.peak(architecture, request, width, seen));
  }

  /** What the objective reads, and its derivatives. */
  private static long outputs(
      final Architecture architecture,
      final List<String> names,
      final int width,
      final int height) {
    return names.stream()
        .filter(name -> architecture.spatial(name).name().equals(name))
        .mapToLong(name -> 2 * bytes(architecture.layer(name), width, height))
        .sum();
  }

  private static long bytes(final Layer layer, final int width, final int height) {
    final Geometry geometry = Geometry.of(layer, width, height);
    return (long) layer.channels() * geometry.x().size() * geometry.y().size() * Float.BYTES;
  }

  private static void requireLocal(
      final Architecture architecture,
      final GradientRequest request,
      final int width,
      final int height) {
    final List<String> names =
        request.objective().names().stream().map(name -> architecture.node(name).name()).toList();
    for (final Node node : new Walk(architecture, List.of(Architecture.INPUT), names).path()) {
      if (node.op() instanceof Operation.ChannelEdit edit) {
        final Geometry layer = Geometry.of(architecture.layer(node.name()), width, height);
        edit.places().ifPresent(places -> places.require(layer.x().size(), layer.y().size()));
        requireNoMean(node.name(), edit.change());
      }
    }
  }

  private static void requireNoMean(final String layer, final ChannelChange change) {
    if (change.kind() == ChannelChange.Kind.MEAN) {
      throw new UserError(
          "channels of "
              + layer
              + " are at their mean over the picture, through which no gradient of a picture this"
              + " large goes: choose a smaller scale or crop");
    }
  }
}
