package io.github.inceptionlens.network.architecture;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What torchvision's GoogLeNet calls the rows of the table: {@code conv1}, {@code inception4c},
 * {@code inception4c.branch3.1} for {@code mixed4c_5x5}, {@code fc}.
 */
public final class TorchNames {

  /** Without the pools between the modules, whose numbers are the literature's for others. */
  private static final Map<String, String> OUTSIDE_MODULES =
      Map.of(
          "conv2d0", "conv1",
          "conv2d1", "conv2",
          "conv2d2", "conv3",
          "avgpool0", "avgpool",
          "softmax2", "fc");

  private static final Map<String, String> BRANCHES =
      Map.of(
          "", "",
          "_1x1", ".branch1",
          "_3x3_bottleneck", ".branch2.0",
          "_3x3", ".branch2.1",
          "_5x5_bottleneck", ".branch3.0",
          "_5x5", ".branch3.1",
          "_pool", ".branch4.0",
          "_pool_reduce", ".branch4.1");

  private static final Pattern MODULE = Pattern.compile("mixed(\\d[a-e])(_\\w+)?");

  private TorchNames() {}

  /**
   * The name of a place.
   *
   * @param place a row's name or, of the classifier, the stem of its tensors, {@code softmax2}
   */
  public static Optional<String> of(final String place) {
    final Matcher module = MODULE.matcher(place);
    if (module.matches()) {
      final String branch = module.group(2) == null ? "" : module.group(2);
      return Optional.ofNullable(BRANCHES.get(branch))
          .map(name -> "inception" + module.group(1) + name);
    }
    return Optional.ofNullable(OUTSIDE_MODULES.get(place));
  }

  /** These names with the rows that they stand for; the classifier's is that of its logits. */
  static Map<String, String> aliases(final List<Node> table) {
    final Map<String, String> aliases = new LinkedHashMap<>();
    for (final Node node : table) {
      final String row =
          node.name().equals(Architecture.PROBABILITIES) ? Architecture.LOGITS : node.name();
      of(node.name()).ifPresent(name -> aliases.put(name, row));
    }
    return aliases;
  }
}
