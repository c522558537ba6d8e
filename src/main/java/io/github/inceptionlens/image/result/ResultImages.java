package io.github.inceptionlens.image.result;

import ij.ImagePlus;
import ij.ImageStack;
import ij.WindowManager;
import ij.measure.Calibration;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.image.display.Luts;
import io.github.inceptionlens.image.display.ValueLimits;
import io.github.inceptionlens.image.input.Calibrations;
import io.github.inceptionlens.image.input.Frame;
import io.github.inceptionlens.image.input.ImageInput;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes ImageJ images of a method's planes: where they belong on the analyzed image, labeled,
 * calibrated and with their provenance.
 *
 * <p>Ask {@link #requireRoom} before the planes are made.
 */
public final class ResultImages {

  /** What stands before the name of each provenance entry among an image's properties. */
  public static final String PROPERTY_PREFIX = "InceptionLens.";

  private final ImageInput input;
  private final int width;
  private final int height;
  private final Calibration calibration;
  private final MapGrid grid;

  private ResultImages(
      final ImageInput input,
      final int width,
      final int height,
      final Calibration calibration,
      final MapGrid grid) {
    this.grid = grid;
    this.input = input;
    this.width = width;
    this.height = height;
    this.calibration = calibration;
  }

  /** Results with one pixel per pixel of the analyzed region. */
  public static ResultImages onRegion(final ImageInput input) {
    return new ResultImages(
        input,
        input.region().width,
        input.region().height,
        input.calibration(),
        MapGrid.region(input.region()));
  }

  /** Results with one pixel per pixel of the network's picture. */
  public static ResultImages onPicture(final ImageInput input) {
    return new ResultImages(
        input,
        input.networkWidth(),
        input.networkHeight(),
        Calibrations.picture(input.calibration(), input.placement()),
        MapGrid.picture(input.region(), input.placement()));
  }

  /** Results with one pixel per unit of a layer whose center lies in the region. */
  public static ResultImages onLayer(final ImageInput input, final Geometry geometry) {
    final Geometry part = geometry.within(input.placement());
    return new ResultImages(
        input,
        part.x().size(),
        part.y().size(),
        Calibrations.grid(input.calibration(), part, input.placement()),
        MapGrid.layer(input.region(), input.placement(), part));
  }

  /** Results of a layer's maps on the grid that the registration puts them on. */
  public static ResultImages of(
      final ImageInput input, final Geometry geometry, final Registration registration) {
    return registration == Registration.NONE ? onLayer(input, geometry) : onRegion(input);
  }

  /** The width of each plane. */
  public int width() {
    return width;
  }

  /** The height of each plane. */
  public int height() {
    return height;
  }

  /**
   * Refuses planes that do not fit into Java's memory.
   *
   * @param units planes per frame
   * @throws io.github.inceptionlens.core.UserError with the need, what is left, and a remedy
   */
  public void requireRoom(final int units) {
    size(units).requireRoom();
  }

  /**
   * How large the result is.
   *
   * @param units planes per frame
   */
  public ResultSize size(final int units) {
    return new ResultSize((long) units * input.frames().size(), width, height);
  }

  /**
   * The 32-bit image of the given planes, which it shares: a stack of units for one frame; for
   * several a hyperstack whose channels are units and whose depths and times are the input's.
   *
   * @param planes width x height x (units * frames), units change fastest
   * @param units one label per unit, for instance {@code mixed4c:447}
   * @param what what the image shows, for its title
   * @param provenance how the planes were made; the input's provenance precedes it
   */
  public ImagePlus image(
      final MapStack planes,
      final List<String> units,
      final String what,
      final Provenance provenance) {
    final List<Frame> frames = input.frames();
    if (planes.planes() != units.size() * frames.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%s is not %d units * %d frames", planes, units.size(), frames.size()));
    }
    final List<String> labels =
        IntStream.range(0, planes.planes()).mapToObj(i -> units.get(i % units.size())).toList();
    return image(planes, labels, units.size(), what, provenance);
  }

  /**
   * The 32-bit image of one plane per frame, which it shares.
   *
   * @param planes width x height x frames
   * @param labels one label per frame; where there are several the frame's own follows
   * @param what what the image shows, for its title
   * @param provenance how the planes were made; the input's provenance precedes it
   */
  public ImagePlus frames(
      final MapStack planes,
      final List<String> labels,
      final String what,
      final Provenance provenance) {
    return image(planes, labels, 1, what, provenance);
  }

  private ImagePlus image(
      final MapStack planes,
      final List<String> labels,
      final int units,
      final String what,
      final Provenance provenance) {
    if (planes.dimension(0) != width
        || planes.dimension(1) != height
        || planes.planes() != labels.size()) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT, "%s is not %d x %d x %d", planes, width, height, labels.size()));
    }
    final GrowingResult result =
        new GrowingResult(this, units, what, SliceKeeper.inMemory(width, height));
    for (int i = 0; i < planes.planes(); i++) {
      result.add(labels.get(i), planes.plane(i), provenance);
    }
    return result.image(provenance);
  }

  /**
   * The 32-bit stack of maps of pictures that were made, not analyzed, which it shares.
   *
   * @param maps at least one
   * @param labels one per map
   */
  public static ImagePlus ofMade(
      final MapStack maps,
      final List<String> labels,
      final String title,
      final Provenance provenance) {
    final List<float[]> planes = List.of(maps.arrays());
    final ImageStack stack = new ImageStack(maps.width(), maps.height());
    for (int i = 0; i < planes.size(); i++) {
      stack.addSlice(labels.get(i), planes.get(i));
    }
    final ImagePlus image = new ImagePlus(unique(title), stack);
    nameSingle(image);
    describe(image, provenance);
    display(image, ValueLimits.displaying(planes));
    return image;
  }

  /**
   * The 32-bit stack of maps of a picture, which it shares, calibrated as the picture.
   *
   * @param maps as large as the picture
   * @param labels one per map
   * @throws UserError when the maps have another size than the picture, or labels are missing
   */
  public static ImagePlus onGrid(
      final MapStack maps, final List<String> labels, final Picture picture) {
    if (maps.width() != picture.width() || maps.height() != picture.height()) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "maps of %d x %d pixels do not lie on a picture of %d x %d: register them first",
              maps.width(),
              maps.height(),
              picture.width(),
              picture.height()));
    }
    if (maps.planes() != labels.size()) {
      throw new UserError(maps.planes() + " maps have " + labels.size() + " labels");
    }
    final ImagePlus image = ofMade(maps, labels, "maps", Provenance.EMPTY);
    image.setCalibration(Calibrations.of(picture.grid()));
    return image;
  }

  /** ImageJ forgets the label of a stack's only slice. */
  public static void nameSingle(final ImagePlus image) {
    if (image.getStackSize() == 1) {
      image.setProp("Slice_Label", image.getStack().getSliceLabel(1));
    }
  }

  /** A title that no image has yet, in batch mode too. */
  public static String unique(final String title) {
    String free = title;
    for (int i = 1; WindowManager.getImage(free) != null; i++) {
      free = title + "-" + i;
    }
    return free;
  }

  /** Whether a command of ours made an image. */
  public static boolean isOwn(final ImagePlus image) {
    return image.getProp(PROPERTY_PREFIX + "macro") != null;
  }

  /** Makes an image one of ours while it is still being made. */
  public static void claim(final ImagePlus image) {
    image.setProp(PROPERTY_PREFIX + "macro", "still running");
  }

  /** Writes provenance among an image's properties, which are saved with TIFF files. */
  public static void describe(final ImagePlus image, final Provenance provenance) {
    provenance.entries().forEach((key, value) -> image.setProp(PROPERTY_PREFIX + key, value));
  }

  /**
   * Provenance as an image's info: in memory ImageJ writes that into TIFF files, but not the other
   * properties.
   */
  public static String text(final Provenance provenance) {
    return provenance.entries().entrySet().stream()
        .map(entry -> PROPERTY_PREFIX + entry.getKey() + ": " + entry.getValue() + "\n")
        .collect(Collectors.joining());
  }

  static void display(final ImagePlus image, final ValueLimits limits) {
    image.setLut(Luts.inferno());
    image.setDisplayRange(limits.min(), limits.max());
  }

  ImageInput input() {
    return input;
  }

  Calibration calibration() {
    return calibration;
  }

  MapGrid grid() {
    return grid;
  }
}
