package io.github.inceptionlens.atlas.mosaic;

import ai.djl.ndarray.NDManager;
import io.github.inceptionlens.atlas.cell.CellLayout;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.gradient.GradientRequest;
import io.github.inceptionlens.network.gradient.ParameterGradient;
import io.github.inceptionlens.visualization.feature.PictureCache;
import io.github.inceptionlens.visualization.feature.Visualization.Frame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The icons of an atlas: for each direction of a layer the picture on which the layer's middle unit
 * answers along that direction, and along little else.
 *
 * <p>All icons begin with the same noise and move alike, whatever others they are made with; so
 * cells with like vectors have icons that look alike. On a map neighbors are in harmony, too. What
 * an album holds is not made again: an interrupted atlas goes on where it was.
 *
 * <pre>{@code
 * AtlasIcons icons = AtlasIcons.of(
 *     network, layer, directions, IconRequest.STANDARD, PictureCache.NONE,
 *     AtlasIcons.Viewer.NONE, Progress.NONE);
 * Optional<Picture> first = icons.pictures().get(0);
 * }</pre>
 *
 * @param pictures one per direction, width x height x 3, values 0 to 255; nothing for those that
 *     were not reached
 * @param found how many came from the album
 * @param interrupted whether the user stopped it
 * @see <a href="https://distill.pub/2019/activation-atlas">Carter et al. 2019</a>
 */
public record AtlasIcons(List<Optional<Picture>> pictures, int found, boolean interrupted) {

  /** Changes when the same request makes other icons. */
  static final int VERSION = 1;

  /** Larger batches of pictures of this size are not faster. */
  private static final int LARGEST_BATCH = 32;

  /** Copies the list. */
  public AtlasIcons {
    pictures = List.copyOf(pictures);
  }

  /** Sees icons grow. */
  public interface Viewer {

    /** Wants to see nothing. */
    Viewer NONE =
        new Viewer() {
          @Override
          public boolean wants() {
            return false;
          }

          @Override
          public void see(final List<Optional<Picture>> pictures) {
            throw new IllegalStateException("nothing was wanted");
          }
        };

    /** Asked after every step whether the icons are wanted now. */
    boolean wants();

    /** Sees on the working thread those that are finished, and those under way as they are. */
    void see(List<Optional<Picture>> pictures);
  }

  /**
   * Makes the icons.
   *
   * @param layer whose unit answers
   * @param directions one per icon, [channel]; only where they point counts
   * @throws UserError when icons are too small for the layer, or do not fit into the memory
   * @throws CancellationException when the user stopped it before there was any; later, what is
   *     there is returned
   */
  public static AtlasIcons of(
      final InceptionV1 network,
      final Layer layer,
      final List<float[]> directions,
      final IconRequest request,
      final PictureCache album,
      final Viewer viewer,
      final Progress progress) {
    return new Making(network, layer, directions, Optional.empty(), request, album, viewer)
        .make(progress);
  }

  /**
   * Makes the icons of the cells of a map, neighbors in harmony: first those of a few knots of the
   * map, then the cells', which begin with what the knots around them look like.
   *
   * @param cells where they lie on the map
   * @param directions one per cell, [channel]; only where they point counts
   * @throws UserError when icons are too small for the layer, or do not fit into the memory
   * @throws CancellationException when the user stopped it before there was any; later, what is
   *     there is returned
   */
  public static AtlasIcons onMap(
      final InceptionV1 network,
      final Layer layer,
      final CellLayout cells,
      final List<float[]> directions,
      final IconRequest request,
      final PictureCache album,
      final Viewer viewer,
      final Progress progress) {
    final IconKnots knots =
        new IconKnots(cells, directions.stream().map(IconDirections::unit).toList());
    final int first = knots.directions().size();
    final double part = (double) first / (first + directions.size());
    final AtlasIcons begun =
        of(
            network,
            layer,
            knots.directions(),
            request,
            album,
            Viewer.NONE,
            (fraction, what) -> progress.at(part * fraction, "Neighborhoods: " + what));
    if (begun.interrupted()) {
      throw new CancellationException("stopped before the first icons were finished");
    }
    final IntFunction<Picture> starts =
        knots.starts(begun.pictures().stream().map(Optional::orElseThrow).toList());
    return new Making(network, layer, directions, Optional.of(starts), request, album, viewer)
        .make((fraction, what) -> progress.at(part + (1 - part) * fraction, what));
  }

  /** Icons under way. */
  private static final class Making {

    private final InceptionV1 network;
    private final Layer layer;
    private final List<float[]> directions;
    private final Optional<IntFunction<Picture>> starts;
    private final IconRequest request;
    private final PictureCache album;
    private final Viewer viewer;
    private final String key;
    private final List<Optional<Picture>> made;

