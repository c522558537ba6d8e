package io.github.inceptionlens.command.family;

import io.github.inceptionlens.circuit.family.FamilyMember;
import io.github.inceptionlens.circuit.family.UnitFamily;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.edit.Dictionary;
import java.util.ArrayList;
import java.util.List;

/** The members of families, in their order, as a dictionary of their layer. */
final class FamilyDirections {

  private FamilyDirections() {}

  /**
   * The dictionary: an entry is the channel of a member.
   *
   * @param layer of the members, the network's own
   * @param families at least one
   */
  static Dictionary of(
      final String name,
      final InceptionV1 network,
      final String layer,
      final List<UnitFamily> families,
      final Provenance made) {
    final int channels = network.architecture().node(layer).channels();
    final List<String> labels = new ArrayList<>();
    final List<Integer> members = new ArrayList<>();
    for (int family = 0; family < families.size(); family++) {
      for (final FamilyMember member : families.get(family).members()) {
        labels.add("family " + (family + 1) + ", " + member.way());
        members.add(member.unit().channel());
      }
    }
    final float[] rows = new float[members.size() * channels];
    for (int entry = 0; entry < members.size(); entry++) {
      rows[entry * channels + members.get(entry)] = 1;
    }
    return Dictionary.ofDirections(
        name,
        new Dictionary.Home(layer, network.architecture().name(), network.digest()),
        rows,
        labels,
        made.with("origin", "unit families").entries());
  }
}
