package io.github.inceptionlens.visualization;

import ai.djl.ndarray.NDManager;
import io.github.inceptionlens.core.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * As what a picture is optimised: the same pictures are within reach of all, but not equally near.
 */
public enum Parameterization {

  /**
   * Fourier coefficients of decorrelated colours, amplitudes as one over the frequency.
   *
   * @see <a href="https://distill.pub/2017/feature-visualization/">Olah et al. 2017,
   *     preconditioning</a>
   */
  FOURIER("fourier") {
    @Override
    Canvas canvas(
        final NDManager manager, final Format format, final List<SplittableRandom> generators) {
      return new FourierCanvas(manager, format, Canvas.START, generators);
    }
  },

  /** Every pixel by itself, decorrelated colours: high frequencies come first. */
  PIXEL("pixel") {
    @Override
    Canvas canvas(
        final NDManager manager, final Format format, final List<SplittableRandom> generators) {
      return new GridCanvas(manager, format, List.of(1), generators);
    }
  },

  /** A Laplacian pyramid: the sum of grids with cells of 1, 2, 4 and 8 pixels. */
  PYRAMID("pyramid") {
    @Override
    Canvas canvas(
        final NDManager manager, final Format format, final List<SplittableRandom> generators) {
      return new GridCanvas(manager, format, List.of(1, 2, 4, 8), generators);
    }
  },

  /**
   * Fourier coefficients for each facet, and coarse grids that all facets share, so that what they
   * show lies in the same places.
   *
   * @see <a href="https://distill.pub/2018/differentiable-parameterizations/">Mordvintsev et al.
   *     2018, aligned interpolation</a>
   */
  SHARED("shared") {
    @Override
    Canvas canvas(
        final NDManager manager, final Format format, final List<SplittableRandom> generators) {
      return new SharedCanvas(manager, format, generators);
    }
  },

  /**
   * Fourier coefficients of decorrelated colours and of transparency: what the objective does not
   * need fades, for another random background shows through at every step.
   *
   * @see <a href="https://distill.pub/2018/differentiable-parameterizations/">Mordvintsev et al.
   *     2018, semi-transparent patterns</a>
   */
  ALPHA("alpha") {
    @Override
    Canvas canvas(
        final NDManager manager, final Format format, final List<SplittableRandom> generators) {
      return FOURIER.canvas(manager, format, generators);
    }
  };

  private final String label;

  Parameterization(final String label) {
    this.label = label;
  }

  /** The name in dialogs, macros and results. */
  public String label() {
    return label;
  }

  /**
   * The parameterization with the given label, in any case.
   *
   * @throws UserError when there is none
   */
  public static Parameterization named(final String label) {
    return Arrays.stream(values())
        .filter(one -> one.label.equalsIgnoreCase(label.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new UserError(
                    "parameterization is \"" + label + "\", expected one of: " + labels()));
  }

  private static String labels() {
    return Arrays.stream(values()).map(Parameterization::label).collect(Collectors.joining(", "));
  }

  int planes() {
    return this == ALPHA ? 4 : 3;
  }

  /**
   * Pictures to begin with.
   *
   * @param manager keeps the parameters
   * @param generators one per picture
   */
  abstract Canvas canvas(NDManager manager, Format format, List<SplittableRandom> generators);
}
