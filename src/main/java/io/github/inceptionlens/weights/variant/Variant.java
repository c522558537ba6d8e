package io.github.inceptionlens.weights.variant;

import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.network.edit.EditRecipe;
import io.github.inceptionlens.network.edit.NetworkEdit;
import java.util.List;
import java.util.stream.Stream;

/**
 * A network that is another one with edits.
 *
 * @param name how keys name it
 * @param parent the name of the other network
 * @param digest of the other network's weights
 * @param recipe the edits, see {@link EditRecipe}
 * @param dictionaries those that the recipe names, of the other network
 */
public record Variant(
    String name, String parent, String digest, String recipe, List<Dictionary> dictionaries) {

  /** Refuses recipes that cannot be read; whether they fit is seen on the network. */
  public Variant {
    dictionaries = List.copyOf(dictionaries);
    EditRecipe.parse(recipe);
  }

  /** The edits of the other network, in their order. */
  public List<NetworkEdit> edits() {
    return Stream.concat(
            dictionaries.stream().<NetworkEdit>map(Dictionary::graft),
            EditRecipe.parse(recipe).stream())
        .toList();
  }
}
