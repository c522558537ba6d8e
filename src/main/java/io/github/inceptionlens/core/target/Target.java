package io.github.inceptionlens.core.target;

import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a method explains or enlarges: one number that the network computes from a picture, as an
 * expression.
 *
 * <pre>
 * top                          the logit of the picture's most probable class
 * class:285                    the logit of a class, by index
 * class:'tabby, tabby cat'     the same, by label
 * mixed4c:447                  a channel's mean over the picture
 * mixed4c:447@12,30            the channel at a position of the layer, column and row
 * mixed4c:447@roi              the channel's mean over the selection
 * mixed4c                      the sum of a layer's squares
 * class:285 - 0.5*class:282    sums, differences, factors, with parentheses if need be
 * name(mixed4c, 3, 'text')     a function, for methods that know it
 * </pre>
 *
 * <p>Knows the notation only; {@code toString} gives the canonical text, which reads as an equal
 * target. Whether classes, layers and positions exist is the network's business.
 */
public sealed interface Target extends Argument {

  /** The logit of the most probable class. */
  record Top() implements Target {
    @Override
    public String toString() {
      return "top";
    }
  }

  /** The logit of a class, by its index among the logits. */
  record ClassIndex(int index) implements Target {
    @Override
    public String toString() {
      return "class:" + index;
    }
  }

  /** The logit of a class, by its label. */
  record ClassLabel(String label) implements Target {
    @Override
    public String toString() {
      return "class:" + Notation.quoted(label);
    }
  }

  /** A channel's mean over all positions. */
  record Channel(Unit unit) implements Target {
    @Override
    public String toString() {
      return unit.toString();
    }
  }

  /** A channel at a position of its layer. */
  record Position(Unit unit, int column, int row) implements Target {
    @Override
    public String toString() {
      return unit + "@" + column + "," + row;
    }
  }

  /** A channel's mean over the user's selection. */
  record Selected(Unit unit) implements Target {
    @Override
    public String toString() {
      return unit + "@roi";
    }
  }

  /** The sum of the squares of a layer's activations. */
  record Energy(String layer) implements Target {
    @Override
    public String toString() {
      return layer;
    }
  }

  /** A function, which some methods know. */
  record Call(String function, List<Argument> arguments) implements Target {

    /** Copies the list. */
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public List<Target> parts() {
      return arguments.stream().filter(Target.class::isInstance).map(Target.class::cast).toList();
    }

    @Override
    public String toString() {
      return arguments.stream()
          .map(Object::toString)
          .collect(Collectors.joining(", ", function + "(", ")"));
    }
  }

  /** A target times a finite factor. */
  record Scaled(double factor, Target target) implements Target {

    /** Refuses a factor that is not finite. */
    public Scaled {
      if (!Double.isFinite(factor)) {
        throw new UserError("a factor of the target is " + factor + ", expected a finite number");
      }
    }

    @Override
    public List<Target> parts() {
      return List.of(target);
    }

    @Override
    public String toString() {
      final String inner = target instanceof Sum ? "(" + target + ")" : target.toString();
      return factor == -1 ? "-" + inner : Notation.number(factor) + "*" + inner;
    }
  }

  /** The sum of targets; a difference is the sum with a target times -1. */
  record Sum(List<Target> terms) implements Target {

    /** Copies the list. */
    public Sum {
      terms = List.copyOf(terms);
    }

    @Override
    public List<Target> parts() {
      return terms;
    }

    @Override
    public String toString() {
      return terms.stream().skip(1).map(Sum::joined).collect(Collectors.joining("", first(), ""));
    }

    private String first() {
      return bracketed(terms.get(0));
    }

    private static String joined(final Target term) {
      return term instanceof Scaled scaled && scaled.factor < 0
          ? " - " + bracketed(scaled.target.times(-scaled.factor))
          : " + " + bracketed(term);
    }

    private static String bracketed(final Target term) {
      return term instanceof Sum ? "(" + term + ")" : term.toString();
    }
  }

  /**
   * Reads the notation.
   *
   * @throws UserError when the text has another form; the sentence gives the column, from 1, and
   *     what was expected there
   */
  static Target parse(final String text) {
    return new TargetParser(text).parse();
  }

  /** This target times a factor. */
  default Target times(final double factor) {
    if (this instanceof Scaled scaled) {
      return scaled.target.times(scaled.factor * factor);
    }
    return factor == 1 ? this : new Scaled(factor + 0.0, this);
  }

  /** The targets that this one is made of: none but for sums, factors and functions. */
  default List<Target> parts() {
    return List.of();
  }

  /** This target and all that it is made of, at any depth. */
  default Stream<Target> all() {
    return Stream.concat(Stream.of(this), parts().stream().flatMap(Target::all));
  }

  /** Whether the expression speaks of {@link Top}. */
  default boolean needsTop() {
    return all().anyMatch(TOP::equals);
  }

  /** Whether the target speaks of a class, not of units and layers alone. */
  default boolean readsClasses() {
    return all()
        .anyMatch(
            part ->
                part instanceof Top || part instanceof ClassIndex || part instanceof ClassLabel);
  }

  /** The logit of the most probable class. */
  Target TOP = new Top();
}
