package io.github.inceptionlens.weights;

import io.github.inceptionlens.core.Progress;
import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The right to change a folder of networks, for one thread of one process at a time. It ends with
 * the process, however that ends.
 */
public final class FolderLock implements Closeable {

  private static final String FILE = ".lock";
  private static final long ASK_AGAIN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final FileChannel channel;

  private FolderLock(final FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits for the right.
   *
   * @throws IOException when the folder cannot be written
   * @throws CancellationException when the user stopped the waiting
   */
  public static FolderLock take(final Path folder, final Progress progress) throws IOException {
    final FileChannel channel =
        FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      while (!isLocked(channel)) {
        progress.at(0, "Waiting for another ImageJ that downloads a network ...");
        LockSupport.parkNanos(ASK_AGAIN_NANOS);
        if (Thread.currentThread().isInterrupted()) {
          throw new CancellationException("interrupted while waiting for another download");
        }
      }
      return new FolderLock(channel);
    } catch (final IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static boolean isLocked(final FileChannel channel) throws IOException {
    try {
      final FileLock lock = channel.tryLock();
      return lock != null;
    } catch (final OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