    Making(
        final InceptionV1 network,
        final Layer layer,
        final List<float[]> directions,
        final Optional<IntFunction<Picture>> starts,
        final IconRequest request,
        final PictureCache album,
        final Viewer viewer) {
      this.network = network;
      this.layer = layer;
      this.directions = directions.stream().map(IconDirections::unit).toList();
      this.starts = starts;
      this.request = request;
      this.album = album;
      this.viewer = viewer;
      this.key =
          Provenance.EMPTY
              .with("atlas icons", VERSION)
              .with("weights", network.digest(List.of(layer.name())))
              .with("layer", layer.name())
              .with("pictures", IconBatch.PICTURES.details().entries().toString())
              .with(request.provenance())
              .entries()
              .toString();
      this.made =
          new ArrayList<>(IntStream.range(0, directions.size()).mapToObj(this::find).toList());
    }

    private String key(final int icon) {
      final String own = key + IconDirections.digest(directions.get(icon));
      return starts.map(all -> own + start(all.apply(icon))).orElse(own);
    }

    private static String start(final Picture picture) {
      return IntStream.range(0, 3)
          .mapToObj(i -> IconDirections.digest(picture.plane(i)))
          .collect(Collectors.joining(",", " start ", ""));
    }

    private Optional<Picture> find(final int icon) {
      return album.find(key(icon)).map(Frame::picture);
    }

    AtlasIcons make(final Progress progress) {
      final int[] missing =
          IntStream.range(0, made.size()).filter(i -> made.get(i).isEmpty()).toArray();
      final int found = made.size() - missing.length;
      boolean interrupted = false;
      if (missing.length > 0) {
        final int most = batch(Math.min(missing.length, LARGEST_BATCH));
        for (int from = 0; from < missing.length && !interrupted; from += most) {
          final int[] some =
              Arrays.copyOfRange(missing, from, Math.min(missing.length, from + most));
          interrupted = !isMade(some, new Counted(progress, from, some.length, missing.length));
        }
      }
      if (interrupted && made.stream().allMatch(Optional::isEmpty)) {
        throw new CancellationException("stopped before the first icons were finished");
      }
      return new AtlasIcons(made, found, interrupted);
    }

    private int batch(final int most) {
      final int smallest = network.architecture().smallest(List.of(layer.name()));
      if (request.size() < smallest) {
        throw new UserError(
            String.format(
                Locale.ROOT,
                "size is %d, but %s needs at least %d",
                request.size(),
                layer,
                smallest));
      }
      final int seen = IconRequest.MOVES.output(request.size());
      final long bytes = IconBatch.PICTURES.bytesPerPixel() * request.size() * request.size();
      return ParameterGradient.batch(
          network, GradientRequest.pixels(Objective.energy(layer.name())), seen, seen, bytes, most);
    }

    private boolean isMade(final int[] some, final Progress progress) {
      try (NDManager manager = network.newManager()) {
        final List<float[]> own = IntStream.of(some).mapToObj(directions::get).toList();
        final List<Picture> begin =
            starts.map(all -> IntStream.of(some).mapToObj(all).toList()).orElse(List.of());
        final IconBatch batch = new IconBatch(network, manager, layer.name(), own, begin, request);
        for (int step = 0; step < request.steps(); step++) {
          if (!goesOn(progress, step)) {
            return false;
          }
          batch.step();
          if (viewer.wants()) {
            viewer.see(with(some, batch.pictures()));
          }
        }
        final List<Picture> pictures = batch.pictures();
        for (int i = 0; i < some.length; i++) {
          made.set(some[i], Optional.of(pictures.get(i)));
          album.keep(key(some[i]), new Frame(0, request.steps(), pictures.get(i), 0));
        }
        return true;
      }
    }

    private boolean goesOn(final Progress progress, final int step) {
      try {
        progress.at(
            (double) step / request.steps(),
            String.format(Locale.ROOT, "step %d of %d ...", step + 1, request.steps()));
        return true;
      } catch (final CancellationException stop) {
        return false;
      }
    }

    private List<Optional<Picture>> with(final int[] some, final List<Picture> pictures) {
      final List<Optional<Picture>> all = new ArrayList<>(made);
      IntStream.range(0, some.length).forEach(i -> all.set(some[i], Optional.of(pictures.get(i))));
      return all;
    }
  }

  /** The progress of a batch among all icons that are missing. */
  private record Counted(Progress progress, int from, int count, int all) implements Progress {

    @Override
    public void at(final double fraction, final String what) {
      progress.at(
          (from + fraction * count) / all,
          String.format(
              Locale.ROOT, "Icons %d to %d of %d: %s", from + 1, from + count, all, what));
    }
  }
}
