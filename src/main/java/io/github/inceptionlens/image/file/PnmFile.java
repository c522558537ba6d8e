package io.github.inceptionlens.image.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A portable bitmap, graymap or pixmap, to see whether all pixels that it promises are there. */
final class PnmFile {

  private final byte[] bytes;
  private final int kind;
  private int next = 2;

  private PnmFile(final byte[] bytes) {
    this.bytes = bytes;
    this.kind = bytes[1] - '0';
  }

  /** Whether the file holds as many pixels as its header says. */
  static boolean isWhole(final Path file) throws IOException {
    final byte[] bytes = Files.readAllBytes(file);
    return bytes.length > 2 && new PnmFile(bytes).isWhole();
  }

  private boolean isWhole() {
    final long width = number();
    final long height = number();
    final boolean bitmap = kind == 1 || kind == 4;
    final long white = bitmap ? 1 : number();
    final long values = width * height * (kind == 3 || kind == 6 ? 3 : 1);
    if (kind < 4) {
      return written(bitmap) >= values;
    }
    final long needed = bitmap ? (width + 7) / 8 * height : values * (white > 255 ? 2 : 1);
    return next + 1 + needed <= bytes.length;
  }

  /** The next number of the header; 0 where it ends. */
  private long number() {
    while (next < bytes.length && !isDigit(next)) {
      if (bytes[next] == '#') {
        while (next < bytes.length && bytes[next] != '\n') {
          next++;
        }
      } else {
        next++;
      }
    }
    long number = 0;
    while (next < bytes.length && isDigit(next)) {
      number = 10 * number + bytes[next++] - '0';
    }
    return number;
  }

  /** How many values follow in digits; those of a bitmap may touch. */
  private long written(final boolean bitmap) {
    long count = 0;
    for (int i = next; i < bytes.length; i++) {
      if (isDigit(i) && (bitmap || !isDigit(i - 1))) {
        count++;
      }
    }
    return count;
  }

  private boolean isDigit(final int index) {
    return bytes[index] >= '0' && bytes[index] <= '9';
  }
}
