package io.github.inceptionlens.network.memory;

import io.github.inceptionlens.core.UserError;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * How much native memory a run may take: half of the physical memory that the Java heap leaves, or
 * the megabytes in the system property {@value #PROPERTY}.
 */
public final class MemoryBudget {

  public static final String PROPERTY = "inceptionlens.memory";

  private static final long MEGABYTE = 1 << 20;

  /** Larger batches are hardly faster, and tell less often how far they are. */
  private static final int LARGEST_BATCH = 8;

  private static final long LARGEST_WHOLE = 1024 * MEGABYTE;

  private MemoryBudget() {}

  public static long bytes() {
    final Long setting = Long.getLong(PROPERTY);
    if (setting != null) {
      return setting * MEGABYTE;
    }
    final long physical =
        ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getTotalMemorySize();
    final long heap = Math.min(Runtime.getRuntime().maxMemory(), physical);
    return Math.max((physical - heap) / 2, 512 * MEGABYTE);
  }

  /**
   * The most that a run may take which shows a picture as a whole; beyond that bands are as fast
   * and leave the memory to others.
   */
  public static long whole() {
    return Math.min(bytes(), LARGEST_WHOLE);
  }

  /**
   * Refuses a run that needs more than the budget.
   *
   * @throws UserError with both numbers and what can be done
   */
  public static void check(final long need, final int width, final int height) {
    if (need > bytes()) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "the picture of %d x %d pixels needs %d MB of memory, but the budget is %d MB: choose"
                  + " a smaller scale or size, a smaller selection with crop, or start ImageJ with -D%s=MB",
              width,
              height,
              need / MEGABYTE,
              bytes() / MEGABYTE,
              PROPERTY));
    }
  }

  /**
   * How many pictures of the given need fit into the budget at once.
   *
   * @return at least 1
   * @throws UserError when not even one fits
   */
  public static int batch(final long need, final int width, final int height) {
    return batch(need, width, height, LARGEST_BATCH);
  }

  /**
   * How many pictures of the given need fit into the budget at once, but no more than {@code most}.
   *
   * @return at least 1
   * @throws UserError when not even one fits
   */
  public static int batch(final long need, final int width, final int height, final int most) {
    check(need, width, height);
    return (int) Math.min(most, bytes() / need);
  }
}
