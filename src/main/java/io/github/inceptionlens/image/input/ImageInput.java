package io.github.inceptionlens.image.input;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Roi;
import ij.measure.Calibration;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.display.Rendering;
import io.github.inceptionlens.image.display.SourcePixels;
import io.github.inceptionlens.image.display.ValueLimits;
import java.awt.Rectangle;
import java.util.List;

/**
 * What of an image is analyzed, as the network sees it: what ImageJ shows, within the bounds of the
 * selection.
 *
 * <p>Selection, position, colors and calibration are taken at once, pixels when a frame's picture
 * is asked for; the image itself never changes.
 */
public final class ImageInput {

  private final String title;
  private final String shortTitle;
  private final String selection;
  private final Calibration calibration;
  private final Rectangle whole;
  private final Rectangle seen;
  private final Region region;
  private final Sizing sizing;
  private final FrameGrid slices;
  private final boolean merged;
  private final boolean hyperstack;
  private final StackAxes axes;
  private final Provenance provenance;
  private final String channels;

  private ImageInput(
      final ImagePlus image,
      final Region region,
      final Rectangle seen,
      final InputRequest request) {
    title = image.getTitle();
    shortTitle = image.getShortTitle();
    selection = SelectionText.of(image);
    calibration = image.getCalibration().copy();
    whole = bounds(image);
    this.region = region;
    this.seen = new Rectangle(seen);
    SmallestScale.require(seen, request.scale());
    sizing = request.fit().sizing(seen.width, seen.height, request.scale());
    final Rendering rendering = Rendering.of(image, request.range());
    rendering.warning().ifPresent(warning -> IJ.log("\"" + title + "\": " + warning));
    merged = rendering.merged();
    channels = ShownChannels.of(image, rendering).map(shown -> ", " + shown).orElse("");
    axes = StackAxes.of(image);
    hyperstack = image.isHyperStack();
    final ImageStack stack = image.getStack();
    final SourcePixels pixels = new SourcePixels(title, stack, seen);
    slices =
        request.stack()
            ? FrameGrid.all(image, rendering, pixels, sizing)
            : FrameGrid.current(image, rendering, pixels, sizing);
    provenance = describe(request, rendering);
  }

  /**
   * Takes what the request wants of an image.
   *
   * @param image any image that ImageJ shows
   * @throws UserError when there is no image, its selection holds no area, or its range is useless
   */
  public static ImageInput of(final ImagePlus image, final InputRequest request) {
    check(image);
    final Region region = Region.of(image);
    return new ImageInput(image, region, region.bounds(), request);
  }

  /**
   * Takes the selection of an image with its surroundings: the network sees as much of the image as
   * the layer's units in the selection see of it, so that each gives what it gives on the whole
   * image, and the selection says which of them count.
   *
   * @param layer the layer that is going to be read
   * @throws UserError as {@link #of}, and when the image is too small for the layer
   */
  public static ImageInput inside(
      final ImagePlus image, final InputRequest request, final Layer layer) {
    check(image);
    final Region region = Region.of(image);
    final Rectangle seen = Surroundings.of(region.bounds(), bounds(image), request, layer);
    return new ImageInput(image, region, seen, request);
  }

  /**
   * Takes some pixels of an image with their surroundings, whatever is selected, as {@link
   * #inside}.
   *
   * @param pixels at least one, within the image
   * @throws UserError as {@link #inside}
   */
  public static ImageInput at(
      final ImagePlus image,
      final Rectangle pixels,
      final InputRequest request,
      final Layer layer) {
    check(image);
    final Region region = Region.of(new Roi(pixels), bounds(image)).orElseThrow();
    return new ImageInput(
        image, region, Surroundings.of(pixels, bounds(image), request, layer), request);
  }

  /**
   * Takes all of an image, of which the selection holds a part: an area, points or a line.
   *
   * @throws UserError as {@link #of}
   */
  public static ImageInput around(final ImagePlus image, final InputRequest request) {
    check(image);
    final Region region = Region.around(image);
    return new ImageInput(image, region, region.bounds(), request);
  }

  /**
   * Takes all of an image, whatever is selected.
   *
   * @throws UserError as {@link #of}
   */
  public static ImageInput whole(final ImagePlus image, final InputRequest request) {
    check(image);
    final Region region = Region.whole(image);
    return new ImageInput(image, region, region.bounds(), request);
  }

