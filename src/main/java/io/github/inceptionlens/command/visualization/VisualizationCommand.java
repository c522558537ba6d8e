package io.github.inceptionlens.command.visualization;

import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.command.CostEstimate;
import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.NeedsNetwork;
import io.github.inceptionlens.command.NetworkCommand;
import io.github.inceptionlens.command.cost.PassTimes;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.visualization.feature.VisualizationRequest;
import io.github.inceptionlens.visualization.parameterization.Parameterization;
import io.github.inceptionlens.visualization.parameterization.SpectrumEstimator;
import io.github.inceptionlens.visualization.transform.Transforms;
import java.util.List;
import java.util.Locale;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

/** A command that optimizes pictures: the parameters that all of them have. */
public abstract class VisualizationCommand extends NetworkCommand
    implements NeedsNetwork, CostEstimate {

  private static final String AUTO = "auto";
  private static final String CUSTOM = "custom";
  private static final String QUICK = "quick";
  private static final String FINE = "fine";
  private static final double NANOS = 1e9;
  private static final String LITTLE_GRAIN = "" + Parameterization.LITTLE_GRAIN;

  private static final String INVERSE_FREQUENCY = "1/f";

  @Parameter(
      persist = false,
      label = "Quality",
      choices = {CUSTOM, QUICK, FINE},
      attrs = @Attr(name = MacroKeys.DIALOG, value = QUICK),
      description = VisualizationTexts.PRESET)
  private String preset = CUSTOM;

  @Parameter(persist = false, label = "Size (pixels)", description = VisualizationTexts.SIZE)
  private int size = 128;

  @Parameter(persist = false, label = "Steps", description = VisualizationTexts.STEPS)
  private int steps = 256;

  @Parameter(
      persist = false,
      label = "Parameterization",
      choices = {"fourier", "pixel", "pyramid", "shared", "alpha", "cppn", "maco"},
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = VisualizationTexts.PARAMETERIZATION)
  private String parameterization = "fourier";

  @Parameter(
      persist = false,
      label = "Spectrum of the colors",
      style = "directory",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = VisualizationTexts.SPECTRUM)
  private String spectrum = INVERSE_FREQUENCY;

  @Parameter(
      persist = false,
      label = "Transforms before each step",
      choices = {AUTO, "standard", "jitter", "crops", "none"},
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = VisualizationTexts.TRANSFORMS)
  private String transforms = AUTO;

  @Parameter(
      persist = false,
      label = "Learning rate",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = VisualizationTexts.USUAL_RATE)
  private String learning_rate = AUTO;

  @Parameter(
      persist = false,
      label = "Random seed",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = VisualizationTexts.SEED)
  private long seed;

  @Parameter(
      persist = false,
      label = "Redirect gradients of rectifiers at first",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = VisualizationTexts.REDIRECT)
  private boolean redirect;

  @Parameter(
      persist = false,
      label = "Smoothing (pixels)",
      min = "0",
      max = "2",
      attrs = {
        @Attr(name = MacroKeys.ADVANCED),
        @Attr(name = MacroKeys.DIALOG, value = LITTLE_GRAIN)
      },
      description = VisualizationTexts.SMOOTH)
  private double smooth;

  /**
   * What the user asks for.
   *
   * @param network lends its engine to the measurement of a spectrum
   */
  protected final VisualizationRequest request(final InceptionV1 network, final Progress progress) {
    final VisualizationRequest plain = preset().seed(seed).redirected(redirect);
    final Parameterization kind = kind(network, progress);
    return plain
        .parameterization(kind)
        .rate(rate(kind))
        .transforms(
            transforms.strip().equalsIgnoreCase(AUTO)
                ? kind.usualTransforms()
                : Transforms.named(transforms));
  }

  /** How many pictures are optimized, as far as the keys tell. */
  protected int pictures() {
    return 1;
  }

  @Override
  public String forecast() {
    final VisualizationRequest request = preset();
    return PassTimes.words(timed(), pixels(request, pictures()))
        + String.format(Locale.ROOT, "%d x %,d steps", pictures(), request.steps());
  }

  private static double pixels(final VisualizationRequest request, final int pictures) {
    return (double) pictures * request.steps() * request.size() * request.size();
  }

  private String timed() {
    return "visualization " + network();
  }

  /** Remembers how long pictures took that began at a time. */
  protected final void took(
      final VisualizationRequest request, final int pictures, final long start) {
    PassTimes.record(timed(), pixels(request, pictures), (System.nanoTime() - start) / NANOS);
  }

  /** Remembers after how many steps pictures were stopped, which is then no preset any more. */
  protected final void stoppedAfter(final int done, final VisualizationRequest request) {
    if (done < request.steps()) {
      did("preset", CUSTOM);
      did("size", request.size());
      did("steps", done);
    }
  }

  @Override
  public boolean isRead(final String key) {
    return switch (key) {
      case "size", "steps" -> preset.equals(CUSTOM);
      case "smooth" -> Parameterization.named(parameterization).isSmoothable();
      default -> true;
    };
  }

  private VisualizationRequest preset() {
    return switch (preset) {
      case QUICK -> VisualizationRequest.STANDARD;
      case FINE -> VisualizationRequest.FINE;
      default -> VisualizationRequest.STANDARD.size(size).steps(steps);
    };
  }

  /** What the first picture, the transforms and whatever else is left to chance are drawn from. */
  protected final long seed() {
    return seed;
  }

  private Parameterization kind(final InceptionV1 network, final Progress progress) {
    final Parameterization kind = Parameterization.named(parameterization).smoothed(smooth);
    if (spectrum.strip().equals(INVERSE_FREQUENCY)) {
      return kind;
    } else if (!kind.hasSpectrum()) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "spectrum is \"%s\", but parameterization=%s has no given one: choose maco, or leave"
                  + " spectrum out",
              spectrum,
              kind));
    }
    final ImageCollection<InputPicture> images = UserImages.selected("spectrum", spectrum);
    final SpectrumEstimator meter = new SpectrumEstimator(network, preset().size());
    images.forEach(picture -> meter.look(picture.view().picture()), progress);
    skips(images);
    return Parameterization.maco(meter.spectrum(images.toString()));
  }

  private double rate(final Parameterization kind) {
    if (learning_rate.strip().equalsIgnoreCase(AUTO)) {
      return kind.usualRate();
    }
    try {
      return Double.parseDouble(learning_rate.strip());
    } catch (final NumberFormatException e) {
      throw new UserError(
          "learning_rate is \"" + learning_rate + "\", expected a number above 0, or auto", e);
    }
  }

  /** What a reader must know of the values of pictures that were made so. */
  protected static List<String> notes(final VisualizationRequest request) {
    return request.transforms().copies() == 1
        ? List.of()
        : List.of(
            "transforms=crops: the picture shows the objective at many scales, so the value in its"
                + " label, that of the whole picture as it is, tells little (Visualize Channel..."
                + " with plot tells what the crops reached)");
  }
}
