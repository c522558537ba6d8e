package io.github.inceptionlens.collection;

/** A time in which nothing is read, if enough was read before. */
final class ReadingPause {

  private boolean isOn;
  private int enough;

  /**
   * Begins it.
   *
   * @param enough how many pictures must wait for the reader to rest
   */
  synchronized void begin(final int enough) {
    this.enough = enough;
    isOn = true;
  }

  synchronized boolean isOn() {
    return isOn;
  }

  synchronized void end() {
    isOn = false;
    notifyAll();
  }

  /**
   * Rests until the pause is over, if there is one.
   *
   * @param waiting how many pictures were read and not taken
   */
  synchronized void rest(final int waiting) throws InterruptedException {
    while (isOn && waiting >= enough) {
      wait();
    }
  }
}
