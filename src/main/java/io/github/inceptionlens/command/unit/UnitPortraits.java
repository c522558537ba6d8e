package io.github.inceptionlens.command.unit;

import io.github.inceptionlens.command.visualization.DiskPictureCache;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.result.PictureStack;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.visualization.feature.FacetGallery;
import io.github.inceptionlens.visualization.feature.PictureCache;
import io.github.inceptionlens.visualization.feature.UnitAlbum;
import io.github.inceptionlens.visualization.feature.UnitGallery;
import io.github.inceptionlens.visualization.feature.Visualization.Frame;
import io.github.inceptionlens.visualization.feature.VisualizationRequest;
import io.github.inceptionlens.visualization.parameterization.Parameterization;
import io.github.inceptionlens.weights.NetworkStore;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * What units look for: kept pictures, those of {@code What Fires Here...} among them, and such as
 * are made and kept.
 */
public final class UnitPortraits {

  /** How pictures are made, unless another way is given. */
  public static final VisualizationRequest REQUEST =
      VisualizationRequest.STANDARD.parameterization(
          Parameterization.FOURIER.smoothed(Parameterization.LITTLE_GRAIN));

  private static final long OTHER_NOISE = 1;

  private final InceptionV1 network;
  private final VisualizationRequest request;
  private final PictureCache album =
      new DiskPictureCache(NetworkStore.standard().kept().pictures());
  private final UnitAlbum kept;
  private final List<String> notes = new ArrayList<>();
  private int made;

  public UnitPortraits(final InceptionV1 network) {
    this(network, REQUEST);
  }

  /**
   * @param request how pictures are made, one facet of each
   */
  public UnitPortraits(final InceptionV1 network, final VisualizationRequest request) {
    this.network = network;
    this.request = request;
    kept = UnitAlbum.of(network, request, album);
  }

  /**
   * The pictures of some units, by unit; those that cannot be driven have none.
   *
   * @param units of one layer
   * @throws CancellationException when the user stopped it; what is finished is kept
   */
  public Map<Unit, BufferedImage> of(final List<Unit> units, final Progress progress) {
    final Map<Unit, BufferedImage> pictures = new LinkedHashMap<>();
    if (units.isEmpty()) {
      return pictures;
    }
    final UnitGallery gallery = UnitGallery.of(network, units, request, album, progress);
    notes.addAll(gallery.failures());
    made += gallery.portraits().size() - gallery.found();
    if (gallery.interrupted()) {
      throw new CancellationException("stopped before all visualizations were finished");
    }
    gallery
        .portraits()
        .forEach(
            one ->
                pictures.put(
                    one.unit(), PictureStack.colors(one.frame().picture()).getBufferedImage()));
    return pictures;
  }

  /** The picture of a unit that was made before; nothing where it is not kept. */
  public Optional<BufferedImage> kept(final Unit unit) {
    return kept.find(unit).map(frame -> PictureStack.colors(frame.picture()).getBufferedImage());
  }

  /**
   * Different pictures of one unit, a single one from other noise; none where it cannot be driven.
   *
   * @throws CancellationException when the user stopped it
   */
  public List<BufferedImage> facets(final Unit unit, final int count, final Progress progress) {
    if (count == 0) {
      return List.of();
    }
    final VisualizationRequest others =
        count == 1 ? request.seed(OTHER_NOISE) : request.facets(count, request.diversity());
    return shown(() -> FacetGallery.of(network, unit, others, album, progress));
  }

  /**
   * What an entry of a dictionary stands for: the direction of its row of the decoder; nothing
   * where that cannot be driven.
   *
   * @throws CancellationException when the user stopped it
   */
  public Optional<BufferedImage> decoder(final Unit unit, final Progress progress) {
    return shown(() -> FacetGallery.ofDecoder(network, unit, request, album, progress)).stream()
        .findFirst();
  }

  private List<BufferedImage> shown(final Supplier<List<Frame>> gallery) {
    try {
      return gallery.get().stream()
          .map(frame -> PictureStack.colors(frame.picture()).getBufferedImage())
          .toList();
    } catch (final UserError e) {
      notes.add(e.getMessage());
      return List.of();
    }
  }

  /** How many pictures of units were made, as they were not kept before. */
  public int made() {
    return made;
  }

  /** A sentence for every unit that cannot be shown. */
  public List<String> notes() {
    return notes;
  }
}
