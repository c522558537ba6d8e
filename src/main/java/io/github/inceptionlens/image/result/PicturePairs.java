package io.github.inceptionlens.image.result;

import ij.ImagePlus;
import ij.ImageStack;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import io.github.inceptionlens.core.HeapCheck;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Provenance;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import java.util.Locale;

/** Pairs of pictures beside each other in an RGB stack, a slice each, all at the same scale. */
public final class PicturePairs {

  private static final int GAP = 8;
  private static final int LINE = 18;
  private static final int LARGEST_TEXT = 12;
  private static final int SMALLEST_TEXT = 7;

  private final int width;
  private final int height;
  private final ImageStack stack;

  /**
   * No pairs yet.
   *
   * @param width of each picture's place in pixels
   * @param height of each picture's place in pixels
   * @param count how many pairs there will be
   * @throws io.github.inceptionlens.core.UserError when they do not fit into Java's memory
   */
  public PicturePairs(final int width, final int height, final int count) {
    this.width = width;
    this.height = height;
    HeapCheck.require(
        (2L * width + GAP) * height * count * Integer.BYTES,
        String.format(Locale.ROOT, "%d pairs of pictures of %d x %d pixels", count, width, height),
        "ask for fewer");
    stack = new ImageStack(2 * width + GAP, height);
  }

  /**
   * Adds a pair.
   *
   * @param left width x height, x 3, values 0 to 255
   * @param right the same
   */
  public void add(final String label, final Picture left, final Picture right) {
    final ColorProcessor page = new ColorProcessor(stack.getWidth(), height);
    page.setColor(Color.WHITE);
    page.fill();
    insert(page, left, 0);
    insert(page, right, width + GAP);
    stack.addSlice(label, page);
  }

  private void insert(final ColorProcessor page, final Picture picture, final int x) {
    final ColorProcessor colors = PictureStack.colors(picture);
    page.insert(colors, x, 0);
  }

  /** How many pairs there are. */
  public int size() {
    return stack.size();
  }

  /**
   * The place of a pair's left picture.
   *
   * @param pair from 0
   */
  public ImageProcessor left(final int pair) {
    return place(pair, 0);
  }

  /** The place of a pair's right picture. */
  public ImageProcessor right(final int pair) {
    return place(pair, width + GAP);
  }

  private ImageProcessor place(final int pair, final int x) {
    final ImageProcessor page = stack.getProcessor(pair + 1);
    page.setRoi(x, 0, width, height);
    return page.crop();
  }

  /**
   * The stack as an image with a line of text below each pair.
   *
   * @param captions one per pair
   */
  public ImagePlus image(
      final String title, final List<String> captions, final Provenance provenance) {
    final ImageStack captioned = new ImageStack(stack.getWidth(), height + LINE);
    for (int i = 1; i <= stack.size(); i++) {
      final ColorProcessor page = new ColorProcessor(captioned.getWidth(), captioned.getHeight());
      page.setColor(Color.WHITE);
      page.fill();
      page.insert(stack.getProcessor(i), 0, 0);
      page.setColor(Color.BLACK);
      page.setAntialiasedText(true);
      page.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, fitting(captions.get(i - 1), page)));
      page.drawString(captions.get(i - 1), 2, captioned.getHeight() - 2);
      captioned.addSlice(stack.getSliceLabel(i) + " " + captions.get(i - 1), page);
    }
    final ImagePlus image = new ImagePlus(ResultImages.unique(title), captioned);
    ResultImages.describe(image, provenance);
    return image;
  }

  /** The largest size of letters, up to 12, with which a text is no wider than its page. */
  private static int fitting(final String text, final ColorProcessor page) {
    for (int size = LARGEST_TEXT; size > SMALLEST_TEXT; size--) {
      page.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, size));
      if (page.getStringWidth(text) < page.getWidth() - 2) {
        return size;
      }
    }
    return SMALLEST_TEXT;
  }

  /** The stack as an image. */
  public ImagePlus image(final String title, final Provenance provenance) {
    final ImagePlus image = new ImagePlus(ResultImages.unique(title), stack);
    ResultImages.describe(image, provenance);
    return image;
  }
}
