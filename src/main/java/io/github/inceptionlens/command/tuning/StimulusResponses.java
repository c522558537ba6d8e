package io.github.inceptionlens.command.tuning;

import io.github.inceptionlens.activation.ChannelOrder;
import io.github.inceptionlens.activation.measure.RegionRow;
import io.github.inceptionlens.activation.measure.RegionTable;
import io.github.inceptionlens.activation.measure.RegionValues;
import io.github.inceptionlens.activation.measure.UnitChoice;
import io.github.inceptionlens.activation.statistics.LayerSpread;
import io.github.inceptionlens.activation.statistics.UnitSpread;
import io.github.inceptionlens.circuit.tuning.UnitTuning;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.InceptionV1;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What units give to stimuli: in the middle of the picture, or where they give most. */
public final class StimulusResponses {

  private final ShownStimuli shown;
  private final RegionTable table;
  private final Supplier<Map<Unit, UnitSpread>> usual;

  private StimulusResponses(
      final ShownStimuli shown,
      final RegionTable table,
      final Supplier<Map<Unit, UnitSpread>> usual) {
    this.shown = shown;
    this.table = table;
    this.usual = usual;
  }

  /**
   * Shows the stimuli.
   *
   * @param middle whether the unit in the middle counts, not the largest value
   * @param statistics whether mean and deviation are those of all places of these pictures
   * @throws UserError when one of them cannot be shown
   */
  public static StimulusResponses of(
      final InceptionV1 network,
      final UnitChoice choice,
      final ShownStimuli shown,
      final boolean middle,
      final boolean statistics,
      final Progress progress) {
    final Scan<StimulusPicture> scan = new Scan<>(network, choice.names(), shown.pictures());
    final Ride<StimulusPicture, ?, RegionTable> measured =
        scan.ride(
            "responses",
            new RegionValues<StimulusPicture>(
                choice, ChannelOrder.PEAK, picture -> picture.region(middle)));
    final Supplier<Map<Unit, UnitSpread>> usual =
        statistics ? LayerSpread.ride(scan, choice.layers()) : Map::of;
    scan.run(Optional.empty(), progress);
    shown.pictures().look().skipped().stream()
        .findFirst()
        .ifPresent(
            one -> {
              throw new UserError(one.path() + ": " + one.reason());
            });
    return new StimulusResponses(shown, measured.result(), usual);
  }

  /** Mean and deviation over all places of the stimuli. */
  public Map<Unit, UnitSpread> usual() {
    return usual.get();
  }

  /** The units, in the order in which they are shown. */
  List<Unit> units() {
    return table.units();
  }

  /**
   * How units respond to some of the stimuli.
   *
   * @param indices of the stimuli
   * @param reference mean and deviation of each unit
   */
  public List<UnitTuning> tunings(final int[] indices, final Map<Unit, UnitSpread> reference) {
    final Map<PictureId, float[]> values = new HashMap<>();
    for (final RegionRow row : table.rows()) {
      values.put(row.picture(), row.values());
    }
    final List<UnitTuning> tunings = new ArrayList<>();
    for (int unit = 0; unit < units().size(); unit++) {
      final double[] activations = new double[indices.length];
      for (int i = 0; i < activations.length; i++) {
        activations[i] = values.get(shown.stimuli().get(indices[i]).id())[unit];
      }
      final UnitSpread of = reference.get(units().get(unit));
      tunings.add(UnitTuning.of(of.unit(), of.mean(), of.deviation(), activations));
    }
    return tunings;
  }
}
