package io.github.inceptionlens.command.atlas.comparison;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.TextRoi;
import ij.process.ColorProcessor;
import io.github.inceptionlens.atlas.cell.AtlasCell;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.place.CropPlaces;
import io.github.inceptionlens.image.result.ResultImages;
import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The atlas of both sides under its differences: in each square of the map the crop that is most
 * typical of its cell, in a frame of the color of the cell's difference; paled where the cell does
 * not differ, with the cell's number where it does.
 */
record DifferenceAtlas(ComparisonReport report, PlaceCrops crops) {

  private static final int LARGEST = 80;
  private static final int SMALLEST = 8;
  private static final int WIDTH = 1024;
  private static final int RIMS = 16;
  private static final Color BEHIND =
      new Color(DifferenceColors.GRAY, DifferenceColors.GRAY, DifferenceColors.GRAY);
  private static final int PALE = 0xc0;
  private static final double LEFT = 0.45;
  private static final Font FONT = new Font(Font.SANS_SERIF, Font.BOLD, 12);

  /**
   * Draws it; a crop leads back to its place.
   *
   * @throws io.github.inceptionlens.core.UserError when an image cannot be read any more
   */
  ImagePlus image(final String title, final Provenance provenance, final Progress progress) {
    final Map<Integer, Integer> typical = typical();
    final int grid = report.atlas().request().grid();
    final int side = Math.max(SMALLEST, Math.min(LARGEST, WIDTH / grid));
    final Map<Integer, PlaceCrops.Cut> cut =
        crops.cut(typical.values(), side - 1 - 2 * rim(side), progress);
    final DifferenceColors colors = DifferenceColors.of(report.comparison());
    final ColorProcessor picture = blank(grid * side);
    final List<CropPlaces.Crop> places = new ArrayList<>();
    final Overlay numbers = new Overlay();
    typical.forEach(
        (index, vector) -> {
          final AtlasCell cell = report.atlas().cells().get(index);
          final CropPlaces.Box box =
              new CropPlaces.Box(cell.column() * side, cell.row() * side, side, side);
          draw(picture, box, index, cut.get(vector).picture(), colors);
          places.add(cut.get(vector).shown().shownAt(box, 0));
          if (report.comparison().differs(index)) {
            numbers.add(number(cell, box));
          }
        });
    final ImagePlus image = new ImagePlus(ResultImages.unique(title), picture);
    image.setOverlay(numbers);
    CropPlaces.write(image, places);
    ResultImages.describe(image, provenance);
    return image;
  }

  private static ColorProcessor blank(final int width) {
    final ColorProcessor picture = new ColorProcessor(width, width);
    picture.setColor(BEHIND);
    picture.fill();
    return picture;
  }

  private Map<Integer, Integer> typical() {
    final Map<Integer, Integer> typical = new LinkedHashMap<>();
    for (int index = 0; index < report.atlas().cells().size(); index++) {
      final AtlasCell cell = report.atlas().cells().get(index);
      typical.put(index, new NearestMembers(report.vectors()).of(cell));
    }
    return typical;
  }

  private void draw(
      final ColorProcessor picture,
      final CropPlaces.Box box,
      final int index,
      final ColorProcessor crop,
      final DifferenceColors colors) {
    final int rim = rim(box.width());
    picture.setColor(new Color(colors.of(report.comparison().cells().get(index).difference())));
    picture.fillRect(box.x(), box.y(), box.width() - 1, box.height() - 1);
    final int inner = box.width() - 1 - 2 * rim;
    picture.setColor(BEHIND);
    picture.fillRect(box.x() + rim, box.y() + rim, inner, inner);
    if (!report.comparison().differs(index)) {
      pale(crop);
    }
    picture.insert(
        crop,
        box.x() + rim + (inner - crop.getWidth()) / 2,
        box.y() + rim + (inner - crop.getHeight()) / 2);
  }

  private static int rim(final int side) {
    return Math.max(1, side / RIMS);
  }

  private static void pale(final ColorProcessor crop) {
    for (int i = 0; i < crop.getPixelCount(); i++) {
      final Color color = new Color(crop.get(i));
      crop.set(
          i,
          new Color(pale(color.getRed()), pale(color.getGreen()), pale(color.getBlue())).getRGB());
    }
  }

  private static int pale(final int value) {
    return (int) Math.round(LEFT * value + (1 - LEFT) * PALE);
  }

  private static TextRoi number(final AtlasCell cell, final CropPlaces.Box box) {
    final TextRoi number = new TextRoi(box.x(), box.y(), String.valueOf(cell.number()), FONT);
    number.setStrokeColor(Color.BLACK);
    number.setFillColor(Color.WHITE);
    return number;
  }
}
