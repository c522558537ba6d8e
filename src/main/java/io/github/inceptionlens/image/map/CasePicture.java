package io.github.inceptionlens.image.map;

import ij.CompositeImage;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import io.github.inceptionlens.core.HeapCheck;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.overlay.OwnElements;
import io.github.inceptionlens.image.result.MapGrid;
import io.github.inceptionlens.image.result.ResultImages;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A slice of an image as a reader is to see it, without anything that tells where it comes from.
 *
 * @param image the image
 * @param slice from 1
 * @param beside what is shown at its left
 */
public record CasePicture(ImagePlus image, int slice, Optional<CasePicture> beside) {

  /**
   * The slices of images.
   *
   * @throws UserError when an image shows several channels at once
   */
  public static List<CasePicture> of(final List<ImagePlus> images) {
    final List<CasePicture> pictures = new ArrayList<>();
    for (final ImagePlus image : images) {
      checkChannels(image);
      for (int slice = 1; slice <= image.getStackSize(); slice++) {
        pictures.add(new CasePicture(image, slice, Optional.empty()));
      }
    }
    return pictures;
  }

  private static void checkChannels(final ImagePlus image) {
    if (image instanceof CompositeImage composite
        && composite.getMode() == CompositeImage.COMPOSITE) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "\"%s\" shows several channels at once: convert it with Image > Type > RGB Color",
              image.getTitle()));
    }
  }

  /**
   * The same pictures, each with the image that it is about at its left.
   *
   * @param about one slice for all pictures, or one for each
   * @throws UserError when it has another number of slices
   */
  public static List<CasePicture> beside(final ImagePlus about, final List<CasePicture> pictures) {
    final List<CasePicture> slices = of(List.of(about));
    if (slices.size() != 1 && slices.size() != pictures.size()) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "beside \"%s\" has %d slices, but there are %d pictures: give an image of one slice,"
                  + " or of one for each",
              about.getTitle(),
              slices.size(),
              pictures.size()));
    }
    final List<CasePicture> pairs = new ArrayList<>();
    for (int i = 0; i < pictures.size(); i++) {
      final CasePicture one = pictures.get(i);
      final CasePicture left = slices.get(slices.size() == 1 ? 0 : i);
      pairs.add(new CasePicture(one.image, one.slice, Optional.of(left)));
    }
    return pairs;
  }

  private int width() {
    return beside.isEmpty() ? image.getWidth() : 2 * image.getWidth();
  }

  private int height() {
    return image.getHeight();
  }

  /** The slice's label, or an empty text. */
  public String label() {
    final String label = image.getStack().getShortSliceLabel(slice);
    return label == null ? "" : label.strip();
  }

  /** What a result of ours says of itself; empty where it does not. */
  public String property(final String key) {
    final String value = image.getProp(ResultImages.PROPERTY_PREFIX + key);
    return value == null ? "" : value;
  }

  /**
   * The RGB stack of pictures, labeled and nothing else; smaller ones in the middle of black.
   *
   * @param names one per picture
   * @param alike whether maps are shown in the same colors, each from zero to its own 99th
   *     percentile; color images and those with an overlay are always as they are shown
   */
  public static ImagePlus stack(
      final List<CasePicture> pictures, final List<String> names, final boolean alike) {
    final int width = pictures.stream().mapToInt(CasePicture::width).max().orElseThrow();
    final int height = pictures.stream().mapToInt(CasePicture::height).max().orElseThrow();
    HeapCheck.require(
        (long) pictures.size() * width * height * Integer.BYTES,
        String.format(
            Locale.ROOT, "a stack of %d cases of %d x %d pixels", pictures.size(), width, height),
        "make smaller sets");
    final ImageStack stack = new ImageStack(width, height);
    for (int i = 0; i < pictures.size(); i++) {
      final CasePicture one = pictures.get(i);
      final ColorProcessor page = new ColorProcessor(width, height);
      one.draw(page, (width - one.width()) / 2, alike);
      stack.addSlice(names.get(i), page);
    }
    return new ImagePlus(ResultImages.unique("Blinded Reading"), stack);
  }

  private void draw(final ColorProcessor page, final int x, final boolean alike) {
    final int top = (page.getHeight() - image.getHeight()) / 2;
    beside.ifPresent(about -> page.insert(about.under(image), x, top));
    page.insert(shown(alike), x + width() - image.getWidth(), top);
  }

  /** This picture as large as a map of it, and of the same part of it where the map tells that. */
  private ImageProcessor under(final ImagePlus map) {
    final ImageProcessor all = shown(false).convertToRGB();
    final Rectangle whole = new Rectangle(all.getWidth(), all.getHeight());
    final Rectangle part =
        MapGrid.of(map)
            .map(grid -> grid.covered(map.getWidth(), map.getHeight()))
            .filter(whole::contains)
            .orElse(whole);
    all.setRoi(part);
    final ImageProcessor cut = all.crop();
    cut.setInterpolationMethod(ImageProcessor.BILINEAR);
    return cut.resize(map.getWidth(), map.getHeight(), true);
  }

  private ImageProcessor shown(final boolean alike) {
    final ImageProcessor pixels = image.getStack().getProcessor(slice).duplicate();
    final Overlay overlay = overlay();
    if (alike && overlay.size() == 0 && !(pixels instanceof ColorProcessor)) {
      return inferno(pixels);
    }
    if (!(pixels instanceof ColorProcessor)) {
      pixels.setLut(image.getProcessor().getLut());
      pixels.setMinAndMax(image.getDisplayRangeMin(), image.getDisplayRangeMax());
    }
    if (overlay.size() == 0) {
      return pixels.convertToRGB();
    }
    final ImagePlus one = new ImagePlus("", pixels);
    one.setOverlay(overlay);
    return one.flatten().getProcessor();
  }

  private static ImageProcessor inferno(final ImageProcessor pixels) {
    final ImageProcessor values = pixels.convertToFloat();
    final MapDisplay look = MapDisplay.of(List.of((float[]) values.getPixels()), false);
    values.setMinAndMax(look.limits().min(), look.limits().max());
    values.setLut(look.lut());
    return values.convertToRGB();
  }

  /** The user's elements that are seen on the slice; ours would tell what a case is. */
  private Overlay overlay() {
    final Overlay seen = new Overlay();
    if (image.getOverlay() == null || image.getHideOverlay()) {
      return seen;
    }
    final int[] position = image.convertIndexToPosition(slice);
    for (final Roi element : image.getOverlay().duplicate()) {
      final boolean everywhere = element.getPosition() == 0 && !element.hasHyperStackPosition();
      final boolean seenHere =
          everywhere || element.getPosition() == slice || isAt(element, position);
      if (seenHere && !OwnElements.isOwn(element)) {
        element.setPosition(0);
        seen.add(element);
      }
    }
    return seen;
  }

  private static boolean isAt(final Roi element, final int[] position) {
    return element.hasHyperStackPosition()
        && isAt(element.getCPosition(), position[0])
        && isAt(element.getZPosition(), position[1])
        && isAt(element.getTPosition(), position[2]);
  }

  private static boolean isAt(final int wanted, final int position) {
    return wanted == 0 || wanted == position;
  }
}
