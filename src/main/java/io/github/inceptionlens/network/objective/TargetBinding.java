package io.github.inceptionlens.network.objective;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.Selection;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Logits;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.ClassLookup;
import io.github.inceptionlens.network.architecture.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Ties a target expression to a network and a picture: names, channels, classes, positions and
 * functions are looked up, {@code top} becomes a class.
 *
 * @param network what computes the target
 * @param width the picture's pixels
 * @param height the picture's pixels
 * @param picture the picture; none where it is still to be made
 * @param selection what {@code @roi} means, in pixels of the picture
 * @param facets how many pictures are optimized together; 0 where none is
 * @param rectified whether units are read as they are named; otherwise before their rectifier,
 *     which would hide from a silent unit where to go
 */
public record TargetBinding(
    InceptionV1 network,
    int width,
    int height,
    Optional<Picture> picture,
    Optional<Selection> selection,
    int facets,
    boolean rectified) {

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
    return new TargetBinding(network, width, height, Optional.of(picture), selection, 0, true)
        .bind(target);
  }

  /**
   * Binds what is to become large on pictures that are to be made, so that nothing is most probable
   * and nothing selected on them.
   *
   * @param width the pictures' pixels
   * @param height the pictures' pixels
   * @param facets how many pictures are made together, at least 1
   * @throws UserError when the target speaks of something that does not exist here, or of nothing
   *     that the network computes
   */
  public static Bound optimized(
      final Target target,
      final InceptionV1 network,
      final int width,
      final int height,
      final int facets) {
    final Bound bound = toOptimize(network, width, height, facets).bind(target);
    if (bound.objective().names().isEmpty()) {
      throw new UserError(
          "the objective "
              + target
              + " reads nothing of the network: add a unit such as mixed4c:12");
    }
    return bound;
  }

  private static TargetBinding toOptimize(
      final InceptionV1 network, final int width, final int height, final int facets) {
    return new TargetBinding(
        network, width, height, Optional.empty(), Optional.empty(), facets, false);
  }

  /** The unit where objectives of optimized pictures read it: before its rectifier. */
  public static Unit beforeRectifier(final InceptionV1 network, final Unit unit) {
    return toOptimize(network, 0, 0, 1).read(unit);
  }

  /** Binds a part of a target. */
  public Bound bind(final Target target) {
    if (target instanceof Target.Top) {
      return ofClass(top());
    } else if (target instanceof Target.ClassIndex byIndex) {
      return ofClass(byIndex.index());
    } else if (target instanceof Target.ClassLabel byLabel) {
      return ofClass(new ClassLookup(network.architecture().classes()).index(byLabel.label()));
    } else if (target instanceof Target.Scaled scaled) {
      return bind(scaled.target()).times(scaled.factor());
    } else if (target instanceof Target.Sum sum) {
      return Bound.sum(sum.terms().stream().map(this::bind).toList());
    } else if (target instanceof Target.Energy energy) {
      final String layer = network.architecture().layer(energy.layer()).name();
      return new Bound(new Target.Energy(layer), Objective.energy(layer));
    } else if (target instanceof Target.Call call) {
      return ofFunction(call);
    }
    return ofUnit(target);
  }

  private Bound ofFunction(final Target.Call call) {
    final TargetFunction function = TargetFunction.named(call, noun());
    if (facets == 0 && function.needsOptimization()) {
      throw new UserError(
          "the target has \""
              + call
              + "\", which measures pictures that are being optimized: only visualizations know "
              + function.name());
    }
    final FunctionArguments arguments = new FunctionArguments(call, noun());
    arguments.atMost(function.arguments(), function.usage());
    return function.bind(arguments, this);
  }

  private String noun() {
    return facets == 0 ? "target" : "objective";
  }

  /** The same, with units read as they are named. */
  public TargetBinding afterRectifier() {
    return new TargetBinding(network, width, height, picture, selection, facets, true);
  }

  /** The unit where it is read. */
  public Unit read(final Unit unit) {
    final Unit known = network.architecture().layer(unit.layer()).unit(unit.channel());
    return rectified ? known : new Unit(beforeRectifier(known.layer()), known.channel());
  }

  private String beforeRectifier(final String layer) {
    final String before = layer + Architecture.PRE_RELU;
    return network.architecture().has(before) ? before : layer;
  }

  private int top() {
    final Picture shown =
        picture.orElseThrow(
            () ->
                new UserError(
                    "the target top is the class of a picture, and there is none here: name a class"
                        + " such as class:0"));
    return Logits.top(network.run(shown, List.of(Architecture.LOGITS)).logits());
  }

  private Bound ofClass(final int index) {
    final int last = network.architecture().classes().size() - 1;
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
      final Unit unit = read(position.unit());
      final Geometry geometry = geometry(unit);
      check(position, "column", position.column(), geometry.x());
      check(position, "row", position.row(), geometry.y());
      return new Bound(
          new Target.Position(unit, position.column(), position.row()),
          Objective.neuron(unit.layer(), unit.channel(), position.column(), position.row()));
    } else if (target instanceof Target.Selected selected) {
      final Unit unit = read(selected.unit());
      return new Bound(
          new Target.Selected(unit),
          Objective.channel(unit.layer(), unit.channel(), selected(selected, geometry(unit))));
    } else if (target instanceof Target.Channel channel) {
      if (network.architecture().node(channel.unit().layer()).op().endsPositions()) {
        return ofOutput(channel.unit());
      }
      final Unit unit = read(channel.unit());
      return new Bound(new Target.Channel(unit), Objective.channel(unit.layer(), unit.channel()));
    }
    throw new IllegalArgumentException(target + " is of no known kind");
  }

  /** One output of a row without positions: of a probe, or the classifier. */
  private Bound ofOutput(final Unit unit) {
    final Node row = network.architecture().node(unit.layer());
    if (unit.channel() >= row.channels()) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "the target is %s, but %s has outputs 0 to %d",
              unit,
              row.name(),
              row.channels() - 1));
    }
    return new Bound(
        new Target.Channel(new Unit(row.name(), unit.channel())),
        Objective.output(row.name(), unit.channel()));
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
    return geometry
        .centersIn(selected)
        .orElseThrow(
            () ->
                new UserError(
                    String.format(
                        Locale.ROOT,
                        "the target %s has no unit whose center lies in the selection; units lie %d"
                            + " pixels apart: enlarge the selection or give a position such as"
                            + " %s@0,0",
                        target,
                        geometry.x().stride(),
                        target.unit())));
  }
}
