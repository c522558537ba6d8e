package io.github.inceptionlens.visualization.parameterization;

import ai.djl.ndarray.NDManager;
import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.visualization.optimizer.Momentum;
import io.github.inceptionlens.visualization.transform.Transforms;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * As what a picture is optimized, and what goes with it: but for {@link #maco} and {@link #CPPN}
 * the same pictures are within reach of all, though not equally near.
 */
public final class Parameterization {

  /**
   * Standard deviation in pixels of a Gaussian that leaves less than half of Lucid's grain.
   *
   * @see #smoothed
   */
  public static final double LITTLE_GRAIN = 0.6;

  private static final int COLORS = 3;
  private static final String MACO = "maco";
  private static final double MOST_SMOOTHING = 2;

  /** Planes, colors, their gradients, the steps' means, and a transform's matrices. */
  private static final long PLAIN = 300;

  /** Lucid's step width. */
  private static final double LUCID = 0.05;

  /**
   * Fourier coefficients of decorrelated colors, amplitudes as one over the frequency.
   *
   * @see <a href="https://distill.pub/2017/feature-visualization/">Olah et al. 2017,
   *     preconditioning</a>
   */
  public static final Parameterization FOURIER =
      new Parameterization(
          "fourier",
          COLORS,
          start ->
              new FourierParameters(
                  start.manager,
                  start.format,
                  ImageParameters.START,
                  start.smoothing,
                  start.generators));

  /** Every pixel by itself, decorrelated colors: high frequencies come first. */
  public static final Parameterization PIXEL =
      new Parameterization(
          "pixel",
          COLORS,
          start -> new GridParameters(start.manager, start.format, List.of(1), start.generators));

  /** A Laplacian pyramid: the sum of grids with cells of 1, 2, 4 and 8 pixels. */
  public static final Parameterization PYRAMID =
      new Parameterization(
          "pyramid",
          COLORS,
          start ->
              new GridParameters(
                  start.manager, start.format, List.of(1, 2, 4, 8), start.generators));

  /**
   * Fourier coefficients for each facet, and coarse grids that all facets share, so that what they
   * show lies in the same places.
   *
   * @see <a href="https://distill.pub/2018/differentiable-parameterizations/">Mordvintsev et al.
   *     2018, aligned interpolation</a>
   */
  public static final Parameterization SHARED =
      new Parameterization(
          "shared",
          COLORS,
          start -> new SharedParameters(start.manager, start.format, start.generators));

  /**
   * Fourier coefficients of decorrelated colors and of transparency: what the objective does not
   * need fades, for another random background shows through at every step.
   *
   * @see <a href="https://distill.pub/2018/differentiable-parameterizations/">Mordvintsev et al.
   *     2018, semi-transparent patterns</a>
   */
  public static final Parameterization ALPHA =
      new Parameterization("alpha", COLORS + 1, FOURIER.factory);

  /**
   * A compositional pattern-producing network: a small network that makes a pixel's color of its
   * place. Its pictures are smooth and can be drawn at any size; they are optimized without
   * transforms, in steps of 0.005.
   *
   * @see <a href="https://distill.pub/2018/differentiable-parameterizations/">Mordvintsev et al.
   *     2018, compositional pattern producing networks</a>
   */
  public static final Parameterization CPPN =
      new Parameterization(
          "cppn",
          COLORS,
          start -> new CppnParameters(start.manager, start.format, start.generators),
          CppnParameters.BYTES,
          new Habits(0.005, Transforms.NONE, Momentum.ADAM),
          Provenance.EMPTY,
          0);

  private final String label;
  private final int planes;
  private final Function<Start, ImageParameters> factory;
  private final long bytesPerPixel;
  private final Habits habits;
  private final Provenance details;
  private final double smoothing;

  private Parameterization(
      final String label, final int planes, final Function<Start, ImageParameters> factory) {
    this(
        label,
        planes,
        factory,
        PLAIN,
        new Habits(LUCID, Transforms.STANDARD, Momentum.ADAM),
        Provenance.EMPTY,
        0);
  }

  private Parameterization(
      final String label,
      final int planes,
      final Function<Start, ImageParameters> factory,
      final long bytesPerPixel,
      final Habits habits,
      final Provenance details,
      final double smoothing) {
    this.label = label;
    this.planes = planes;
    this.factory = factory;
    this.bytesPerPixel = bytesPerPixel;
    this.habits = habits;
    this.details = details;
    this.smoothing = smoothing;
  }

  /**
   * What pictures are begun with.
   *
   * @param manager keeps the parameters
   * @param smoothing as {@link #smoothed} takes it
   * @param generators one per picture
   */
  private record Start(
      NDManager manager,
      PictureFormat format,
      double smoothing,
      List<SplittableRandom> generators) {}

  /** How the literature optimizes such pictures. */
  private record Habits(double rate, Transforms transforms, Momentum momentum) {}

  /**
   * Phases of Fourier coefficients, whose magnitudes stay what they are: pictures as rough as
   * natural ones, by steps of Nesterov's Adam on crops. A step is about 0.1 radians; the step of 1
   * of Xplique, the reference implementation, belongs to phases that it scales anew each time.
   *
   * @see <a href="https://arxiv.org/abs/2306.06805">Fel et al. 2023, magnitude-constrained
   *     optimization</a>
   */
  public static Parameterization maco(final Spectrum spectrum) {
    return new Parameterization(
        MACO,
        COLORS,
        start -> new PhaseParameters(start.manager, start.format, spectrum, start.generators),
        PLAIN,
        new Habits(0.1, Transforms.CROPS, Momentum.NESTEROV),
        Provenance.EMPTY.with("spectrum", spectrum),
        0);
  }

  /**
   * The same under a Gaussian, which lowers the grain of two pixels that strided convolutions leave
   * in their gradients. Every picture is within reach as before, but fine structure comes later.
   *
   * @param pixels the Gaussian's standard deviation, 0 (none) to 2
   * @throws UserError when the pictures have no Fourier coefficients that are free, or the number
   *     is out of range
   */
  public Parameterization smoothed(final double pixels) {
    if (!(pixels >= 0 && pixels <= MOST_SMOOTHING)) {
      throw new UserError("smooth is " + pixels + ", expected 0 to 2 pixels");
    }
    if (pixels == 0) {
      return this;
    }
    if (!isSmoothable()) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "smooth is %s, but parameterization=%s has no Fourier coefficients to be smoothed:"
                  + " choose fourier or alpha, or leave smooth out",
              pixels,
              label));
    }
    return new Parameterization(
        label,
        planes,
        factory,
        bytesPerPixel,
        habits,
        Provenance.EMPTY.with("smoothing", pixels),
        pixels);
  }

  /** Whether {@link #smoothed} is possible. */
  public boolean isSmoothable() {
    return factory == FOURIER.factory;
  }

  /** Whether pictures can be transparent. */
  public boolean isTransparent() {
    return planes > COLORS;
  }

  /** All of them; of MaCo that with the spectrum of one over the frequency. */
  public static List<Parameterization> all() {
    return List.of(FOURIER, PIXEL, PYRAMID, SHARED, ALPHA, CPPN, maco(Spectrum.INVERSE_FREQUENCY));
  }

  /**
   * The parameterization with the given label, in any case.
   *
   * @throws UserError when there is none
   */
  public static Parameterization named(final String label) {
    return Choices.named("parameterization", label, all(), Parameterization::label);
  }

  /** The name in dialogs, macros and results. */
  public String label() {
    return label;
  }

  /** The step width that goes with it. */
  public double usualRate() {
    return habits.rate;
  }

  /** The transforms that go with it. */
  public Transforms usualTransforms() {
    return habits.transforms;
  }

  /** Whether it keeps a {@link Spectrum}. */
  public boolean hasSpectrum() {
    return label.equals(MACO);
  }

  /** About how much native memory a picture needs while it is changed, but for the network. */
  public long bytesPerPixel() {
    return bytesPerPixel;
  }

  public Momentum momentum() {
    return habits.momentum;
  }

  /** What pictures depend on besides the label. */
  public Provenance details() {
    return details;
  }

  public int planes() {
    return planes;
  }

  /**
   * Pictures to begin with.
   *
   * @param manager keeps the parameters
   * @param generators one per picture
   */
  public ImageParameters create(
      final NDManager manager,
      final PictureFormat format,
      final List<SplittableRandom> generators) {
    return factory.apply(new Start(manager, format, smoothing, generators));
  }

  @Override
  public String toString() {
    return label;
  }
}
