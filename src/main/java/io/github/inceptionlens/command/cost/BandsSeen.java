package io.github.inceptionlens.command.cost;

import io.github.inceptionlens.network.Pass;
import io.github.inceptionlens.network.band.BandPlan;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** In which bands of their rows the pictures of a run were seen, as far as they were. */
public final class BandsSeen {

  private final Set<BandPlan> plans = new HashSet<>();

  /** Takes note of a pass. */
  public synchronized void add(final Pass pass) {
    pass.plan().bands().ifPresent(plans::add);
  }

  /** Begins anew. */
  public synchronized void clear() {
    plans.clear();
  }

  /**
   * The bands in words, such as {@code 32 of 256 rows}; the most where there are several; empty
   * where each picture was seen as a whole.
   */
  public synchronized String words() {
    final String several = plans.size() > 1 ? "up to %s" : "%s";
    return plans.stream()
        .max(Comparator.comparingInt(BandPlan::bands))
        .map(most -> String.format(Locale.ROOT, several, most.words()))
        .orElse("");
  }
}
