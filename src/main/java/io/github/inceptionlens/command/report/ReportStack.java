package io.github.inceptionlens.command.report;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ColorProcessor;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.command.natural.NaturalCrop;
import io.github.inceptionlens.command.page.PageDrawing;
import io.github.inceptionlens.command.page.RasterCanvas;
import io.github.inceptionlens.command.report.sheet.SheetDrawing;
import io.github.inceptionlens.core.HeapCheck;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.place.CropPlaces;
import io.github.inceptionlens.image.place.CropPlaces.Box;
import io.github.inceptionlens.image.place.CropPlaces.Crop;
import io.github.inceptionlens.image.result.ResultImages;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Pages as an RGB image, a slice each, in which a double click on a crop leads to its place. */
final class ReportStack {

  /** Pixels per inch. */
  private static final int RESOLUTION = 200;

  private final Map<UnitFindings, SheetDrawing> pages;
  private final ImageCollection<InputPicture> images;

  ReportStack(
      final Map<UnitFindings, SheetDrawing> pages, final ImageCollection<InputPicture> images) {
    this.pages = pages;
    this.images = images;
  }

  /**
   * Refuses more pages than Java's memory can hold.
   *
   * @throws io.github.inceptionlens.core.UserError with the need and a remedy
   */
  static void requireRoom(final int pages) {
    final double pixels =
        RasterCanvas.pixels(PageDrawing.WIDTH, RESOLUTION)
            * RasterCanvas.pixels(PageDrawing.HEIGHT, RESOLUTION);
    HeapCheck.require(
        (long) (pixels * Integer.BYTES * pages),
        "a report of " + pages + " units",
        "name fewer units");
  }

  ImagePlus image(final Provenance made) {
    final ImageStack stack = new ImageStack();
    final List<Crop> crops = new ArrayList<>();
    pages.forEach(
        (found, page) -> {
          stack.addSlice(
              found.unit().toString(), new ColorProcessor(RasterCanvas.image(page, RESOLUTION)));
          addCrops(crops, found.strongest(), page.strongestPlaces(), stack.size());
          addCrops(crops, found.along(), page.alongPlaces(), stack.size());
        });
    final ImagePlus image = new ImagePlus(ResultImages.unique(title()), stack);
    ResultImages.nameSingle(image);
    image.setCalibration(inches());
    ResultImages.describe(image, made);
    CropPlaces.write(image, crops);
    return image;
  }

  private String title() {
    final UnitFindings first = pages.keySet().iterator().next();
    return pages.size() == 1 ? "Report of " + first.unit() : "Report of " + pages.size() + " units";
  }

  private static Calibration inches() {
    final Calibration calibration = new Calibration();
    calibration.setUnit("inch");
    calibration.pixelWidth = 1.0 / RESOLUTION;
    calibration.pixelHeight = 1.0 / RESOLUTION;
    return calibration;
  }

  private void addCrops(
      final List<Crop> all,
      final List<NaturalCrop> crops,
      final List<Rectangle2D> places,
      final int page) {
    for (int i = 0; i < crops.size(); i++) {
      final NaturalCrop crop = crops.get(i);
      all.add(
          new Crop(
              images.isOfFiles() ? images.name() : "",
              crop.place().image(),
              crop.place().slice(),
              Box.of(crop.bounds()),
              pixels(places.get(i)),
              page));
    }
  }

  private static Box pixels(final Rectangle2D points) {
    return new Box(
        (int) Math.round(RasterCanvas.pixels(points.getX(), RESOLUTION)),
        (int) Math.round(RasterCanvas.pixels(points.getY(), RESOLUTION)),
        (int) Math.round(RasterCanvas.pixels(points.getWidth(), RESOLUTION)),
        (int) Math.round(RasterCanvas.pixels(points.getHeight(), RESOLUTION)));
  }
}
