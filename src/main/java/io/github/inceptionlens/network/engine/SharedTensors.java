package io.github.inceptionlens.network.engine;

import ai.djl.ndarray.NDManager;
import java.util.concurrent.atomic.AtomicInteger;

/** Native tensors that several networks use: freed when the last of them is closed. */
final class SharedTensors implements AutoCloseable {

  private final NDManager manager;
  private final AtomicInteger users = new AtomicInteger(1);

  SharedTensors(final NDManager manager) {
    this.manager = manager;
  }

  NDManager manager() {
    return manager;
  }

  /**
   * The same for one more user, which closes it, too.
   *
   * @throws IllegalStateException when the last user has closed it
   */
  SharedTensors shared() {
    if (users.getAndUpdate(count -> count == 0 ? 0 : count + 1) == 0) {
      throw new IllegalStateException("the network is closed: open it again");
    }
    return this;
  }

  @Override
  public void close() {
    if (users.decrementAndGet() == 0) {
      manager.close();
    }
  }
}
