package io.github.inceptionlens.ij1;

import static org.assertj.core.api.Assertions.assertThat;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All images and tables that a macro left in a folder. */
final class CommandResults {

  /** What montages are called. */
  /** A picture with the names of units all over it; its figures stand in the table. */
  private static final String GROUPS = "Groups of ";

  private static final String MONTAGE =
      ".*(?i:montage|evidence|references|what fires here|activation groups).*";

  private static final int LINE = 16;
  private static final int MARGIN = 4;
  private static final String TIME = "Seconds";

  private final Path folder;
  private final String prefix;

  private CommandResults(final Path folder, final String prefix) {
    this.folder = folder;
    this.prefix = prefix;
  }

  /**
   * How results of a channel and of an entry may differ.
   *
   * @param dictionary the name that stands for the layer's
   * @param layer the layer's name
   * @param tolerance of numbers in tables, a part of them
   * @param rows how many rows of pictures a montage has
   * @param lines how many lines its captions have, which name the unit
   */
  record Difference(String dictionary, String layer, double tolerance, int rows, int lines) {}

  /** A macro that saves all images as files that begin with a prefix. */
  static String save(final String prefix) {
    return "n = nImages; for (i = 1; i <= n; i++) { selectImage(i);"
        + " saveAs('Tiff', 'DIR/"
        + prefix
        + "' + IJ.pad(i, 2) + ' ' + replace(getTitle(), '[^A-Za-z0-9_]', ' ')); }";
  }

  /** The results whose files begin with a prefix. */
  static CommandResults of(final Path folder, final String prefix) {
    return new CommandResults(folder, prefix);
  }

