package io.github.inceptionlens.command.atlas.mosaic;

import io.github.inceptionlens.atlas.cell.AtlasCell;
import io.github.inceptionlens.atlas.cell.CellLayout;
import io.github.inceptionlens.atlas.mosaic.AtlasIcons;
import io.github.inceptionlens.atlas.mosaic.AtlasMosaic;
import io.github.inceptionlens.atlas.mosaic.IconAnswers;
import io.github.inceptionlens.atlas.mosaic.IconRequest;
import io.github.inceptionlens.atlas.mosaic.Whitening;
import io.github.inceptionlens.command.window.LiveImage;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.visualization.feature.PictureCache;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One grid of an atlas with its icons.
 *
 * @param notes about cells and icons, in sentences
 */
record AtlasGrid(CellLayout cells, AtlasIcons icons, List<String> notes) {

  /** Which part of the work the icons are. */
  private static final double ICONS = 0.95;

  /**
   * How icons are made.
   *
   * @param whitening what directions they are made for
   * @param album where they are kept
   * @param sized whether they are sized by density
   */
  record Making(
      InceptionV1 network,
      Layer layer,
      Optional<Whitening> whitening,
      IconRequest request,
      PictureCache album,
      boolean sized) {

    /** Makes the icons of several grids, under the user's eyes where there is a screen. */
    List<AtlasGrid> all(final List<CellLayout> grids, final Progress progress) {
      final List<AtlasGrid> made = new ArrayList<>();
      final LiveImage live = new LiveImage("Growing activation atlas of " + layer);
      try {
        for (int i = 0; i < grids.size(); i++) {
          made.add(of(grids.get(i), live, progress.part(i, grids.size())));
        }
      } finally {
        live.leave(null);
      }
      return made;
    }

    /**
     * Makes the icons of cells.
     *
     * @throws java.util.concurrent.CancellationException when the user stopped it before the first
     */
    AtlasGrid of(final CellLayout cells, final LiveImage live, final Progress progress) {
      final UnaryOperator<float[]> aim =
          whitening.<UnaryOperator<float[]>>map(one -> one::of).orElse(UnaryOperator.identity());
      final List<float[]> directions =
          cells.cells().stream().map(AtlasCell::mean).map(aim).toList();
      final AtlasMosaic mosaic = AtlasMosaic.of(cells, request.size(), sized);
      final AtlasIcons icons =
          AtlasIcons.onMap(
              network,
              layer,
              cells,
              directions,
              request,
              album,
              new Growing(mosaic, live),
              (fraction, what) -> progress.at(ICONS * fraction, what));
      return new AtlasGrid(
          cells,
          icons,
          notes(
              cells,
              icons,
              directions,
              (fraction, what) -> progress.at(ICONS + (1 - ICONS) * fraction, what)));
    }

    private List<String> notes(
        final CellLayout cells,
        final AtlasIcons icons,
        final List<float[]> directions,
        final Progress progress) {
      if (icons.interrupted()) {
        return List.of(
            counts(cells),
            String.format(
                Locale.ROOT,
                "stopped with %,d of %,d icons; the same command goes on from there",
                icons.pictures().stream().filter(Optional::isPresent).count(),
                icons.pictures().size()));
      }
      final List<Picture> all = icons.pictures().stream().map(Optional::orElseThrow).toList();
      final int own = IconAnswers.of(network, layer, all, progress).own(directions, request);
      return List.of(
          counts(cells),
          String.format(
              Locale.ROOT,
              "in %,d of %,d cells the icon raises the cell's own vector more than every other icon"
                  + " does",
              own,
              all.size()));
    }
  }

  private static String counts(final CellLayout cells) {
    return String.format(
        Locale.ROOT,
        "%,d cells (%s) hold %,d of %,d vectors; cells of fewer than %d are blank",
        cells.cells().size(),
        cells.request().words(),
        cells.held(),
        cells.vectors(),
        cells.request().least());
  }

  /** A mosaic under the user's eyes. */
  private record Growing(AtlasMosaic mosaic, LiveImage live) implements AtlasIcons.Viewer {

    @Override
    public boolean wants() {
      return live.wants(0);
    }

    @Override
    public void see(final List<Optional<Picture>> pictures) {
      live.see(0, List.of(mosaic.picture(pictures)));
    }
  }
}
