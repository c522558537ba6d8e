package io.github.inceptionlens.visualization.feature;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.visualization.parameterization.Parameterization;
import io.github.inceptionlens.visualization.transform.Transforms;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * How pictures are optimized; {@link #STANDARD} is Lucid's way.
 *
 * @param size width and height of the pictures in pixels, 1 to 4096
 * @param steps how often they are changed, 1 to 100000
 * @param parameterization as what they are changed
 * @param transforms how they are moved before each step
 * @param rate the step width of Adam, above 0
 * @param facets how many different pictures are made of each target, 1 to 64
 * @param diversity how much unlike they shall be in the objective's own layer, from 0 up: the part
 *     of the objective that facets lose when they are all the same; counts for two and more
 * @param seed what transforms are drawn from
 * @param redirected whether the first {@value #REDIRECTED_STEPS} steps go by redirected rectifiers
 * @param snapshots after which steps the pictures are kept besides the last; 0 is the start
 * @param magnification how many times larger than {@code size} pictures are drawn that have no
 *     pixels of their own; 1 for all others
 * @param start the picture to begin with, as large as {@code size}, width x height x 3, values 0 to
 *     255; empty for noise
 */
public record VisualizationRequest(
    int size,
    int steps,
    Parameterization parameterization,
    Transforms transforms,
    double rate,
    int facets,
    double diversity,
    long seed,
    boolean redirected,
    List<Integer> snapshots,
    int magnification,
    Optional<Picture> start) {

  /** How many steps redirected rectifiers get. */
  static final int REDIRECTED_STEPS = 16;

  private static final int LARGEST = 4096;
  private static final int MOST_STEPS = 100_000;
  private static final int MOST_FACETS = 64;

  /**
   * 128 x 128 pixels, 256 steps of Adam at 0.05, Fourier coefficients, the standard transforms, one
   * picture.
   */
  public static final VisualizationRequest STANDARD =
      new VisualizationRequest(
          128,
          256,
          Parameterization.FOURIER,
          Transforms.STANDARD,
          0.05,
          1,
          0.5,
          0,
          false,
          List.of(),
          1,
          Optional.empty());

  /** The same with 224 x 224 pixels and 512 steps. */
  public static final VisualizationRequest FINE = STANDARD.size(224).steps(512);

  /** Refuses values out of range, and puts the snapshots in order. */
  public VisualizationRequest {
    checkRange("size", size, 1, LARGEST);
    checkClimb(steps, rate);
    checkRange("facets", facets, 1, MOST_FACETS);
    if (!(diversity >= 0 && diversity < Double.POSITIVE_INFINITY)) {
      throw new UserError("diversity is " + diversity + ", expected a number from 0 up");
    }
    for (final int snapshot : snapshots) {
      checkRange("snapshots", snapshot, 0, steps);
    }
    snapshots = List.copyOf(new TreeSet<>(snapshots));
    checkMagnification(magnification, size, parameterization);
    start.ifPresent(picture -> checkStart(picture, size));
  }

  /** Refuses numbers of steps and step widths of Adam that are out of range. */
  public static void checkClimb(final int steps, final double rate) {
    checkRange("steps", steps, 1, MOST_STEPS);
    if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
      throw new UserError("learning_rate is " + rate + ", expected a number above 0");
    }
  }

  public static void checkRange(
      final String name, final int value, final int least, final int most) {
    if (value < least || value > most) {
      throw new UserError(name + " is " + value + ", expected " + least + " to " + most);
    }
  }

  private static void checkMagnification(
      final int magnification, final int size, final Parameterization parameterization) {
    checkRange("magnify", magnification, 1, LARGEST / size);
    if (magnification > 1 && parameterization != Parameterization.CPPN) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "magnify is %d, but only pictures without pixels of their own can be drawn larger:"
                  + " choose parameterization=cppn",
              magnification));
    }
  }

  private static void checkStart(final Picture picture, final int size) {
    if (picture.dimension(0) != size || picture.dimension(1) != size) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "the picture to start with is %d x %d pixels, but size is %d",
              picture.dimension(0),
              picture.dimension(1),
              size));
    }
  }

  /** What pictures depend on, but for the objective and where they start. */
  Provenance provenance() {
    Provenance provenance =
        Provenance.EMPTY
            .with("size", size)
            .with("steps", steps)
            .with("parameterization", parameterization.label())
            .with(parameterization.details())
            .with("transforms", transforms.description())
            .with("learning rate", rate)
            .with("transform seed", seed);
    if (facets > 1) {
      provenance = provenance.with("facets", facets).with("diversity", diversity);
    }
    if (magnification > 1) {
      provenance = provenance.with("magnified", magnification);
    }
    return redirected
        ? provenance.with("redirected rectifiers", REDIRECTED_STEPS + " steps")
        : provenance;
  }

  /** The same with another size. */
  public VisualizationRequest size(final int other) {
    return changed(draft -> draft.size = other);
  }

  /** The same with another number of steps. */
  public VisualizationRequest steps(final int other) {
    return changed(draft -> draft.steps = other);
  }

  /** The same with another parameterization. */
  public VisualizationRequest parameterization(final Parameterization other) {
    return changed(draft -> draft.parameterization = other);
  }

  /** The same with other transforms. */
  public VisualizationRequest transforms(final Transforms other) {
    return changed(draft -> draft.transforms = other);
  }

  /** The same with another step width. */
  public VisualizationRequest rate(final double other) {
    return changed(draft -> draft.rate = other);
  }

  /** The same with other facets. */
  public VisualizationRequest facets(final int other, final double otherDiversity) {
    return changed(
        draft -> {
          draft.facets = other;
          draft.diversity = otherDiversity;
        });
  }

  /** The same with another seed of the transforms. */
  public VisualizationRequest seed(final long other) {
    return changed(draft -> draft.seed = other);
  }

  /** The same with or without redirected rectifiers at first. */
  public VisualizationRequest redirected(final boolean other) {
    return changed(draft -> draft.redirected = other);
  }

  /** The same with other snapshots. */
  public VisualizationRequest snapshots(final List<Integer> other) {
    return changed(draft -> draft.snapshots = other);
  }

  /** The same, drawn larger. */
  public VisualizationRequest magnification(final int other) {
    return changed(draft -> draft.magnification = other);
  }

  /** The same, beginning with a picture. */
  public VisualizationRequest start(final Picture other) {
    return changed(draft -> draft.start = Optional.of(other));
  }

  private VisualizationRequest changed(final Consumer<Draft> change) {
    final Draft draft = new Draft(this);
    change.accept(draft);
    return draft.request();
  }

  /** A request whose entries may still change. */
  private static final class Draft {

    private int size;
    private int steps;
    private Parameterization parameterization;
    private Transforms transforms;
    private double rate;
    private int facets;
    private double diversity;
    private long seed;
    private boolean redirected;
    private List<Integer> snapshots;
    private int magnification;
    private Optional<Picture> start;

    Draft(final VisualizationRequest request) {
      size = request.size;
      steps = request.steps;
      parameterization = request.parameterization;
      transforms = request.transforms;
      rate = request.rate;
      facets = request.facets;
      diversity = request.diversity;
      seed = request.seed;
      redirected = request.redirected;
      snapshots = request.snapshots;
      magnification = request.magnification;
      start = request.start;
    }

    VisualizationRequest request() {
      return new VisualizationRequest(
          size,
          steps,
          parameterization,
          transforms,
          rate,
          facets,
          diversity,
          seed,
          redirected,
          snapshots,
          magnification,
          start);
    }
  }
}
