package io.github.inceptionlens;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A tiny disk, for tests of what happens when it is full. */
public final class Disks implements AutoCloseable {

  private final Path folder;

  private Disks(final Path folder) {
    this.folder = folder;
  }

  /**
   * Lays a disk over an empty folder until it is closed; a test is skipped where that is not
   * allowed.
   *
   * @param size as {@code mount} writes it, for instance {@code 1m}
   */
  public static Disks tiny(final Path folder, final String size) throws IOException {
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()),
        "this test needs the right to mount a tiny disk");
    return new Disks(folder);
  }

  @Override
  public void close() throws IOException {
    run("umount", folder.toString());
  }

  private static boolean run(final String... command) throws IOException {
    try {
      final Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(1, TimeUnit.MINUTES) && process.exitValue() == 0;
    } catch (final InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
