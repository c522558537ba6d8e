package io.github.inceptionlens.image.result;

import ij.ImagePlus;
import ij.gui.Roi;
import ij.gui.ShapeRoi;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.image.display.ValueLimits;
import io.github.inceptionlens.image.input.Frame;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a map's pixels lie on the image that was analyzed, in the pixels of that image.
 *
 * @param stepX the width of a pixel of the map
 * @param stepY the height of the same
 * @param left the left border of the map's first column
 * @param top the upper border of its first row
 */
public record MapGrid(double stepX, double stepY, double left, double top) {

  private static final String GRID = "grid";
  private static final String FRAMES = "frames";
  private static final String SIZE = "grid size";
  private static final String NUMBER = "(-?[0-9.E-]+)";
  private static final Pattern NOTATION =
      Pattern.compile(
          "pixels of " + NUMBER + " x " + NUMBER + " at \\(" + NUMBER + ", " + NUMBER + "\\)");

  /** One pixel of the map per pixel of a region. */
  static MapGrid region(final Rectangle region) {
    return new MapGrid(1, 1, region.x, region.y);
  }

  /** One pixel of the map per pixel of the picture that the network saw. */
  public static MapGrid picture(final Rectangle region, final Placement placement) {
    return new MapGrid(
        1 / placement.scaleX(),
        1 / placement.scaleY(),
        region.x + placement.regionX(-0.5) + 0.5,
        region.y + placement.regionY(-0.5) + 0.5);
  }

  /** One pixel of the map per unit, the unit's center in its middle. */
  static MapGrid layer(final Rectangle region, final Placement placement, final Geometry geometry) {
    final double stepX = geometry.x().stride() / placement.scaleX();
    final double stepY = geometry.y().stride() / placement.scaleY();
    return new MapGrid(
        stepX,
        stepY,
        region.x + placement.regionX(geometry.x().center(0)) + 0.5 - stepX / 2,
        region.y + placement.regionY(geometry.y().center(0)) + 0.5 - stepY / 2);
  }

  /** The same grid with so many pixels along each side of what was one. */
  MapGrid divided(final int parts) {
    return new MapGrid(stepX / parts, stepY / parts, left, top);
  }

  /**
   * What a map carries of its grid, and of the slices that its own are of.
   *
   * @param width of the map in pixels: one that was cropped or scaled since no longer lies there
   * @param height the same
   */
  Provenance provenance(
      final int width, final int height, final List<Frame> frames, final boolean hyperstack) {
    final String places =
        frames.stream()
            .map(
                frame ->
                    hyperstack
                        ? frame.c() + ":" + frame.z() + ":" + frame.t()
                        : String.valueOf(frame.slice()))
            .collect(Collectors.joining(" "));
    return Provenance.EMPTY
        .with(
            GRID,
            String.format(
                Locale.ROOT,
                "pixels of %s x %s at (%s, %s)",
                ValueLimits.write(stepX),
                ValueLimits.write(stepY),
                ValueLimits.write(left),
                ValueLimits.write(top)))
        .with(FRAMES, places)
        .with(SIZE, width + " x " + height);
  }

  /**
   * The grid that a map carries; nothing of an image that is no map of ours, or was cropped or
   * scaled since.
   */
  public static Optional<MapGrid> of(final ImagePlus map) {
    final String text = map.getProp(ResultImages.PROPERTY_PREFIX + GRID);
    final Matcher numbers = NOTATION.matcher(text == null ? "" : text);
    final boolean whole =
        (map.getWidth() + " x " + map.getHeight())
            .equals(map.getProp(ResultImages.PROPERTY_PREFIX + SIZE));
    return whole && numbers.matches()
        ? Optional.of(
            new MapGrid(
                Double.parseDouble(numbers.group(1)),
                Double.parseDouble(numbers.group(2)),
                Double.parseDouble(numbers.group(3)),
                Double.parseDouble(numbers.group(4))))
        : Optional.empty();
  }

  /**
   * The part of the analyzed image that a map covers, in whole pixels.
   *
   * @param width of the map
   * @param height of the map
   */
  public Rectangle covered(final int width, final int height) {
    return new Rectangle(
        (int) Math.round(left),
        (int) Math.round(top),
        (int) Math.round(stepX * width),
        (int) Math.round(stepY * height));
  }

  /** An outline in the map's pixels as one in those of the analyzed image. */
  public Roi onImage(final Roi outline) {
    final Rectangle bounds = outline.getBounds();
    final AffineTransform transform = new AffineTransform(stepX, 0, 0, stepY, left, top);
    transform.translate(bounds.x, bounds.y);
    final ShapeRoi shape =
        new ShapeRoi(transform.createTransformedShape(new ShapeRoi(outline).getShape()));
    return shape.trySimplify();
  }

  /**
   * Puts an outline on the slice of the analyzed image that a slice of the map is of.
   *
   * @param slice from 1
   */
  public static void place(final Roi outline, final ImagePlus map, final int slice) {
    final String text = map.getProp(ResultImages.PROPERTY_PREFIX + FRAMES);
    final List<String> frames = text == null ? List.of() : Arrays.asList(text.split(" "));
    if (frames.isEmpty()) {
      return;
    }
    final int perFrame = Math.max(1, map.getStackSize() / frames.size());
    final String[] place =
        frames.get(Math.min((slice - 1) / perFrame, frames.size() - 1)).split(":");
    if (place.length == 1) {
      outline.setPosition(Integer.parseInt(place[0]));
    } else {
      outline.setPosition(
          Integer.parseInt(place[0]), Integer.parseInt(place[1]), Integer.parseInt(place[2]));
    }
  }
}
