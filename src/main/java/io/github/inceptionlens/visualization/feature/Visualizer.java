package io.github.inceptionlens.visualization.feature;

import ai.djl.ndarray.NDManager;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.gradient.GradientRequest;
import io.github.inceptionlens.network.gradient.Gradients;
import io.github.inceptionlens.network.gradient.ReluRule;
import io.github.inceptionlens.network.objective.TargetBinding;
import io.github.inceptionlens.visualization.objective.PositionTargets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes pictures on which objectives become large, by gradient ascent: parameters, picture,
 * transforms, network up to the objective's layer and no further.
 *
 * <pre>{@code
 * Visualization seen = Visualizer.visualize(
 *     network, "mixed4c:447", VisualizationRequest.STANDARD, Watcher.NONE, Progress.NONE);
 * Picture picture = seen.results().get(0).picture();
 * }</pre>
 *
 * <p>An objective is a target expression. Channels, positions and directions are read before their
 * rectifier. Besides what every target may say there are {@code neuron}, {@code direction}, {@code
 * deepdream}, {@code relu}, {@code interpolate}, {@code diversity}, {@code alignment} and the
 * penalties {@code tv}, {@code l1}, {@code l2}, {@code blur} and {@code boundary}, which are
 * subtracted: {@code mixed4b:452 - 0.25*tv()}.
 *
 * <p>The same seeds and the same batch make the same pictures on the same machine.
 *
 * @see <a href="https://distill.pub/2017/feature-visualization/">Olah et al. 2017</a>
 */
public final class Visualizer {

  private Visualizer() {}

  /**
   * Visualizes one objective; its first picture and the transforms are drawn from the request's
   * seed.
   *
   * @param objective a target expression
   * @throws UserError when it cannot be read or driven, or the pictures are too small for it or too
   *     large for the memory
   * @throws java.util.concurrent.CancellationException when the user stopped it before the first
   *     step; later, what is there is returned
   */
  public static Visualization visualize(
      final InceptionV1 network,
      final String objective,
      final VisualizationRequest request,
      final StepListener listener,
      final Progress progress) {
    final OptimizationTarget target =
        new OptimizationTarget(Target.parse(objective), request.seed());
    final VisualizationResult outcome =
        visualize(network, List.of(target), request, listener, progress).get(0);
    if (outcome instanceof VisualizationResult.Failure failure) {
      throw new UserError(failure.sentence());
    }
    return (Visualization) outcome;
  }

  /**
   * The unit that an objective raises: a channel, a channel at a position, or the middle one.
   *
   * @param objective a target expression
   * @return the unit where visualizations read it, before its rectifier
   * @throws UserError when the objective cannot be read, is anything else, or there is no such unit
   */
  public static Unit unit(final InceptionV1 network, final String objective) {
    final Target target = Target.parse(objective);
    return unit(target)
        .map(unit -> TargetBinding.beforeRectifier(network, unit))
        .orElseThrow(
            () ->
                new UserError(
                    "the objective \""
                        + target
                        + "\" is not a single unit, expected one such as mixed4c:12,"
                        + " mixed4c:12@4,3 or neuron(mixed4c:12)"));
  }

  private static Optional<Unit> unit(final Target target) {
    if (target instanceof Target.Channel channel) {
      return Optional.of(channel.unit());
    } else if (target instanceof Target.Position position) {
      return Optional.of(position.unit());
    } else if (target instanceof Target.Call call
        && call.function().equals(PositionTargets.NEURON)
        && call.arguments().size() == 1
        && call.arguments().get(0) instanceof Target inner) {
      return unit(inner);
    }
    return Optional.empty();
  }

  /**
   * Visualizes several targets at once, which all see the same transforms and do not influence each
   * other otherwise.
   *
   * @param targets at least one; {@link #batch} says how many fit into the memory
   * @return what became of each
   * @throws UserError when an objective speaks of something that does not exist, or the pictures
   *     are too small or too large
   * @throws java.util.concurrent.CancellationException when the user stopped it before the first
   *     step; later, what is there is returned
   */
  public static List<VisualizationResult> visualize(
      final InceptionV1 network,
      final List<OptimizationTarget> targets,
      final VisualizationRequest request,
      final StepListener listener,
      final Progress progress) {
    final OptimizationBatch batch = OptimizationBatch.of(network, targets, request);
    check(network, batch, request);
    try (NDManager manager = network.newManager()) {
      final FeatureOptimization run = new FeatureOptimization(network, batch, request, manager);
      run.optimize(listener, progress);
      return run.outcomes();
    }
  }

  /**
   * How many targets like one fit into the memory at once.
   *
   * @return at least 1
   * @throws UserError when not even one does, or the pictures are too small for it
   */
  public static int batch(
      final InceptionV1 network, final Target objective, final VisualizationRequest request) {
    final OptimizationBatch one =
        OptimizationBatch.of(network, List.of(new OptimizationTarget(objective, 0)), request);
    check(network, one, request);
    final int side = request.transforms().output(request.size());
    final int pictures = request.facets() * request.transforms().copies();
    final int fitting = Gradients.batch(network, pass(one, request), side, side, bytes(request));
    return Math.max(1, fitting / pictures);
  }

  private static void check(
      final InceptionV1 network,
      final OptimizationBatch batch,
      final VisualizationRequest request) {
    final int smallest = network.architecture().smallest(batch.driven().names());
    final int side = request.transforms().output(request.size());
    if (request.size() < smallest) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "size is %d, but %s needs at least %d",
              request.size(),
              String.join(" and ", batch.driven().names()),
              smallest));
    }
    final int pictures = batch.targets().size() * request.facets();
    final int copies = request.transforms().copies();
    if (copies > 1) {
      batch.targets().forEach(target -> refusePlace(target.objective(), request));
    }
    final long more = pictures * bytes(request);
    Gradients.check(network, pass(batch, request), pictures * copies, side, side, more);
    if (side < request.size()) {
      Gradients.check(network, pass(batch, request), pictures, request.size(), request.size());
    }
  }

  /** What a picture itself needs of native memory, but for the network. */
  private static long bytes(final VisualizationRequest request) {
    return request.parameterization().bytesPerPixel() * request.size() * request.size();
  }

  private static void refusePlace(final Target objective, final VisualizationRequest request) {
    PositionTargets.first(objective)
        .ifPresent(
            place -> {
              throw new UserError(
                  String.format(
                      Locale.ROOT,
                      "the objective %s is a unit at one place, but transforms=%s shows another"
                          + " part of the picture at every step: name a channel, or choose"
                          + " transforms=standard",
                      place,
                      request.transforms().label()));
            });
  }

  private static GradientRequest pass(
      final OptimizationBatch batch, final VisualizationRequest request) {
    return GradientRequest.pixels(
        batch.driven(), request.redirected() ? ReluRule.REDIRECTED : ReluRule.EXACT);
  }
}
