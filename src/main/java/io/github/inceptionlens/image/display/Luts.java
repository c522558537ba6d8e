package io.github.inceptionlens.image.display;

import ij.plugin.LutLoader;
import ij.process.LUT;
import io.github.inceptionlens.core.UserError;
import java.awt.image.IndexColorModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** Lookup tables of our own, and what a lookup table is. */
public final class Luts {

  private static final int[] INFERNO = {
    0x000004, 0x0a0722, 0x1e0c45, 0x380962, 0x510e6c, 0x69166e, 0x801f6c, 0x982766, 0xb0315b,
    0xc63d4d, 0xd94d3d, 0xe9612b, 0xf47918, 0xfa9407, 0xfcb014, 0xf8cd37, 0xf2ea69, 0xfcffa4
  };

  private static final int[] DIVERGING = {0x0571b0, 0x92c5de, 0xf7f7f7, 0xf4a582, 0xca0020};

  private static final int LARGEST_FILE = 10_000;
  private static final int RAW = 768;
  private static final int RAW_IN_RESOURCE = 970;

  private Luts() {}

  /**
   * A perceptual table from black over red to pale yellow: matplotlib's inferno, drawn as a smooth
   * curve through eighteen of its colors.
   *
   * @see <a href="https://bids.github.io/colormap/">A better default colormap for matplotlib</a>,
   *     published under CC0
   */
  public static LUT inferno() {
    return new LUT(curve(16), curve(8), curve(0));
  }

  /**
   * Blue below zero, near white at zero, red above, linear between five colors.
   *
   * @see <a href="https://distill.pub/2020/circuits/">the colors of Distill's Circuits thread</a>
   */
  public static LUT diverging() {
    return new LUT(linear(16), linear(8), linear(0));
  }

  private static byte[] linear(final int shift) {
    final byte[] table = new byte[256];
    for (int i = 0; i < table.length; i++) {
      final double at = i / 255.0 * (DIVERGING.length - 1);
      final int before = Math.min((int) at, DIVERGING.length - 2);
      final int low = DIVERGING[before] >> shift & 0xff;
      final int high = DIVERGING[before + 1] >> shift & 0xff;
      table[i] = (byte) Math.round(low + (at - before) * (high - low));
    }
    return table;
  }

  /**
   * The lookup table of a name: {@code inferno}, one of ImageJ's, one of its folder {@code luts},
   * or a file.
   *
   * @throws UserError when there is none
   */
  public static LUT named(final String name) {
    final String wanted = name.strip();
    if (wanted.equalsIgnoreCase("inferno")) {
      return inferno();
    }
    final IndexColorModel found = wanted.isEmpty() ? null : LutLoader.getLut(wanted);
    final LUT table = found == null ? file(wanted) : new LUT(found, 0, 255);
    if (table == null) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "lut is \"%s\", expected inferno, a lookup table of ImageJ such as Fire, or the path"
                  + " of a .lut file",
              name));
    }
    return table;
  }

  private static LUT file(final String name) {
    try {
      final Path path = Path.of(name);
      return Files.isRegularFile(path) && Files.size(path) <= LARGEST_FILE && isTable(path)
          ? LutLoader.openLut("noerror:" + path.toAbsolutePath())
          : null;
    } catch (final IOException | InvalidPathException e) {
      return null;
    }
  }

  /**
   * Whether ImageJ can read a file: raw, in NIH Image's format or text. It ends macros otherwise.
   */
  private static boolean isTable(final Path path) throws IOException {
    final String bytes = Files.readString(path, StandardCharsets.ISO_8859_1);
    return bytes.length() == RAW
        || bytes.length() == RAW_IN_RESOURCE
        || bytes.startsWith("ICOL")
        || bytes.length() > RAW && bytes.matches("[\\s\\x20-\\x7e]*");
  }

  private static byte[] curve(final int shift) {
    final byte[] table = new byte[256];
    for (int i = 0; i < table.length; i++) {
      final double at = i / 255.0 * (INFERNO.length - 1);
      final int before = Math.min((int) at, INFERNO.length - 2);
      final double value = spline(before, at - before, shift);
      table[i] = (byte) Math.round(Math.min(Math.max(value, 0), 255));
    }
    return table;
  }

  /** Catmull and Rom's spline between a control point and the next one. */
  private static double spline(final int before, final double part, final int shift) {
    final double a = control(before - 1, shift);
    final double b = control(before, shift);
    final double c = control(before + 1, shift);
    final double d = control(before + 2, shift);
    final double slope = (c - a) / 2;
    final double curvature = a - 2.5 * b + 2 * c - d / 2;
    final double twist = (d - a) / 2 + 1.5 * (b - c);
    return b + part * (slope + part * (curvature + part * twist));
  }

  private static int control(final int index, final int shift) {
    if (index < 0) {
      return 2 * control(0, shift) - control(1, shift);
    }
    final int last = INFERNO.length - 1;
    if (index > last) {
      return 2 * control(last, shift) - control(last - 1, shift);
    }
    return INFERNO[index] >> shift & 0xff;
  }

  /** Whether a table is the plain gray ramp, rising or, when inverted, falling. */
  static boolean isRamp(final LUT table, final boolean inverted) {
    final int size = table.getMapSize();
    boolean ramp = size == 256;
    for (int i = 0; ramp && i < size; i++) {
      final int gray = inverted ? 255 - i : i;
      ramp = table.getRed(i) == gray && table.getGreen(i) == gray && table.getBlue(i) == gray;
    }
    return ramp;
  }
}
