package io.github.inceptionlens.attribution;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Selection;
import io.github.inceptionlens.core.target.Target;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * What is to be attributed and how; {@link #of} gives the defaults, with which every method takes
 * less than a minute for a picture of 224 x 224 pixels on two cores.
 *
 * @param target what is attributed
 * @param selection what {@code @roi} means in the target, in pixels of the picture
 * @param layer the layer of the CAM methods, or an empty text for the highest one that the target
 *     depends on
 * @param baseline the picture without the features
 * @param steps equal steps on the way from the baseline, 1 to 10000 (papers: Integrated Gradients
 *     20 to 300, Blur Integrated Gradients 100); where none are given, 64, and with Integrated and
 *     Blur Integrated Gradients further ones where 64 miss the target's change
 * @param samples noisy pictures (paper: SmoothGrad 50), masks (RISE 4000 to 8000) or channels
 *     (Score-CAM all of the layer's), 1 to 10000; where none are given, as many as the method is
 *     used to
 * @param noise standard deviation of the noise as a part of the picture's range of values, 0 to 1
 *     (paper: 0.1 to 0.2)
 * @param window side of the occluded square, or of a cell of RISE's grid, in pixels, at least 1
 *     (papers: 15, and 32 of 224)
 * @param stride pixels between occluded squares, 1 to {@code window} (usual: 1)
 * @param seed what random numbers are drawn from
 */
public record AttributionRequest(
    Target target,
    Optional<Selection> selection,
    String layer,
    Baseline baseline,
    OptionalInt steps,
    OptionalInt samples,
    double noise,
    int window,
    int stride,
    long seed) {

  private static final int MOST = 10_000;

  /** Refuses values out of range. */
  public AttributionRequest {
    Objects.requireNonNull(target);
    Objects.requireNonNull(selection);
    Objects.requireNonNull(baseline);
    layer = layer.strip();
    steps.ifPresent(given -> checkRange("steps", given, MOST));
    samples.ifPresent(given -> checkRange("samples", given, MOST));
    checkRange("window", window, Integer.MAX_VALUE);
    if (!(noise >= 0 && noise <= 1)) {
      throw new UserError(
          "noise is " + noise + ", expected 0 to 1 (a part of the picture's range)");
    }
    if (stride < 1 || stride > window) {
      throw new UserError(
          "stride is " + stride + ", expected 1 to " + window + " (the window), to leave no gaps");
    }
  }

  private static void checkRange(final String name, final int value, final int most) {
    if (value < 1 || value > most) {
      throw new UserError(name + " is " + value + ", expected 1 to " + most);
    }
  }

  /** The defaults for a target. */
  public static AttributionRequest of(final Target target) {
    return new Fields(target).request();
  }

  /**
   * The defaults for a target expression.
   *
   * @throws UserError when it cannot be read
   */
  public static AttributionRequest of(final String target) {
    return of(Target.parse(target));
  }

  /** The same with another target. */
  public AttributionRequest target(final Target other) {
    return with(fields -> fields.target = other);
  }

  /** The same with another selection. */
  public AttributionRequest selection(final Selection other) {
    return with(fields -> fields.selection = Optional.of(other));
  }

  /** The same with another layer. */
  public AttributionRequest layer(final String other) {
    return with(fields -> fields.layer = other);
  }

  /** The same with another baseline. */
  public AttributionRequest baseline(final Baseline other) {
    return with(fields -> fields.baseline = other);
  }

  /** The same with another number of steps. */
  public AttributionRequest steps(final int other) {
    return steps(OptionalInt.of(other));
  }

  /** The same with another number of steps, or with the method's own. */
  public AttributionRequest steps(final OptionalInt other) {
    return with(fields -> fields.steps = other);
  }

  /** The same with another number of samples. */
  public AttributionRequest samples(final int other) {
    return samples(OptionalInt.of(other));
  }

  /** The same with another number of samples, or with the method's own. */
  public AttributionRequest samples(final OptionalInt other) {
    return with(fields -> fields.samples = other);
  }

  /** The same with other noise. */
  public AttributionRequest noise(final int otherSamples, final double otherNoise) {
    return with(
        fields -> {
          fields.samples = OptionalInt.of(otherSamples);
          fields.noise = otherNoise;
        });
  }

  /** The same with other occluded squares. */
  public AttributionRequest window(final int otherWindow, final int otherStride) {
    return with(
        fields -> {
          fields.window = otherWindow;
          fields.stride = otherStride;
        });
  }

  /** The same with another seed. */
  public AttributionRequest seed(final long other) {
    return with(fields -> fields.seed = other);
  }

  private AttributionRequest with(final Consumer<Fields> change) {
    final Fields fields = new Fields(target);
    fields.selection = selection;
    fields.layer = layer;
    fields.baseline = baseline;
    fields.steps = steps;
    fields.samples = samples;
    fields.noise = noise;
    fields.window = window;
    fields.stride = stride;
    fields.seed = seed;
    change.accept(fields);
    return fields.request();
  }

  /** A request in the making, which begins with the defaults. */
  private static final class Fields {

    private Target target;
    private Optional<Selection> selection = Optional.empty();
    private String layer = "";
    private Baseline baseline = Baseline.Plain.BLACK;
    private OptionalInt steps = OptionalInt.empty();
    private OptionalInt samples = OptionalInt.empty();
    private double noise = 0.15;
    private int window = 32;
    private int stride = 16;
    private long seed;

    Fields(final Target target) {
      this.target = target;
    }

    AttributionRequest request() {
      return new AttributionRequest(
          target, selection, layer, baseline, steps, samples, noise, window, stride, seed);
    }
  }
}
