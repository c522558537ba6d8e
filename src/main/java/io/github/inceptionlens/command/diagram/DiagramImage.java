package io.github.inceptionlens.command.diagram;

import ij.ImagePlus;
import ij.process.ColorProcessor;
import io.github.inceptionlens.command.page.RasterCanvas;
import io.github.inceptionlens.core.HeapCheck;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.place.CropPlaces;
import io.github.inceptionlens.image.place.CropPlaces.Box;
import io.github.inceptionlens.image.place.CropPlaces.Crop;
import io.github.inceptionlens.image.place.ShownUnits;
import io.github.inceptionlens.image.place.ShownUnits.At;
import io.github.inceptionlens.image.result.ResultImages;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A diagram as an RGB image, in which a double click on a unit opens its report, and on a crop the
 * place that it shows.
 */
public final class DiagramImage {

  /** Pixels per inch. */
  private static final int RESOLUTION = 144;

  private DiagramImage() {}

  /**
   * Draws it.
   *
   * @param title of the image
   * @param network as the user named it
   * @param images the user's, as the key {@code images} named them; empty for none
   * @throws io.github.inceptionlens.core.UserError when Java's memory cannot hold it
   */
  public static ImagePlus of(
      final String title,
      final DiagramDrawing drawing,
      final String network,
      final String images,
      final Provenance made) {
    HeapCheck.require(
        (long) (pixels(drawing.width()) * pixels(drawing.height()) * Integer.BYTES),
        "the diagram",
        "ask for fewer units");
    final ImagePlus image =
        new ImagePlus(
            ResultImages.unique(title),
            new ColorProcessor(RasterCanvas.image(drawing, RESOLUTION)));
    ResultImages.describe(image, made);
    ShownUnits.write(
        image, network, images, drawing.boxes().stream().flatMap(DiagramImage::shown).toList());
    CropPlaces.write(image, drawing.boxes().stream().flatMap(DiagramImage::crops).toList());
    return image;
  }

  private static Stream<Crop> crops(final NodeBox box) {
    return IntStream.range(0, box.crops().size())
        .mapToObj(
            i ->
                box.node()
                    .crops()
                    .get(i)
                    .place()
                    .map(place -> place.shownAt(pixels(box.crops().get(i)), 0)))
        .flatMap(Optional::stream);
  }

  private static Stream<At> shown(final NodeBox box) {
    return box.node().unit().stream().map(unit -> new At(unit.toString(), pixels(box.bounds())));
  }

  private static Box pixels(final Rectangle2D points) {
    return new Box(
        (int) Math.round(pixels(points.getX())),
        (int) Math.round(pixels(points.getY())),
        (int) Math.round(pixels(points.getWidth())),
        (int) Math.round(pixels(points.getHeight())));
  }

  private static double pixels(final double points) {
    return RasterCanvas.pixels(points, RESOLUTION);
  }
}
