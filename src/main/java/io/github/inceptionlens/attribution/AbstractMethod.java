package io.github.inceptionlens.attribution;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.InceptionV1;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What all methods share: the target is bound, passes are counted, flat maps are reported. */
public abstract class AbstractMethod implements AttributionMethod {

  private static final double NANOSECONDS = 1e9;

  private final Set<Option> options = EnumSet.noneOf(Option.class);

  /**
   * @param options which entries of a request the method reads
   */
  protected AbstractMethod(final Option... options) {
    this.options.addAll(Set.of(options));
  }

  @Override
  public Set<Option> options() {
    return EnumSet.copyOf(options);
  }

  /** How many passes {@link #compute} makes. */
  protected abstract int ownPasses(AttributionRequest request, int width, int height);

  protected abstract MethodResult compute(AttributionContext run);

  /** How many samples the method takes unless the request says; 0 for methods without samples. */
  protected int usualSamples() {
    return 0;
  }

  /** How many samples a request means. */
  protected final int samples(final AttributionRequest request) {
    return request.samples().orElse(usualSamples());
  }

  @Override
  public int passes(final AttributionRequest request, final int width, final int height) {
    return ownPasses(request, width, height) + (request.target().needsTop() ? 1 : 0);
  }

  @Override
  public Attribution attribute(
      final InceptionV1 network,
      final Picture picture,
      final AttributionRequest request,
      final Progress progress) {
    final long start = System.nanoTime();
    final int passes = passes(request, picture.width(), picture.height());
    final BoundRequest bound = BoundRequest.of(network, picture, request);
    final AttributionContext run =
        new AttributionContext(
            bound,
            done ->
                progress.at(
                    Math.min(1, (double) done / passes),
                    done < passes
                        ? String.format(
                            Locale.ROOT, "%s: pass %d of %d ...", name(), done + 1, passes)
                        : String.format(Locale.ROOT, "%s: further pass %d ...", name(), done + 1)));
    final MethodResult outcome = compute(run);
    checkFinite(outcome);
    final Optional<String> warning = warning(outcome.map(), bound.target(), run);
    final double seconds = (System.nanoTime() - start) / NANOSECONDS;
    return new Attribution(
        outcome.map(),
        bound.target(),
        outcome.value(),
        outcome.completeness(),
        warning,
        provenance(request, bound.target(), outcome, warning)
            .with("passes", run.done() + (request.target().needsTop() ? 1 : 0))
            .with("seconds", String.format(Locale.ROOT, "%.1f", seconds)));
  }

  private void checkFinite(final MethodResult outcome) {
    if (!Double.isFinite(outcome.value() + PlaneArithmetic.sum(outcome.map().values()))) {
      throw new UserError(
          name() + " met values that are not finite: does the image hold infinite values or NaN?");
    }
  }

  private Optional<String> warning(
      final AttributionMap map, final Target target, final AttributionContext run) {
    final float[] range = PlaneArithmetic.range(map.values());
    if (!run.isResponsive()) {
      return Optional.of("the target " + target + " does not depend on the image here");
    } else if (range[0] == 0 && range[1] == 0) {
      return Optional.of("the map is zero everywhere: " + name() + " finds nothing for " + target);
    }
    return range[0] == range[1] ? Optional.of("the map is the same everywhere") : Optional.empty();
  }

  private Provenance provenance(
      final AttributionRequest request,
      final Target target,
      final MethodResult outcome,
      final Optional<String> warning) {
    Provenance provenance = Provenance.EMPTY.with("method", name()).with("target", target);
    if (outcome.map() instanceof AttributionMap.OfLayer map) {
      provenance = provenance.with("layer", map.layer());
    }
    for (final Option option : options) {
      provenance = with(provenance, option, request);
    }
    provenance = provenance.with("target value", outcome.value());
    provenance = provenance.with(outcome.details());
    if (outcome.completeness().isPresent()) {
      final Completeness completeness = outcome.completeness().get();
      provenance =
          provenance
              .with("attributed sum", completeness.sum())
              .with("target change from baseline", completeness.change())
              .with("completeness gap", completeness.gap());
    }
    if (warning.isPresent()) {
      provenance = provenance.with("warning", warning.get());
    }
    return provenance;
  }

  private static String number(final OptionalInt given) {
    return given.isPresent() ? String.valueOf(given.getAsInt()) : "auto";
  }

  private Provenance with(
      final Provenance provenance, final Option option, final AttributionRequest request) {
    return switch (option) {
      case LAYER -> provenance;
      case BASELINE -> provenance.with("baseline", request.baseline().label());
      case STEPS -> provenance.with("steps", number(request.steps()));
      case SAMPLES -> provenance.with("samples", samples(request));
      case NOISE -> provenance.with("noise", request.noise());
      case WINDOW -> provenance.with("window", request.window());
      case STRIDE -> provenance.with("stride", request.stride());
      case SEED -> provenance.with("seed", request.seed());
    };
  }
}
