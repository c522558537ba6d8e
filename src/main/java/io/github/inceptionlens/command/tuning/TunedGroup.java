package io.github.inceptionlens.command.tuning;

import io.github.inceptionlens.circuit.tuning.StimulusSet;
import io.github.inceptionlens.circuit.tuning.UnitTuning;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How units respond to the stimuli that show one thing.
 *
 * @param turned what is turned; empty for synthetic stimuli
 * @param set what the stimuli show
 * @param stimuli they themselves, in the same order
 * @param units with a response to each
 */
record TunedGroup(
    String turned, StimulusSet set, List<ShownStimuli.Shown> stimuli, List<UnitTuning> units) {

  TunedGroup {
    stimuli = List.copyOf(stimuli);
    units = List.copyOf(units);
  }

  /** The indices of the units with the largest responses, in the order of the units. */
  List<Integer> strongest(final int count) {
    return IntStream.range(0, units.size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> -peak(units.get(i))))
        .limit(count)
        .sorted()
        .toList();
  }

  private static double peak(final UnitTuning unit) {
    return unit.responses()[unit.strongest()];
  }
}
