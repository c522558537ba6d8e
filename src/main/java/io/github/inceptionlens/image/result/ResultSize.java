package io.github.inceptionlens.image.result;

import io.github.inceptionlens.core.HeapCheck;
import java.util.Locale;

/**
 * How large a result of 32-bit slices is.
 *
 * @param slices of all units and frames
 * @param width of each in pixels
 * @param height of each in pixels
 */
public record ResultSize(long slices, int width, int height) {

  private static final String FEWER = "ask for fewer channels or slices, or for registration none";
  private static final int WORKING = 2;
  private static final double GIGABYTE = 1 << 30;

  /** The bytes of one slice. */
  public long sliceBytes() {
    return (long) width * height * Float.BYTES;
  }

  /** The bytes of all slices. */
  public long bytes() {
    return slices * sliceBytes();
  }

  /** Whether all slices find room in Java's memory. */
  public boolean fits() {
    return HeapCheck.holds(bytes());
  }

  /**
   * Refuses a result that does not fit into Java's memory.
   *
   * @throws io.github.inceptionlens.core.UserError with the need, what is left, and a remedy
   */
  public void requireRoom() {
    HeapCheck.require(bytes(), what(), FEWER);
  }

  /**
   * The same of a result that may lie on the disk instead.
   *
   * @throws io.github.inceptionlens.core.UserError with the need, what is left, and the remedies
   */
  public void requireRoomOrFolder() {
    HeapCheck.require(
        bytes(), what(), FEWER + ", name a folder that keeps it on the disk (folder=/path)");
  }

  /**
   * Refuses slices of which not even one fits into Java's memory while it is made.
   *
   * @throws io.github.inceptionlens.core.UserError with the need, what is left, and a remedy
   */
  public void requireRoomForOne() {
    HeapCheck.require(
        WORKING * sliceBytes(),
        String.format(Locale.ROOT, "a slice of %d x %d pixels", width, height),
        "select a smaller region");
  }

  /** What a person is asked before a result that does not fit into Java's memory is made. */
  public String question() {
    return String.format(
        Locale.ROOT,
        "This is %s, %.1f GB, but Java has %.1f GB of memory left. Choose a folder to keep it on the"
            + " disk: its slices are written there and opened as a virtual stack. Or cancel, and"
            + " nothing is done.",
        what(),
        bytes() / GIGABYTE,
        HeapCheck.left() / 1024.0);
  }

  private String what() {
    return String.format(
        Locale.ROOT, "a result of %d slices of %d x %d pixels", slices, width, height);
  }
}
