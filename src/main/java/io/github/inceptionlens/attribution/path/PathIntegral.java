package io.github.inceptionlens.attribution.path;

import io.github.inceptionlens.attribution.AttributionContext;
import io.github.inceptionlens.attribution.AttributionMap;
import io.github.inceptionlens.attribution.MethodResult;
import io.github.inceptionlens.attribution.PlaneArithmetic;
import io.github.inceptionlens.attribution.RunningMoments;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.network.gradient.GradientRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.BiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The gradient integrated along a path of pictures, at the midpoints of steps.
 *
 * <p>A network's gradient changes abruptly, and mostly on a short piece of the path. So, unless the
 * number of steps is given, those steps are cut into thirds whose gradient accounts worst for the
 * target's change over them, until what all contribute adds up.
 */
final class PathIntegral {

  /** How many equal steps there are before any is cut, unless a number is given. */
  static final int USUAL_STEPS = 64;

  /** How far the sum may be off, as a part of the change, or of 1 where that is larger. */
  private static final double TOLERANCE = 0.005;

  private static final int MOST_CUTS = 64;
  private static final int CUTS_AT_ONCE = 16;

  /** Pictures from the baseline at 0 to the picture at 1. */
  @FunctionalInterface
  interface Path {
    Picture at(double part);
  }

  /** A piece of the path. */
  private record Step(double from, double to) {

    double middle() {
      return (from + to) / 2;
    }

    Step first() {
      return new Step(from, from + (to - from) / 3);
    }

    Step last() {
      return new Step(to - (to - from) / 3, to);
    }

    Step between() {
      return new Step(first().to, last().from);
    }
  }

  /** A step and the sum of what it contributes. */
  private record Piece(Step step, double sum) {}

  private final AttributionContext run;
  private final Path path;
  private final RunningMoments parts;
  private final Map<Double, Double> values = new HashMap<>();

  PathIntegral(final AttributionContext run, final Path path) {
    this.run = run;
    this.path = path;
    this.parts = new RunningMoments(run.picture());
  }

  /** How many passes {@link #compute} makes, or makes at least. */
  static int passes(final OptionalInt steps) {
    return steps.isPresent() ? steps.getAsInt() + 2 : 2 * USUAL_STEPS + 1;
  }

  /**
   * Integrates.
   *
   * @param steps how many equal steps, or as many as the sum needs
   */
  MethodResult compute(final OptionalInt steps) {
    final MapStack contributions = contributions(steps);
    return MethodResult.complete(
        new AttributionMap.OfPixels(contributions), values.get(1.0), values.get(0.0));
  }

  /** What each pixel's colors contribute to the target's change along the path. */
  MapStack contributions(final OptionalInt steps) {
    evaluate(List.of(new Step(0, 1)));
    final List<Piece> pieces = add(equal(steps.orElse(USUAL_STEPS)));
    if (steps.isEmpty()) {
      refine(pieces);
    }
    return parts.sum();
  }

  private static List<Step> equal(final int steps) {
    return IntStream.range(0, steps)
        .mapToObj(i -> new Step((double) i / steps, (i + 1.0) / steps))
        .toList();
  }

  private void refine(final List<Piece> equal) {
    final double allowed = TOLERANCE * Math.max(Math.abs(change(new Step(0, 1))), 1);
    List<Piece> pieces = equal;
    evaluate(steps(pieces));
    for (int cuts = 0; cuts < MOST_CUTS && !addUp(pieces, allowed); cuts += CUTS_AT_ONCE) {
      pieces = cutWorst(pieces);
    }
  }

  /** Whether the errors, and what they would come to if they did not cancel out, are small. */
  private boolean addUp(final List<Piece> pieces, final double allowed) {
    final double sum = pieces.stream().mapToDouble(this::error).sum();
    final double squares = pieces.stream().mapToDouble(this::error).map(e -> e * e).sum();
    return Math.abs(sum) <= allowed && Math.sqrt(squares) <= 2 * allowed;
  }

  private double error(final Piece piece) {
    return piece.sum - change(piece.step);
  }

  private double change(final Step step) {
    return values.get(step.to) - values.get(step.from);
  }

  private List<Piece> cutWorst(final List<Piece> pieces) {
    final List<Piece> sorted = new ArrayList<>(pieces);
    sorted.sort(Comparator.comparingDouble(piece -> -Math.abs(error(piece))));
    final List<Step> worst = steps(sorted.subList(0, CUTS_AT_ONCE));
    final List<Piece> better = new ArrayList<>(sorted.subList(CUTS_AT_ONCE, sorted.size()));
    better.addAll(narrow(worst));
    better.addAll(add(worst.stream().flatMap(s -> Stream.of(s.first(), s.last())).toList()));
    evaluate(steps(better));
    return better;
  }

  private static List<Step> steps(final List<Piece> pieces) {
    return pieces.stream().map(Piece::step).toList();
  }

  /** Finds the target's values on the ends of steps where they are not known. */
  private void evaluate(final List<Step> steps) {
    final double[] unknown =
        steps.stream()
            .flatMapToDouble(step -> DoubleStream.of(step.from, step.to))
            .filter(at -> !values.containsKey(at))
            .distinct()
            .toArray();
    final double[] found = run.values(unknown.length, i -> path.at(unknown[i]));
    for (int i = 0; i < unknown.length; i++) {
      values.put(unknown[i], found[i]);
    }
  }

  private List<Piece> add(final List<Step> steps) {
    return pieces(steps, (step, gradient) -> add(step, gradient, 1));
  }

  /** Takes back what steps contributed, except for their middle third. */
  private List<Piece> narrow(final List<Step> steps) {
    return pieces(
        steps,
        (step, gradient) -> {
          add(step, gradient, -1);
          return add(step.between(), gradient, 1);
        });
  }

  /** Does something with the gradient in the middle of each step. */
  private List<Piece> pieces(
      final List<Step> steps, final BiFunction<Step, MapStack, Piece> action) {
    final List<Piece> pieces = new ArrayList<>();
    run.gradients(
        GradientRequest.pixels(run.objective()),
        steps.size(),
        index -> path.at(steps.get(index).middle()),
        (index, gradient) -> pieces.add(action.apply(steps.get(index), gradient.pixels())));
    return pieces;
  }

  private Piece add(final Step step, final MapStack gradient, final int sign) {
    final Picture from = path.at(step.from);
    final Picture to = path.at(step.to);
    final MapStack contribution =
        sign > 0
            ? PlaneArithmetic.difference(to, from, gradient)
            : PlaneArithmetic.difference(from, to, gradient);
    parts.add(contribution);
    return new Piece(step, PlaneArithmetic.sum(contribution));
  }
}
