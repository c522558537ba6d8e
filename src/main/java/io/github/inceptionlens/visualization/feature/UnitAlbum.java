package io.github.inceptionlens.visualization.feature;

import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.objective.TargetBinding;
import io.github.inceptionlens.visualization.feature.Visualization.Frame;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The pictures of units of one network that were made in one way and kept: looks for them without
 * making any, on any thread.
 *
 * <pre>{@code
 * UnitAlbum album = UnitAlbum.of(network, VisualizationRequest.STANDARD, kept);
 * Optional<Frame> picture = album.find(new Unit("mixed4c", 447));
 * }</pre>
 */
public final class UnitAlbum {

  /** The version of the algorithm: pictures of other versions do not count. */
  static final int VERSION = 2;

  private final InceptionV1 network;
  private final VisualizationRequest request;
  private final PictureCache kept;
  private final Map<String, String> digests = new ConcurrentHashMap<>();

  private UnitAlbum(
      final InceptionV1 network, final VisualizationRequest request, final PictureCache kept) {
    this.network = network;
    this.request = request;
    this.kept = kept;
  }

  /**
   * The pictures that {@link UnitGallery} makes of the same request.
   *
   * @param network may be closed: only its description is asked
   * @param kept where all pictures are
   */
  public static UnitAlbum of(
      final InceptionV1 network, final VisualizationRequest request, final PictureCache kept) {
    return new UnitAlbum(network, request, kept);
  }

  /**
   * The kept picture of a unit.
   *
   * @param unit with the layer's canonical name
   * @throws io.github.inceptionlens.core.UserError when there is no such layer
   */
  public Optional<Frame> find(final Unit unit) {
    return kept.find(key(unit));
  }

  /** Keeps a unit's picture. */
  void keep(final Unit unit, final Frame frame) {
    kept.keep(key(unit), frame);
  }

  private String key(final Unit unit) {
    return Provenance.EMPTY
        .with("algorithm", VERSION)
        .with("weights", digests.computeIfAbsent(unit.layer(), this::digest))
        .with("unit", unit)
        .with(request.provenance())
        .entries()
        .toString();
  }

  /** Of what a visualization of a layer's units runs through. */
  private String digest(final String layer) {
    final Unit any = network.architecture().layer(layer).unit(0);
    return network.digest(List.of(TargetBinding.beforeRectifier(network, any).layer()));
  }
}
