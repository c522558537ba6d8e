package io.github.inceptionlens.visualization.feature;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.objective.TargetBinding;
import io.github.inceptionlens.visualization.feature.Visualization.Frame;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/** Several different pictures of a unit, before its rectifier, which an album keeps. */
public final class FacetGallery {

  /** The version of the algorithm: pictures of other versions do not count. */
  private static final int VERSION = 1;

  private FacetGallery() {}

  /**
   * Finds the pictures in an album, or makes them.
   *
   * @param unit with canonical names
   * @param request as many facets as are wanted
   * @return one frame per facet
   * @throws UserError when the unit cannot be driven, or the pictures are too small or too large
   * @throws CancellationException when the user stopped it; then nothing is kept
   */
  public static List<Frame> of(
      final InceptionV1 network,
      final Unit unit,
      final VisualizationRequest request,
      final PictureCache album,
      final Progress progress) {
    final List<String> keys =
        IntStream.range(0, request.facets())
            .mapToObj(facet -> key(network, unit, request, facet))
            .toList();
    final List<Frame> kept = keys.stream().map(album::find).flatMap(Optional::stream).toList();
    return kept.size() == keys.size() ? kept : made(network, unit, request, album, keys, progress);
  }

  private static String key(
      final InceptionV1 network,
      final Unit unit,
      final VisualizationRequest request,
      final int facet) {
    final Unit read = TargetBinding.beforeRectifier(network, unit);
    return Provenance.EMPTY
        .with("facets of a unit", VERSION)
        .with("weights", network.digest(List.of(read.layer())))
        .with("unit", unit)
        .with("facet", facet)
        .with(request.provenance())
        .entries()
        .toString();
  }

  private static List<Frame> made(
      final InceptionV1 network,
      final Unit unit,
      final VisualizationRequest request,
      final PictureCache album,
      final List<String> keys,
      final Progress progress) {
    final OptimizationTarget target =
        new OptimizationTarget(new Target.Channel(unit), request.seed());
    final VisualizationResult outcome =
        Visualizer.visualize(network, List.of(target), request, StepListener.NONE, progress).get(0);
    if (outcome instanceof VisualizationResult.Failure failure) {
      throw new UserError(failure.sentence());
    }
    final Visualization seen = (Visualization) outcome;
    if (seen.interrupted()) {
      throw new CancellationException("stopped before the facets were finished");
    }
    final List<Frame> frames = seen.results();
    IntStream.range(0, frames.size()).forEach(i -> album.keep(keys.get(i), frames.get(i)));
    return frames;
  }
}
