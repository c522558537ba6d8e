package io.github.inceptionlens.command.unit;

import io.github.inceptionlens.command.visualization.DiskPictureCache;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.result.PictureStack;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.visualization.feature.FacetGallery;
import io.github.inceptionlens.visualization.feature.PictureCache;
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

  /** How all pictures are made. */
  public static final VisualizationRequest REQUEST =
      VisualizationRequest.STANDARD.parameterization(
          Parameterization.FOURIER.smoothed(Parameterization.LITTLE_GRAIN));

  private static final long OTHER_NOISE = 1;

  private final InceptionV1 network;
  private final PictureCache album =
      new DiskPictureCache(NetworkStore.standard().kept().pictures());
  private final List<String> notes = new ArrayList<>();

  public UnitPortraits(final InceptionV1 network) {
    this.network = network;
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
    final UnitGallery gallery = UnitGallery.of(network, units, REQUEST, album, progress);
    notes.addAll(gallery.failures());
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

  /**
   * Different pictures of one unit, a single one from other noise; none where it cannot be driven.
   *
   * @throws CancellationException when the user stopped it
   */
  public List<BufferedImage> facets(final Unit unit, final int count, final Progress progress) {
    if (count == 0) {
      return List.of();
    }
    final VisualizationRequest request =
        count == 1 ? REQUEST.seed(OTHER_NOISE) : REQUEST.facets(count, REQUEST.diversity());
    return shown(() -> FacetGallery.of(network, unit, request, album, progress));
  }

  /**
   * What an entry of a dictionary stands for: the direction of its row of the decoder; nothing
   * where that cannot be driven.
   *
   * @throws CancellationException when the user stopped it
   */
  public Optional<BufferedImage> decoder(final Unit unit, final Progress progress) {
    return shown(() -> FacetGallery.ofDecoder(network, unit, REQUEST, album, progress)).stream()
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

  /** A sentence for every unit that cannot be shown. */
  public List<String> notes() {
    return notes;
  }
}
