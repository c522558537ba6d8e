package io.github.inceptionlens.command.circuit;

import ij.measure.ResultsTable;
import io.github.inceptionlens.circuit.group.WeightGroups;
import io.github.inceptionlens.circuit.weight.KernelEnd;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.display.GroupColors;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.edit.Dictionary;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Groups of lower units as directions of their layer: a table of the members, a dictionary. */
final class GroupDirections {

  private static final int DECIMALS = 4;

  private final WeightGroups groups;
  private final KernelEnd from;

  GroupDirections(final WeightGroups groups, final KernelEnd from) {
    this.groups = groups;
    this.from = from;
  }

  /**
   * The strongest members of each group.
   *
   * @param most of each
   */
  ResultsTable table(final int most) {
    final ResultsTable table = new ResultsTable();
    table.setPrecision(DECIMALS);
    for (int group = 0; group < groups.count(); group++) {
      final float[] direction = groups.direction(group);
      final List<Integer> members =
          IntStream.range(0, direction.length)
              .boxed()
              .filter(i -> direction[i] > 0)
              .sorted(Comparator.comparingDouble((Integer i) -> -direction[i]))
              .limit(most)
              .toList();
      for (final int member : members) {
        table.addRow();
        table.addValue("Group", group);
        table.addValue("Color", GroupColors.name(GroupColors.of(group, groups.count())));
        table.addValue("Unit", groups.from().get(member).toString());
        table.addValue("Weight", direction[member]);
        table.addValue("Explained", groups.explained());
      }
    }
    return table;
  }

  /** The groups for all commands: an entry's strength is the activations' along its direction. */
  Dictionary dictionary(final String name, final InceptionV1 network, final Provenance made) {
    final int channels = network.architecture().node(from.layer()).channels();
    final float[] rows = new float[groups.count() * channels];
    for (int group = 0; group < groups.count(); group++) {
      final float[] direction = groups.direction(group);
      for (int i = 0; i < direction.length; i++) {
        rows[group * channels + from.channels().get(i)] = direction[i];
      }
    }
    return Dictionary.ofDirections(
        name,
        new Dictionary.Home(from.layer(), network.architecture().name(), network.digest()),
        rows,
        Dictionary.unlabeled(groups.count()),
        made.with("origin", "weight groups").entries());
  }
}
