package io.github.inceptionlens.image.result;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ColorProcessor;
import io.github.inceptionlens.core.HeapCheck;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.input.Calibrations;
import io.github.inceptionlens.image.input.ImageInput;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Pictures that were made, not analyzed, as ImageJ images: a slice each, labeled.
 *
 * <p>A picture is width x height x 3 (red, green, blue), values 0 to 255; a fourth plane says how
 * much it covers of what lies behind it, 0 to 255.
 */
public final class PictureStack {

  private static final int WHITE = 255;
  private static final int COLORS = 3;

  private final List<Picture> pictures;
  private final List<String> labels;
  private final Optional<Origin> origin;

  /**
   * @param pictures at least one, all of one size
   * @param labels one per picture
   */
  public PictureStack(final List<Picture> pictures, final List<String> labels) {
    this(Optional.empty(), pictures, labels);
  }

  /**
   * Where pictures of an input lie.
   *
   * @param calibration of their pixels
   * @param provenance what they were made of
   */
  private record Origin(Calibration calibration, Provenance provenance) {}

  private PictureStack(
      final Optional<Origin> origin, final List<Picture> pictures, final List<String> labels) {
    this.origin = origin;
    this.pictures = List.copyOf(pictures);
    this.labels = List.copyOf(labels);
  }

  /**
   * Pictures that were made of an input's: they lie where it lies, and say what they were made of.
   *
   * @param pictures at least one, all as large as the network's picture
   * @param labels one per picture
   */
  public static PictureStack of(
      final ImageInput input, final List<Picture> pictures, final List<String> labels) {
    return at(
        Calibrations.picture(input.calibration(), input.placement()), input, pictures, labels);
  }

  /**
   * Pictures that lie elsewhere on an input, and say what they were made of.
   *
   * @param calibration of their pixels
   */
  static PictureStack at(
      final Calibration calibration,
      final ImageInput input,
      final List<Picture> pictures,
      final List<String> labels) {
    return new PictureStack(
        Optional.of(new Origin(calibration, input.provenance())), pictures, labels);
  }

  /**
   * Refuses pictures of an input that do not fit into Java's memory.
   *
   * @param pictures how many are held at once
   * @throws io.github.inceptionlens.core.UserError with the need, what is left, and a remedy
   */
  public static void requireRoom(final ImageInput input, final int pictures) {
    final long pixels = (long) input.networkWidth() * input.networkHeight();
    HeapCheck.require(
        pixels * COLORS * pictures * Float.BYTES,
        String.format(
            Locale.ROOT,
            "work on a picture of %d x %d pixels",
            input.networkWidth(),
            input.networkHeight()),
        "select a smaller region or scale");
  }

  /**
   * Refuses pictures that do not fit into Java's memory.
   *
   * @param side width and height of each in pixels
   * @param pictures how many are held at once
   * @throws io.github.inceptionlens.core.UserError with the need, what is left, and a remedy
   */
  public static void requireRoom(final long side, final int pictures) {
    HeapCheck.require(
        side * side * (COLORS + 1) * pictures * Float.BYTES,
        String.format(Locale.ROOT, "%d pictures of %d x %d pixels", pictures, side, side),
        "choose a smaller size or magnify, or fewer facets or snapshots");
  }

  /** The RGB slices; what a picture does not cover is white. */
  public ImageStack rgb() {
    final ImageStack stack = new ImageStack(width(), height());
    for (int i = 0; i < pictures.size(); i++) {
      stack.addSlice(labels.get(i), colors(pictures.get(i)));
    }
    return stack;
  }

  /** A picture in colors, over white. */
  public static ColorProcessor colors(final Picture picture) {
    final int width = picture.width();
    final int height = picture.height();
    final int[] pixels = new int[width * height];
    for (int i = 0; i < pixels.length; i++) {
      for (int channel = 0; channel < 3; channel++) {
        final float value = picture.plane(channel)[i];
        final float cover = covers(picture) ? picture.plane(3)[i] / WHITE : 1;
        final int level = Math.round(value * cover + WHITE * (1 - cover));
        pixels[i] = pixels[i] << 8 | Math.min(Math.max(level, 0), WHITE);
      }
    }
    return new ColorProcessor(width, height, pixels);
  }

  private static boolean covers(final Picture picture) {
    return picture.dimension(2) > 3;
  }

  private int width() {
    return (int) pictures.get(0).dimension(0);
  }

  private int height() {
    return (int) pictures.get(0).dimension(1);
  }

  /** The RGB image. */
  public ImagePlus image(final String title, final Provenance provenance) {
    final ImagePlus image = new ImagePlus(ResultImages.unique(title), rgb());
    finish(image, provenance);
    return image;
  }

  /**
   * The RGB image: a given one with these slices, or a new one.
   *
   * @param live an image on the screen of the same size
   */
  public ImagePlus image(
      final Optional<ImagePlus> live, final String title, final Provenance provenance) {
    if (live.isEmpty()) {
      return image(title, provenance);
    }
    putInto(live.get(), title, provenance);
    return live.get();
  }

  /**
   * Gives an image these slices.
   *
   * @param image another of the same size
   */
  private void putInto(final ImagePlus image, final String title, final Provenance provenance) {
    image.setStack(rgb());
    image.setTitle(ResultImages.unique(title));
    finish(image, provenance);
  }

  /** The 32-bit hyperstack of the unrounded values: a channel per plane, a slice per picture. */
  public ImagePlus raw(final String title, final Provenance provenance) {
    final ImageStack stack = new ImageStack(width(), height());
    final int planes = (int) pictures.get(0).dimension(2);
    for (int i = 0; i < pictures.size(); i++) {
      for (int channel = 0; channel < planes; channel++) {
        stack.addSlice(labels.get(i), pictures.get(i).plane(channel));
      }
    }
    final ImagePlus plain = new ImagePlus(ResultImages.unique(title), stack);
    plain.setDimensions(planes, pictures.size(), 1);
    final CompositeImage image = new CompositeImage(plain, CompositeImage.GRAYSCALE);
    image.setDisplayRange(0, WHITE);
    image.setOpenAsHyperStack(true);
    finish(image, provenance);
    return image;
  }

  private void finish(final ImagePlus image, final Provenance provenance) {
    if (pictures.size() == 1 && image.getStackSize() == 1) {
      image.setProp("Slice_Label", labels.get(0));
    }
    origin.ifPresent(
        from -> {
          image.setCalibration(from.calibration.copy());
          ResultImages.describe(image, from.provenance);
        });
    ResultImages.describe(image, provenance);
  }
}
