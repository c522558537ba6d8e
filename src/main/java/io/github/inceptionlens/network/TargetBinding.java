package io.github.inceptionlens.network;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.Selection;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.ClassLookup;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Ties a target expression to a network and a picture: names, channels, classes and positions are
 * looked up, {@code top} becomes a class.
 */
public final class TargetBinding {

  private final InceptionV1 network;
  private final int width;
  private final int height;
  private final Optional<Picture> picture;
  private final Optional<Selection> selection;

  private TargetBinding(
      final InceptionV1 network,
      final int width,
      final int height,
      final Optional<Picture> picture,
      final Optional<Selection> selection) {
    this.network = network;
    this.width = width;
    this.height = height;
    this.picture = picture;
    this.selection = selection;
  }

  /**
   * A target that the network can compute.
   *
   * @param target the target with canonical layer names and with classes by index
   * @param objective its value
   */
  public record Bound(Target target, Objective objective) {

    /** This target times a factor. */
    public Bound times(final double factor) {
      return new Bound(target.times(factor), objective.times(factor));
    }

    /** The sum of targets, at least one. */
    public static Bound sum(final List<Bound> terms) {
      return new Bound(
          new Target.Sum(terms.stream().map(Bound::target).toList()),
          terms.stream().map(Bound::objective).reduce(Objective::plus).orElseThrow());
    }
  }

  /**
   * Binds a target; runs the network once if the target speaks of {@code top}.
   *
   * @param picture width x height x 3, values 0 to 255
   * @param selection what {@code @roi} means, in pixels of the picture
   * @throws UserError when the target speaks of something that does not exist here
   */
  public static Bound bind(
      final Target target,
      final InceptionV1 network,
      final Picture picture,
      final Optional<Selection> selection) {
    final int width = picture.width();
    final int height = picture.height();
    return new TargetBinding(network, width, height, Optional.of(picture), selection).bind(target);
  }

  /**
   * Binds a target for pictures that do not exist yet, so that nothing is most probable and nothing
   * selected on them.
   *
   * @param width the pictures' pixels
   * @param height the pictures' pixels
   * @throws UserError when the target speaks of something that does not exist here
   */
  public static Bound bind(
      final Target target, final InceptionV1 network, final int width, final int height) {
    return new TargetBinding(network, width, height, Optional.empty(), Optional.empty())
        .bind(target);
  }

  private Bound bind(final Target target) {
    if (target instanceof Target.Top) {
      return ofClass(top());
    } else if (target instanceof Target.ClassIndex byIndex) {
      return ofClass(byIndex.index());
    } else if (target instanceof Target.ClassLabel byLabel) {
      return ofClass(new ClassLookup(network.architecture().labels()).index(byLabel.label()));
    } else if (target instanceof Target.Scaled scaled) {
      return bind(scaled.target()).times(scaled.factor());
    } else if (target instanceof Target.Sum sum) {
      return Bound.sum(sum.terms().stream().map(this::bind).toList());
    } else if (target instanceof Target.Energy energy) {
      final String layer = network.architecture().layer(energy.layer()).name();
      return new Bound(new Target.Energy(layer), Objective.energy(layer));
    } else if (target instanceof Target.Call call) {
      throw new UserError(
          "the target's function is \"" + call.function() + "\", which this method does not know");
    }
    return ofUnit(target);
  }

  private int top() {
    final Picture shown =
        picture.orElseThrow(
            () ->
                new UserError(
                    "the target top is the class of a picture, and there is none here: name a class"
                        + " such as class:0"));
    final float[] logits = network.run(shown, List.of(Architecture.LOGITS)).logits();
    int top = 0;
    for (int i = 1; i < logits.length; i++) {
      top = logits[i] > logits[top] ? i : top;
    }
    return top;
  }

  private Bound ofClass(final int index) {
    final int last = network.architecture().labels().size() - 1;
    if (index > last) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "the target's class is %d, but %s has classes 0 to %d",
              index,
              network.architecture().name(),
              last));
    }
    return new Bound(new Target.ClassIndex(index), Objective.logit(index));
  }

  private Bound ofUnit(final Target target) {
    if (target instanceof Target.Position position) {
      final Unit unit = existing(position.unit());
      final Geometry geometry = geometry(unit);
      check(position, "column", position.column(), geometry.x());
      check(position, "row", position.row(), geometry.y());
      return new Bound(
          new Target.Position(unit, position.column(), position.row()),
          Objective.neuron(unit.layer(), unit.channel(), position.column(), position.row()));
    } else if (target instanceof Target.Selected selected) {
      final Unit unit = existing(selected.unit());
      return new Bound(
          new Target.Selected(unit),
          Objective.channel(unit.layer(), unit.channel(), selected(selected, geometry(unit))));
    } else if (target instanceof Target.Channel channel) {
      final Unit unit = existing(channel.unit());
      return new Bound(new Target.Channel(unit), Objective.channel(unit.layer(), unit.channel()));
    }
    throw new IllegalArgumentException(target + " is of no known kind");
  }

  private Unit existing(final Unit unit) {
    return network.architecture().layer(unit.layer()).unit(unit.channel());
  }

  private Geometry geometry(final Unit unit) {
    final Layer layer = network.architecture().layer(unit.layer());
    return Geometry.of(layer, width, height);
  }

  private void check(
      final Target.Position target, final String what, final int at, final Geometry.Axis axis) {
    if (at >= axis.size()) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "the target %s asks for %s %d, but on a picture of %d x %d pixels %s has %ss 0 to %d",
              target,
              what,
              at,
              width,
              height,
              target.unit().layer(),
              what,
              axis.size() - 1));
    }
  }

  private boolean[] selected(final Target.Selected target, final Geometry geometry) {
    final Selection selected =
        selection.orElseThrow(
            () -> new UserError("the target " + target + " needs a selection on the image"));
    final int columns = geometry.x().size();
    final boolean[] positions = new boolean[columns * geometry.y().size()];
    boolean any = false;
    for (int i = 0; i < positions.length; i++) {
      positions[i] =
          selected.contains(geometry.x().center(i % columns), geometry.y().center(i / columns));
      any |= positions[i];
    }
    if (!any) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "the target %s has no unit whose center lies in the selection; units lie %d pixels"
                  + " apart: enlarge the selection or give a position such as %s@0,0",
              target,
              geometry.x().stride(),
              target.unit()));
    }
    return positions;
  }
}
