package io.github.inceptionlens.command.example;

import io.github.inceptionlens.activation.ChannelSelection;
import io.github.inceptionlens.activation.example.ClassUnits;
import io.github.inceptionlens.activation.example.LayerUnits;
import io.github.inceptionlens.activation.measure.UnitChoice;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.ClassLookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Of which units examples are sought: those of a {@link UnitChoice}, classes ({@code class:340},
 * {@code class:'zebra','tiger'}), or both.
 *
 * @param choice units of layers
 * @param classes indices among the logits
 */
record ExampleUnits(Optional<UnitChoice> choice, Optional<ClassUnits> classes) {

  private static final String CLASS = "class:";
  private static final Pattern PART = Pattern.compile("(?:'(?:[^']|'')*+'|[^,;'])++");
  private static final Pattern MORE_CLASSES = Pattern.compile("'.*'|\\d+");

  /** A text in its two parts. */
  private record Written(String units, List<Target> classes) {

    static Written of(final String text) {
      final List<String> units = new ArrayList<>();
      final List<Target> classes = new ArrayList<>();
      boolean isClass = false;
      for (final String part : PART.matcher(text).results().map(MatchResult::group).toList()) {
        final String one = part.strip();
        isClass = one.startsWith(CLASS) || isClass && MORE_CLASSES.matcher(one).matches();
        if (isClass) {
          classes.add(target(one));
        } else if (!one.isEmpty()) {
          units.add(one);
        }
      }
      return new Written(String.join(",", units), classes);
    }

    private static Target target(final String text) {
      final Target target = Target.parse(text.startsWith(CLASS) ? text : CLASS + text);
      if (target instanceof Target.ClassIndex || target instanceof Target.ClassLabel) {
        return target;
      }
      throw new UserError(
          "units has \"" + text + "\", expected a class such as class:340 or class:'zebra'");
    }

    boolean hasUnits() {
      return !units.isEmpty() || classes.isEmpty();
    }
  }

  /**
   * Looks at a text.
   *
   * @throws UserError when it has another form
   */
  static void check(final String units) {
    final Written written = Written.of(units);
    if (written.hasUnits()) {
      UnitChoice.check(written.units());
    }
  }

  /** Whether a text says nothing of channels of the layer that another key names. */
  static boolean namesLayers(final String units) {
    try {
      final Written written = Written.of(units);
      return !written.hasUnits() || UnitChoice.namesLayers(written.units());
    } catch (final UserError e) {
      return false;
    }
  }

  /**
   * The units of a network.
   *
   * @param layer the layer of channels without one
   * @throws UserError when there is no such layer, channel or class
   */
  static ExampleUnits of(final Architecture network, final String layer, final String units) {
    final Written written = Written.of(units);
    return new ExampleUnits(
        written.hasUnits()
            ? Optional.of(UnitChoice.of(network, layer, written.units()))
            : Optional.empty(),
        written.classes().isEmpty()
            ? Optional.empty()
            : Optional.of(
                ClassUnits.of(
                    network,
                    written.classes().stream()
                        .map(target -> index(network, target))
                        .distinct()
                        .toList())));
  }

  private static int index(final Architecture network, final Target target) {
    final List<String> labels = network.classes();
    if (target instanceof Target.ClassLabel named) {
      return new ClassLookup(labels).index(named.label());
    }
    final int index = ((Target.ClassIndex) target).index();
    if (index >= labels.size()) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "units has class:%d, but %s has the classes 0 to %d",
              index,
              network.name(),
              labels.size() - 1));
    }
    return index;
  }

  /** The units by what they are of. */
  List<UnitGroup> groups(final Architecture network) {
    final List<UnitGroup> groups = new ArrayList<>();
    choice.ifPresent(
        all ->
            all.layers()
                .forEach(
                    layer ->
                        groups.add(
                            UnitGroup.of(
                                LayerUnits.of(network, layer.name(), channels(all, layer))))));
    classes.ifPresent(all -> groups.add(UnitGroup.of(all)));
    return groups;
  }

  private static List<Integer> channels(final UnitChoice choice, final Layer layer) {
    return choice.units().stream()
        .filter(unit -> unit.layer().equals(layer.name()))
        .map(Unit::channel)
        .toList();
  }

  /** The layer whose units see most; none for classes alone. */
  Optional<Layer> widest() {
    return choice.map(UnitChoice::widest);
  }

  /** Which of a layer's channels are shown, where that depends on their values. */
  Optional<ChannelSelection> ranks() {
    return choice.flatMap(UnitChoice::ranked);
  }
}