  private List<Path> files(final String ending) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(path -> name(path).startsWith(prefix) && name(path).endsWith(ending))
          .sorted()
          .toList();
    }
  }

  private static String name(final Path path) {
    return path.getFileName().toString();
  }

  /** Asserts that everything is as in other results, of a dictionary in place of the layer. */
  void assertSame(final CommandResults other, final Difference difference) throws IOException {
    final List<Path> images = files(".tif");
    final List<Path> others = other.files(".tif");
    assertThat(others.stream().map(file -> other.title(file, difference)))
        .containsExactlyElementsOf(images.stream().map(file -> title(file, difference)).toList());
    for (int i = 0; i < images.size(); i++) {
      assertSame(images.get(i), others.get(i), difference);
    }
    final List<Path> tables = files(".csv");
    assertThat(other.files(".csv")).hasSameSizeAs(tables);
    for (int i = 0; i < tables.size(); i++) {
      assertSameTable(tables.get(i), other.files(".csv").get(i), difference);
    }
    assertThat(images.size() + tables.size()).isPositive();
  }

  private String title(final Path file, final Difference difference) {
    return plain(name(file).substring(prefix.length()), difference);
  }

  private static String plain(final String text, final Difference difference) {
    return text.replace(difference.dictionary(), difference.layer());
  }

  private static void assertSame(final Path one, final Path two, final Difference difference) {
    final ImagePlus image = IJ.openImage(one.toString());
    final ImagePlus other = IJ.openImage(two.toString());
    assertThat(other.getStackSize()).isEqualTo(image.getStackSize());
    for (int slice = 1; slice <= image.getStackSize(); slice++) {
      final String label = label(image, slice);
      assertThat(plain(label(other, slice), difference)).isEqualTo(label);
      final Object pixels = image.getStack().getPixels(slice);
      final Object others = other.getStack().getPixels(slice);
      final String what = name(one) + ", slice " + label;
      if (name(one).contains(GROUPS)) {
        assertThat(other.getWidth()).as(what).isEqualTo(image.getWidth());
      } else if (label.startsWith("LRP ")) {
        assertClose(what, (float[]) pixels, (float[]) others);
      } else if (name(one).matches(MONTAGE)) {
        assertSamePictures(what, image, (int[]) pixels, (int[]) others, difference);
      } else {
        assertThat(others).as(what).isEqualTo(pixels);
      }
    }
    assertThat(flattened(other)).as(name(one) + ", overlay").isEqualTo(flattened(image));
  }

  /** The label of a slice; none of a montage, whose only slice ImageJ names after its file. */
  private static String label(final ImagePlus image, final int slice) {
    return image.getTitle().matches(MONTAGE)
        ? ""
        : String.valueOf(image.getStack().getSliceLabel(slice));
  }

  /** Relevance divides by strengths, which costs a bit or two. */
  private static void assertClose(final String what, final float[] one, final float[] two) {
    float most = 0;
    for (final float value : one) {
      most = Math.max(most, Math.abs(value));
    }
    assertThat(most).isPositive();
    for (int i = 0; i < one.length; i++) {
      assertThat(Math.abs(one[i] - two[i])).as(what).isLessThanOrEqualTo(1e-4f * most);
    }
  }

  /** Compares all but the captions. */
  private static void assertSamePictures(
      final String what,
      final ImagePlus image,
      final int[] one,
      final int[] two,
      final Difference difference) {
    final int tile = image.getHeight() / difference.rows();
    final int picture = tile - difference.lines() * LINE - MARGIN;
    final int width = image.getWidth();
    assertThat(picture).isPositive();
    assertThat(image.getHeight() % difference.rows()).isZero();
    for (int y = 0; y < image.getHeight(); y++) {
      if (y % tile < picture) {
        assertThat(Arrays.copyOfRange(two, y * width, (y + 1) * width))
            .as(what + ", row " + y)
            .isEqualTo(Arrays.copyOfRange(one, y * width, (y + 1) * width));
      }
    }
  }

  /** The image as it is seen, but for the bar, which names the unit. */
  private static Object flattened(final ImagePlus image) {
    if (image.getOverlay() == null) {
      return 0;
    }
    final Overlay overlay = new Overlay();
    for (final Roi element : image.getOverlay()) {
      if (element.getName() == null || !element.getName().endsWith(" bar")) {
        overlay.add(element);
      }
    }
    assertThat(overlay.size()).isPositive();
    image.setOverlay(overlay);
    return image.flatten().getProcessor().getPixels();
  }

  private static void assertSameTable(final Path one, final Path two, final Difference difference)
      throws IOException {
    final List<String> lines = Files.readAllLines(one);
    final List<String> others = Files.readAllLines(two);
    final List<String> headings = List.of(lines.get(0).split(",", -1));
    assertThat(others).hasSameSizeAs(lines).hasSizeGreaterThan(1);
    for (int row = 0; row < lines.size(); row++) {
      final String[] cells = cells(lines.get(row));
      final String[] other = cells(plain(others.get(row), difference));
      assertThat(other).hasSameSizeAs(cells);
      for (int column = 0; column < cells.length; column++) {
        if (row == 0 || !headings.get(column).equals(TIME)) {
          assertThat(isSame(cells[column], other[column], difference.tolerance()))
              .as(
                  String.format(
                      Locale.ROOT,
                      "%s, row %d, %s: %s and %s",
                      name(one),
                      row,
                      headings.get(column),
                      cells[column],
                      other[column]))
              .isTrue();
        }
      }
    }
  }

  /** Cells of a line; commas within quotation marks are no ends. */
  private static String[] cells(final String line) {
    return line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
  }

  private static boolean isSame(final String one, final String two, final double tolerance) {
    if (one.equals(two)) {
      return true;
    }
    try {
      final double value = Double.parseDouble(one);
      return Math.abs(value - Double.parseDouble(two)) <= tolerance * Math.max(1, Math.abs(value));
    } catch (final NumberFormatException e) {
      return false;
    }
  }

  /** The labels of all slices of all images. */
  List<String> sliceLabels() throws IOException {
    final List<String> labels = new ArrayList<>();
    for (final Path file : files(".tif")) {
      final ImagePlus image = IJ.openImage(file.toString());
      IntStream.rangeClosed(1, image.getStackSize())
          .forEach(slice -> labels.add(label(image, slice)));
    }
    return labels;
  }
}
