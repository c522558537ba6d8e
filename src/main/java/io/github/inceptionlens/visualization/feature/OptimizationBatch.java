package io.github.inceptionlens.visualization.feature;

import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.objective.TargetBinding;
import io.github.inceptionlens.network.objective.TargetBinding.Bound;
import io.github.inceptionlens.visualization.feature.Visualization.Frame;
import io.github.inceptionlens.visualization.objective.Objectives;
import io.github.inceptionlens.visualization.objective.Transparency;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Subjects whose pictures are made at once, tied to a network.
 *
 * @param objectives one per target, canonical
 * @param reported what is asked for, picture by picture
 * @param driven what is raised: with diversity and transparency
 */
record OptimizationBatch(
    List<OptimizationTarget> targets,
    List<Target> objectives,
    Objective reported,
    Objective driven) {

  /** Where facets shall differ when the objective is a class. */
  private static final String CLASSES_LAYER = "mixed5a";

  /**
   * @throws io.github.inceptionlens.core.UserError when an objective speaks of something that does
   *     not exist
   */
  static OptimizationBatch of(
      final InceptionV1 network,
      final List<OptimizationTarget> targets,
      final VisualizationRequest request) {
    final List<Bound> reported = bounds(network, targets, request, request.size());
    final int copies = request.transforms().copies();
    final int seen = copies == 1 ? request.size() : request.transforms().output(request.size());
    final List<Objective> driven =
        bounds(network, targets, request, seen).stream()
            .map(one -> driven(one.objective(), network, request).times(1.0 / copies))
            .toList();
    return new OptimizationBatch(
        targets,
        reported.stream().map(Bound::target).toList(),
        Objective.each(reported.stream().map(Bound::objective).toList(), request.facets()),
        Objective.each(
            Collections.nCopies(copies, driven).stream().flatMap(List::stream).toList(),
            request.facets()));
  }

  private static List<Bound> bounds(
      final InceptionV1 network,
      final List<OptimizationTarget> targets,
      final VisualizationRequest request,
      final int side) {
    return targets.stream()
        .map(
            target ->
                TargetBinding.optimized(target.objective(), network, side, side, request.facets()))
        .toList();
  }

  private static Objective driven(
      final Objective asked, final InceptionV1 network, final VisualizationRequest request) {
    final Objective diverse =
        request.facets() > 1 && request.diversity() > 0
            ? Objectives.unlike(asked, layer(asked, network), request.diversity())
            : asked;
    return request.parameterization().planes() > 3 ? Transparency.rewarding(diverse) : diverse;
  }

  /** The first layer that the objective reads. */
  private static String layer(final Objective objective, final InceptionV1 network) {
    final String first = network.architecture().node(objective.names().get(0)).name();
    return network.architecture().spatial(first).name().equals(first) ? first : CLASSES_LAYER;
  }

  /** What was asked for one target, and what came of it. */
  Provenance provenance(
      final int target,
      final VisualizationRequest request,
      final List<Frame> frames,
      final int steps) {
    Provenance provenance =
        Provenance.EMPTY
            .with("objective", objectives.get(target))
            .with(request.provenance())
            .with("steps", steps)
            .with("seed", targets.get(target).seed());
    if (steps < request.steps()) {
      provenance = provenance.with("stopped", "after " + steps + " of " + request.steps());
    }
    return provenance.with(
        "value on the untransformed picture",
        frames.stream()
            .filter(frame -> frame.step() == steps)
            .map(frame -> String.valueOf((float) frame.value()))
            .collect(Collectors.joining(", ")));
  }
}
