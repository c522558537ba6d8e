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

  /** The same for one more user, which closes it, too; asked for by one who has not yet. */
  SharedTensors shared() {
    users.incrementAndGet();
    return this;
  }

  @Override
  public void close() {
    if (users.decrementAndGet() == 0) {
      manager.close();
    }
  }
}
