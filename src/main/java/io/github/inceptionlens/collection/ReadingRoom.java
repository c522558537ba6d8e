package io.github.inceptionlens.collection;

/**
 * How much may be read ahead. Once it is full, nothing more is read until half of it is free: so
 * reader and network seldom share the processor, of which each slows the other down by more than
 * its part.
 */
final class ReadingRoom {

  private final int size;
  private int used;

  /**
   * @param size in megabytes
   */
  ReadingRoom(final int size) {
    this.size = size;
  }

  /**
   * Takes some of it, after waiting for it if need be; there is always room for one thing alone.
   *
   * @param megabytes however many
   */
  synchronized void take(final int megabytes) throws InterruptedException {
    if (used + megabytes > size) {
      while (used > size / 2) {
        wait();
      }
    }
    used += megabytes;
  }

  /** Gives back what was taken. */
  synchronized void giveBack(final int megabytes) {
    used -= megabytes;
    notifyAll();
  }

  /** Waits until all that was taken is given back. */
  synchronized void awaitEmpty() throws InterruptedException {
    while (used > 0) {
      wait();
    }
  }
}
