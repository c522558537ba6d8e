package io.github.inceptionlens.command.atlas.mosaic;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.process.ColorProcessor;
import io.github.inceptionlens.atlas.cell.AtlasCell;
import io.github.inceptionlens.atlas.cell.CellLayout;
import io.github.inceptionlens.atlas.mosaic.AtlasMosaic;
import io.github.inceptionlens.collection.sample.SampledPlace;
import io.github.inceptionlens.command.atlas.AtlasMembers;
import io.github.inceptionlens.command.atlas.AtlasProperties;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.map.Montage;
import io.github.inceptionlens.image.place.CropPlaces;
import io.github.inceptionlens.image.result.PictureStack;
import io.github.inceptionlens.image.result.ResultImages;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * An atlas as ImageJ shows it: a slice for each grid, all as large as the finest.
 *
 * @param title of the embedding or layer
 * @param collection what paths of images are relative to; empty for images that were open
 * @param captions what stands on a cell
 * @param grids from the coarsest
 * @param sized whether icons are sized by density
 * @param side width and height of the finest grid's icons in pixels
 */
record AtlasImages(
    String title,
    String collection,
    AtlasMembers members,
    Function<AtlasCell, Optional<String>> captions,
    List<AtlasGrid> grids,
    boolean sized,
    int side) {

  private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 9);
  private static final int RIM = 2;
  private static final Color BEHIND = new Color(0, 0, 0, 128);

  private CellLayout finest() {
    return grids.get(grids.size() - 1).cells();
  }

  /**
   * The mosaic of all places, which says which atlas it is.
   *
   * @param embedding the name under which the embedding is kept; empty for none, and where the
   *     cells do not follow from it
   */
  ImagePlus atlas(final String embedding, final Provenance provenance) {
    final ImagePlus image = mosaic("-Atlas", provenance);
    if (!embedding.isEmpty()) {
      AtlasProperties.write(
          image, embedding, grids.stream().map(grid -> grid.cells().request()).toList());
    }
    return image;
  }

  /**
   * The mosaic, RGB; its cells lead back to the place that they are typical of.
   *
   * @param what follows the title
   */
  ImagePlus mosaic(final String what, final Provenance provenance) {
    final List<Picture> pages = new ArrayList<>();
    final List<String> labels = new ArrayList<>();
    final List<CropPlaces.Crop> places = new ArrayList<>();
    final Overlay written = new Overlay();
    final int width = side * finest().request().grid();
    for (final AtlasGrid grid : grids) {
      final AtlasMosaic mosaic =
          AtlasMosaic.of(grid.cells(), width / grid.cells().request().grid(), sized);
      pages.add(onto(mosaic.picture(grid.icons().pictures()), width));
      labels.add("grid " + grid.cells().request().grid());
      for (final AtlasCell cell : grid.cells().cells()) {
        place(cell)
            .map(crop -> crop.shownAt(box(mosaic.box(cell)), grids.size() > 1 ? pages.size() : 0))
            .ifPresent(places::add);
        captions
            .apply(cell)
            .ifPresent(text -> written.add(caption(text, mosaic.box(cell), pages.size())));
      }
    }
    final ImagePlus image =
        new PictureStack(pages, labels).image(ResultImages.unique(title + what), provenance);
    CropPlaces.write(image, places);
    if (written.size() > 0) {
      image.setOverlay(written);
    }
    return image;
  }

  private Roi caption(final String text, final AtlasMosaic.Box box, final int page) {
    final ColorProcessor ruler = new ColorProcessor(1, 1);
    ruler.setFont(FONT);
    final String room = Montage.shortened(ruler, text, box.size() - 2 * RIM);
    final TextRoi caption = new TextRoi(box.x() + RIM, box.y() + RIM, room, FONT);
    caption.setStrokeColor(Color.WHITE);
    caption.setFillColor(BEHIND);
    caption.setPosition(grids.size() > 1 ? page : 0);
    return caption;
  }

  /** The picture at the left top of a white one, where the grid does not divide the width. */
  private static Picture onto(final Picture picture, final int width) {
    if (picture.width() == width) {
      return picture;
    }
    final List<float[]> planes = new ArrayList<>();
    for (int color = 0; color < picture.dimension(2); color++) {
      final float[] plane = new float[width * width];
      Arrays.fill(plane, Picture.WHITE);
      for (int row = 0; row < picture.height(); row++) {
        System.arraycopy(
            picture.plane(color), row * picture.width(), plane, row * width, picture.width());
      }
      planes.add(plane);
    }
    return new Picture(width, width, planes);
  }

  private static CropPlaces.Box box(final AtlasMosaic.Box box) {
    return new CropPlaces.Box(box.x(), box.y(), box.size(), box.size());
  }

  private Optional<CropPlaces.Crop> place(final AtlasCell cell) {
    final int typical = members.typical(cell);
    final Optional<SampledPlace> place = members.place(typical);
    return place.map(
        at ->
            new CropPlaces.Crop(
                collection,
                members.image(typical).path(),
                at.slice(),
                new CropPlaces.Box(at.x(), at.y(), 1, 1),
                new CropPlaces.Box(0, 0, side, side)));
  }

  /** How many vectors lie in each square of the finest grid, 32-bit, a pixel per square. */
  ImagePlus density(final Provenance provenance) {
    final int grid = finest().request().grid();
    final float[] counts = AtlasMosaic.of(finest(), side, sized).density();
    return ResultImages.ofMade(
        new MapStack(grid, grid, List.of(counts)),
        List.of("vectors"),
        title + "-Density",
        provenance);
  }
}