  static Rectangle bounds(final ImagePlus image) {
    return new Rectangle(image.getWidth(), image.getHeight());
  }

  private static void check(final ImagePlus image) {
    if (image == null || image.getProcessor() == null || image.getWidth() < 1) {
      throw new UserError("there is no image: open one first");
    }
  }

  /**
   * Requires of a layer more than one unit, unless it has no more where nothing is shrunk either.
   *
   * @throws UserError when the picture was shrunk so far that the layer's map is one value
   */
  public void requireContrast(final Layer layer) {
    SmallestScale.requireContrast(layer, seen, networkWidth(), networkHeight());
  }

  private Provenance describe(final InputRequest request, final Rendering rendering) {
    return Provenance.EMPTY
        .with("image", title)
        .with("slices", slices.description())
        .with("region", region)
        .with("surroundings", Region.text(seen))
        .with("colours", rendering.colors().description())
        .with("range", rendering.range())
        .with("fit", request.fit())
        .with("scale", ValueLimits.write(request.scale()))
        .with("picture", networkWidth() + " x " + networkHeight() + " pixels");
  }

  /** Whether the image's slices are named by channel, depth and time. */
  public boolean isHyperstack() {
    return hyperstack;
  }

  /** The image's title. */
  public String title() {
    return title;
  }

  /** What was selected on the image, as tables name it. */
  public String selection() {
    return selection;
  }

  /** The pictures in the order of the image's slices; nothing is read yet. */
  public List<Frame> frames() {
    return slices.frames();
  }

  /** The frames as views on the region, for methods that know no ImageJ. */
  public List<View> views() {
    return frames().stream().<View>map(frame -> new FrameView(this, frame)).toList();
  }

  /** The analyzed rectangle in the image's pixels. */
  public Rectangle region() {
    return region.bounds();
  }

  /** All of the image, in its pixels. */
  public Rectangle image() {
    return new Rectangle(whole);
  }

  /**
   * Whether the user's selection holds a pixel.
   *
   * @param x column within the region, from 0
   * @param y row within the region, from 0
   */
  public boolean contains(final int x, final int y) {
    return region.contains(x, y);
  }

  /** Whether all pixels of the region are selected. */
  public boolean isRectangle() {
    return region.isRectangle();
  }

  /** The width in pixels of the network's picture. */
  public int networkWidth() {
    return sizing.x().network();
  }

  /** The height in pixels of the network's picture. */
  public int networkHeight() {
    return sizing.y().network();
  }

  /** Where the region's pixels lie on the network's picture. */
  public Placement placement() {
    final Placement all = sizing.placement();
    final Rectangle bounds = region.bounds();
    return new Placement(
        bounds.width,
        bounds.height,
        all.scaleX(),
        all.scaleY(),
        all.offsetX() - (bounds.x - seen.x) * all.scaleX(),
        all.offsetY() - (bounds.y - seen.y) * all.scaleY());
  }

  /**
   * The values that the network sees as black and white, and of which channels where there are
   * several, as text.
   */
  public String range() {
    return provenance.entries().get("range") + channels;
  }

  /** What was chosen, with the numbers of an automatic range. */
  public Provenance provenance() {
    return provenance;
  }

  /**
   * The calibrated column of a place in the region.
   *
   * @param x pixels from the center of the region's first column
   */
  public double calibratedX(final double x) {
    return calibration.getX(region.bounds().x + x + 0.5);
  }

  /**
   * The calibrated row of a place in the region.
   *
   * @param y pixels from the center of the region's first row
   */
  public double calibratedY(final double y) {
    return calibration.getY(region.bounds().y + y + 0.5, whole.height);
  }

  /** Makes an overlay's element of the image seen on the frame's slice alone. */
  public void put(final Roi element, final Frame frame) {
    axes.put(element, frame, merged);
  }

  /** Whether an area that has a position in the image, or none for all, lies on a frame. */
  public boolean holds(final Roi area, final Frame frame) {
    return axes.holds(area, frame, merged);
  }

  /** The image's title without its extension. */
  public String shortTitle() {
    return shortTitle;
  }

  public FrameGrid slices() {
    return slices;
  }

  /** The calibration of the region's pixels on the analyzed slices. */
  public Calibration calibration() {
    return Calibrations.cropped(calibration, region.bounds(), slices.firstDepth(), whole.height);
  }
}
