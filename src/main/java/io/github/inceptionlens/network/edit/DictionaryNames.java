package io.github.inceptionlens.network.edit;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Node;
import io.github.inceptionlens.network.architecture.TorchNames;
import io.github.inceptionlens.network.architecture.Training;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What dictionaries can be called, so that no name means two things. */
public final class DictionaryNames {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");
  private static final List<String> ENDINGS =
      List.of(Architecture.PRE_RELU, Graft.DECODED, Architecture.UNEDITED);
  private static final Set<String> WORDS =
      Set.of(
          "top",
          "class",
          "roi",
          "input",
          "strongest",
          "distinct",
          "all",
          "direction",
          "neuron",
          "deepdream",
          "relu",
          "interpolate",
          "tv",
          "l1",
          "l2",
          "blur",
          "boundary",
          "alignment",
          "diversity",
          "logit",
          "none");
  private static final Set<String> LAYERS = layers();

  private DictionaryNames() {}

  private static Set<String> layers() {
    final Set<String> names = new HashSet<>();
    for (final Training training : Training.PUBLIC) {
      names.add(training.name());
      for (final Node node : training.architecture().nodes()) {
        names.add(node.name());
        names.add(node.alias());
        names.add(node.alias().replaceFirst("/.*", ""));
        TorchNames.of(node.name()).ifPresent(names::add);
      }
    }
    return names;
  }

  /** Whether a text can be a name. */
  public static boolean isName(final String text) {
    return NAME.matcher(text).matches()
        && !WORDS.contains(text.toLowerCase(Locale.ROOT))
        && !LAYERS.contains(text)
        && ENDINGS.stream().noneMatch(text::endsWith)
        && LAYERS.stream().noneMatch(layer -> !layer.isEmpty() && text.startsWith(layer + "_"));
  }

  /**
   * Refuses what cannot be a name.
   *
   * @throws UserError with what can
   */
  public static void check(final String text) {
    if (!isName(text)) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "name is \"%s\", but a dictionary's name is a letter and up to 39 letters, digits and"
                  + " underscores, no word of targets such as top, and no layer's name, nor does it"
                  + " begin as mixed4c_ or end in %s",
              text,
              String.join(", ", ENDINGS)));
    }
  }

  /** The dictionary that a layer's name may belong to: without what grafts add to it. */
  public static String of(final String layer) {
    for (final String ending : ENDINGS) {
      if (layer.endsWith(ending)) {
        return layer.substring(0, layer.length() - ending.length());
      }
    }
    return layer;
  }
}
