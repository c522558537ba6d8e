package io.github.inceptionlens.visualization.feature;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.target.Argument;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.edit.Graft;
import io.github.inceptionlens.network.edit.LayerDirections;
import io.github.inceptionlens.network.objective.TargetBinding;
import io.github.inceptionlens.visualization.feature.Visualization.Frame;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;

/**
 * Several different pictures of a unit, before its rectifier, and such of what an entry of a
 * dictionary stands for, which an album keeps.
 */
public final class FacetGallery {

  /** The version of the algorithm: pictures of other versions do not count. */
  private static final int VERSION = 1;

  /** How much pictures of a direction prefer layers that point that way. */
  private static final int COSINE_POWER = 2;

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
    final Unit read = TargetBinding.beforeRectifier(network, unit);
    final Provenance key =
        Provenance.EMPTY
            .with("facets of a unit", VERSION)
            .with("weights", network.digest(List.of(read.layer())))
            .with("unit", unit);
    final Subject subject = new Subject(new Target.Channel(unit), unit.toString(), key);
    return of(network, subject, request, album, progress);
  }

  /**
   * Finds pictures of what an entry of a dictionary stands for, or makes them: the dictionary's
   * layer h points along the entry's row d of the decoder, {@code (h.d) * max(0.1, cos(h, d))^2},
   * with h as the dictionary reads it.
   *
   * @param unit with canonical names
   * @param request as many facets as are wanted
   * @return one frame per facet; none for a unit that is no dictionary's
   * @throws UserError when it cannot be driven, or the pictures are too small or too large
   * @throws CancellationException when the user stopped it; then nothing is kept
   */
  public static List<Frame> ofDecoder(
      final InceptionV1 network,
      final Unit unit,
      final VisualizationRequest request,
      final PictureCache album,
      final Progress progress) {
    final Optional<LayerDirections> rows =
        LayerDirections.of(network.architecture(), unit.layer(), network.operations()::values);
    if (rows.isEmpty()) {
      return List.of();
    }
    final Provenance key =
        Provenance.EMPTY
            .with("facets of a decoder", VERSION)
            .with("weights", network.digest(List.of(decoded(network, unit.layer()))))
            .with("cosine power", COSINE_POWER)
            .with("unit", unit);
    final Subject subject =
        new Subject(along(rows.get(), unit.channel()), "decoder of " + unit, key);
    return of(network, subject, request, album, progress);
  }

  private static String decoded(final InceptionV1 network, final String dictionary) {
    final String decoded = dictionary + Graft.DECODED;
    return network.architecture().has(decoded) ? decoded : dictionary;
  }

  private static Target along(final LayerDirections rows, final int entry) {
    final float[] weights = rows.row(entry);
    final List<Target> terms =
        IntStream.range(0, weights.length)
            .mapToObj(i -> new Target.Channel(new Unit(rows.layer(), i)).times(weights[i]))
            .toList();
    final Argument power = new Argument.Number(COSINE_POWER);
    return new Target.Call(
        "relu", List.of(new Target.Call("direction", List.of(new Target.Sum(terms), power))));
  }

  /**
   * What pictures are made of.
   *
   * @param name of the objective, as a reader is told it
   * @param key what it is kept by
   */
  private record Subject(Target objective, String name, Provenance key) {

    String key(final VisualizationRequest request, final int facet) {
      return key.with("facet", facet).with(request.provenance()).entries().toString();
    }
  }

  private static List<Frame> of(
      final InceptionV1 network,
      final Subject subject,
      final VisualizationRequest request,
      final PictureCache album,
      final Progress progress) {
    final List<String> keys =
        IntStream.range(0, request.facets())
            .mapToObj(facet -> subject.key(request, facet))
            .toList();
    final List<Frame> kept = keys.stream().map(album::find).flatMap(Optional::stream).toList();
    if (kept.size() == keys.size()) {
      return kept;
    }
    final List<Frame> frames = made(network, subject, request, progress);
    IntStream.range(0, frames.size()).forEach(i -> album.keep(keys.get(i), frames.get(i)));
    return frames;
  }

  private static List<Frame> made(
      final InceptionV1 network,
      final Subject subject,
      final VisualizationRequest request,
      final Progress progress) {
    final OptimizationTarget target = new OptimizationTarget(subject.objective(), request.seed());
    final VisualizationResult outcome =
        Visualizer.visualize(network, List.of(target), request, StepListener.NONE, progress).get(0);
    if (outcome instanceof VisualizationResult.Failure failure) {
      throw new UserError(
          failure.sentence().replace(failure.objective().toString(), subject.name()));
    }
    final Visualization seen = (Visualization) outcome;
    if (seen.interrupted()) {
      throw new CancellationException("stopped before the facets were finished");
    }
    return seen.results();
  }
}
