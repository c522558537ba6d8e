package io.github.inceptionlens.network.band;

import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.memory.MemoryBudget;
import io.github.inceptionlens.network.memory.MemoryPlan;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How a picture is shown to the network: as a whole, or, where that needs too much memory, in bands
 * of its rows, with the same values but for float noise.
 *
 * @param bytes the most native memory that is held at once, without what is asked for
 * @param bands empty for a picture that is shown as a whole
 */
public record RunPlan(long bytes, Optional<BandPlan> bands) {

  /** Larger batches are not faster. */
  private static final int LARGEST_BATCH = 16;

  /**
   * The plan for a picture.
   *
   * @param names what is asked for, canonical names or aliases
   * @param width pixels
   * @param height pixels
   * @throws io.github.inceptionlens.core.UserError when the picture is too small for a name, or so
   *     wide that not even bands fit into the memory
   */
  public static RunPlan of(
      final Architecture architecture,
      final Collection<String> names,
      final int width,
      final int height) {
    for (final String name : names) {
      Geometry.of(architecture.spatial(name), width, height);
    }
    final long whole = MemoryPlan.peak(architecture, names, width, height);
    if (whole <= MemoryBudget.whole()) {
      return new RunPlan(whole, Optional.empty());
    }
    final List<String> wanted = names.stream().map(name -> architecture.node(name).name()).toList();
    final BandPlan bands = BandPlan.of(architecture, wanted, width, height, MemoryBudget.bytes());
    MemoryBudget.check(bands.bytes(), width, height);
    return new RunPlan(bands.bytes(), Optional.of(bands));
  }

  /** The entry {@code bands} of what is made in bands; none where a picture is shown as a whole. */
  public Provenance provenance() {
    return bands.map(plan -> Provenance.EMPTY.with("bands", plan.words())).orElse(Provenance.EMPTY);
  }

  /** How many pictures of this size can be shown at once. */
  public int batch(final int width, final int height) {
    return bands.isPresent() ? 1 : MemoryBudget.batch(bytes, width, height, LARGEST_BATCH);
  }
}
