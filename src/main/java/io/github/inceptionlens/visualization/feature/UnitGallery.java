package io.github.inceptionlens.visualization.feature;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.visualization.feature.Visualization.Frame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * A picture of each of many units, before their rectifiers, made in batches that fit into the
 * memory. What an album holds is not made again, so an interrupted gallery goes on where it was.
 *
 * <p>All pictures start from the same noise and see the same transforms. A batch is computed at
 * once, so in its last digits, and after many steps in details, a picture depends on those beside
 * which it was made.
 */
public final class UnitGallery {

  private final InceptionV1 network;
  private final VisualizationRequest request;
  private final UnitAlbum album;
  private final Viewer viewer;

  private final Map<Unit, Frame> made = new LinkedHashMap<>();
  private final List<String> failures = new ArrayList<>();
  private boolean interrupted;
  private int found;

  private UnitGallery(
      final InceptionV1 network,
      final VisualizationRequest request,
      final PictureCache kept,
      final Viewer viewer) {
    this.network = network;
    this.request = request;
    this.album = UnitAlbum.of(network, request, kept);
    this.viewer = viewer;
  }

  /** Sees the pictures of units grow. */
  public interface Viewer {

    /** Wants to see nothing. */
    Viewer NONE =
        new Viewer() {
          @Override
          public boolean wants() {
            return false;
          }

          @Override
          public void see(final Map<Unit, Picture> pictures) {
            throw new IllegalStateException("nothing was wanted");
          }
        };

    /** Asked after every step whether the pictures are wanted now. */
    boolean wants();

    /**
     * Sees pictures on the working thread.
     *
     * @param pictures those that are finished, and those under way as they are now
     */
    void see(Map<Unit, Picture> pictures);
  }

  /**
   * A unit's picture.
   *
   * @param frame the picture, and the unit's mean on it, before its rectifier
   */
  public record Portrait(Unit unit, Frame frame) {}

  /**
   * Makes the pictures of units.
   *
   * @param units of one layer, with canonical names
   * @param request one facet, without snapshots and without a picture to start with
   * @throws io.github.inceptionlens.core.UserError when the pictures are too small for the layer or
   *     too large for the memory
   * @throws CancellationException when the user stopped it before anything was there; later, what
   *     is there is returned
   */
  public static UnitGallery of(
      final InceptionV1 network,
      final List<Unit> units,
      final VisualizationRequest request,
      final PictureCache album,
      final Progress progress) {
    return of(network, units, request, album, Viewer.NONE, progress);
  }

  /**
   * As {@link #of(InceptionV1, List, VisualizationRequest, PictureCache, Progress)}.
   *
   * @param viewer sees the pictures grow
   */
  public static UnitGallery of(
      final InceptionV1 network,
      final List<Unit> units,
      final VisualizationRequest request,
      final PictureCache album,
      final Viewer viewer,
      final Progress progress) {
    if (request.facets() > 1
        || request.magnification() > 1
        || !request.snapshots().isEmpty()
        || request.start().isPresent()) {
      throw new IllegalArgumentException("a gallery shows one picture of each unit, from noise");
    }
    final UnitGallery gallery = new UnitGallery(network, request, album, viewer);
    gallery.make(units, progress);
    return gallery;
  }

  private void make(final List<Unit> units, final Progress progress) {
    final List<Unit> missing = units.stream().filter(unit -> !isFound(unit)).toList();
    found = made.size();
    if (found > 0 && viewer.wants()) {
      viewer.see(finished());
    }
    final int batch = missing.isEmpty() ? 1 : batch(missing.get(0));
    for (int start = 0; start < missing.size() && !interrupted; start += batch) {
      final List<Unit> some = missing.subList(start, Math.min(missing.size(), start + batch));
      make(some, ofChannels(some, start, missing.size(), progress), made.isEmpty());
    }
    final Map<Unit, Frame> sorted = new LinkedHashMap<>();
    units.stream().filter(made::containsKey).forEach(unit -> sorted.put(unit, made.get(unit)));
    made.clear();
    made.putAll(sorted);
  }

  /** The progress of a batch, which says which of the missing channels are under way. */
  private static Progress ofChannels(
      final List<Unit> some, final int start, final int all, final Progress progress) {
    final String which =
        some.size() == 1
            ? String.format(Locale.ROOT, "Channel %d of %d: ", start + 1, all)
            : String.format(
                Locale.ROOT, "Channels %d to %d of %d: ", start + 1, start + some.size(), all);
    return (fraction, what) -> progress.at((start + fraction * some.size()) / all, which + what);
  }

  private boolean isFound(final Unit unit) {
    final Optional<Frame> frame = album.find(unit);
    frame.ifPresent(picture -> made.put(unit, picture));
    return frame.isPresent();
  }

  private int batch(final Unit unit) {
    return Visualizer.batch(network, new Target.Channel(unit), request);
  }

  private void make(final List<Unit> units, final Progress progress, final boolean isFirst) {
    final List<OptimizationTarget> targets =
        units.stream()
            .map(unit -> new OptimizationTarget(new Target.Channel(unit), request.seed()))
            .toList();
    try {
      final List<VisualizationResult> outcomes =
          Visualizer.visualize(network, targets, request, growing(units), progress);
      for (int i = 0; i < outcomes.size(); i++) {
        take(units.get(i), outcomes.get(i));
      }
    } catch (final CancellationException stop) {
      if (isFirst) {
        throw stop;
      }
      interrupted = true;
    }
  }

  private Map<Unit, Picture> finished() {
    final Map<Unit, Picture> pictures = new LinkedHashMap<>();
    made.forEach((unit, frame) -> pictures.put(unit, frame.picture()));
    return pictures;
  }

  private StepListener growing(final List<Unit> units) {
    return new StepListener() {
      @Override
      public boolean wants(final int step) {
        return viewer.wants();
      }

      @Override
      public void see(final int step, final List<Picture> pictures) {
        final Map<Unit, Picture> all = finished();
        for (int i = 0; i < units.size(); i++) {
          all.put(units.get(i), pictures.get(i));
        }
        viewer.see(all);
      }
    };
  }

  private void take(final Unit unit, final VisualizationResult outcome) {
    if (outcome instanceof VisualizationResult.Failure failure) {
      failures.add(failure.sentence());
    } else if (outcome instanceof Visualization seen && seen.interrupted()) {
      interrupted = true;
    } else if (outcome instanceof Visualization seen) {
      final Frame frame = seen.results().get(0);
      album.keep(unit, frame);
      made.put(unit, frame);
    }
  }

  /**
   * The pictures, in the order of the units; those that failed or were not reached are left out.
   */
  public List<Portrait> portraits() {
    return made.entrySet().stream()
        .map(entry -> new Portrait(entry.getKey(), entry.getValue()))
        .toList();
  }

  /** How many of the pictures came from the album. */
  public int found() {
    return found;
  }

  /** A sentence for every unit that cannot be shown. */
  public List<String> failures() {
    return List.copyOf(failures);
  }

  /** Whether the user stopped it: units that were under way are left out. */
  public boolean interrupted() {
    return interrupted;
  }

  /** What all pictures were made with. */
  public Provenance provenance() {
    return request.provenance().with("algorithm version", UnitAlbum.VERSION);
  }
}
