package io.github.inceptionlens.command.browser.units;

import io.github.inceptionlens.network.architecture.Architecture;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A layer of the strip and what belongs to it.
 *
 * @param name a module, a convolution before the modules, or a dictionary
 * @param members itself and its branches, in the order of computation
 */
public record LayerFamily(String name, List<String> members) {

  private static final List<String> BRANCHES =
      List.of("_1x1", "_3x3_bottleneck", "_3x3", "_5x5_bottleneck", "_5x5", "_pool_reduce");

  /** Copies the list. */
  public LayerFamily {
    members = List.copyOf(members);
  }

  /**
   * The layers that can be chosen: those of the literature, then a network's dictionaries, then
   * another one that is asked for.
   *
   * @param dictionaries names
   * @param asked canonical name
   */
  public static List<LayerFamily> of(
      final Architecture network, final List<String> dictionaries, final String asked) {
    final List<LayerFamily> families = new ArrayList<>();
    network.mainLayers().forEach(layer -> families.add(of(network, layer)));
    dictionaries.forEach(name -> families.add(new LayerFamily(name, List.of(name))));
    if (families.stream().noneMatch(family -> family.has(asked))) {
      families.add(new LayerFamily(asked, List.of(asked)));
    }
    return families;
  }

  private static LayerFamily of(final Architecture network, final String layer) {
    return new LayerFamily(
        layer,
        Stream.concat(Stream.of(""), BRANCHES.stream())
            .map(branch -> layer + branch)
            .filter(network::has)
            .toList());
  }

  /** Whether a layer belongs to it. */
  public boolean has(final String layer) {
    return members.contains(layer);
  }

  @Override
  public String toString() {
    return name;
  }
}
