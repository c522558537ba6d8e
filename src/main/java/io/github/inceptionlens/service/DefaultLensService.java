package io.github.inceptionlens.service;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.weights.NetworkStore;
import io.github.inceptionlens.weights.TrainedNetwork;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.scijava.app.StatusService;
import org.scijava.plugin.Parameter;
import org.scijava.service.AbstractService;

/**
 * The {@link LensService} of a SciJava context.
 *
 * <p>It is no plugin: SciJava makes all services that are when it starts, and so would load it also
 * on a Java too old for it.
 */
final class DefaultLensService extends AbstractService implements LensService {

  private static final int STATUS_STEPS = 1000;
  private static final long ASK_AGAIN_MILLIS = 100;
  private static final long LONGEST_PASS_SECONDS = 20;

  @Parameter(required = false)
  private StatusService status;

  private final ReentrantLock engineLock = new ReentrantLock(true);
  private final Map<TrainedNetwork, InceptionV1> loaded = new HashMap<>();
  private final ThreadLocal<Progress> listener = new ThreadLocal<>();
  private final ThreadLocal<BooleanSupplier> stop = ThreadLocal.withInitial(() -> () -> false);

  private volatile int threads = Runtime.getRuntime().availableProcessors();

  private volatile boolean ending;

  @Override
  public <T> T work(final String network, final Work<T> work) {
    final TrainedNetwork trained = TrainedNetwork.named(network);
    final Progress progress = progress();
    await(progress);
    try {
      progress.at(0, "Starting ...");
      final TorchEngine engine = TorchEngine.start(progress);
      engine.useThreads(threads);
      return work.run(load(trained, engine, progress), progress);
    } finally {
      engineLock.unlock();
    }
  }

  @Override
  public boolean isAwaited() {
    return engineLock.hasQueuedThreads();
  }

  private void await(final Progress progress) {
    try {
      while (!engineLock.tryLock(ASK_AGAIN_MILLIS, TimeUnit.MILLISECONDS)) {
        progress.at(0, "Waiting for another Inception Lens command ...");
      }
    } catch (final InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for another command");
    }
  }

  private InceptionV1 load(
      final TrainedNetwork trained, final TorchEngine engine, final Progress progress) {
    final InceptionV1 present = loaded.get(trained);
    if (present != null) {
      return present;
    }
    final InceptionV1 network =
        trained
            .parent()
            .map(parent -> trained.variantOf(load(parent, engine, progress)))
            .orElseGet(
                () -> {
                  progress.at(0, "Loading " + trained.name() + " ...");
                  return trained.open(engine);
                });
    closeEarlier(trained);
    loaded.put(trained, network);
    return network;
  }

  /** Lets go what a variant was before it was made anew. */
  private void closeEarlier(final TrainedNetwork variant) {
    final List<TrainedNetwork> earlier =
        loaded.keySet().stream()
            .filter(one -> one.parent().isPresent() && one.name().equals(variant.name()))
            .toList();
    earlier.forEach(one -> loaded.remove(one).close());
  }

  @Override
  public <T> T reporting(final Function<Progress, T> action) {
    return action.apply(progress());
  }

  @Override
  public Optional<String> questionBeforeDownload(final String network) {
    final NetworkStore store = NetworkStore.standard();
    return store
        .catalog()
        .find(network.strip())
        .filter(entry -> entry.url() != null)
        .filter(entry -> store.find(entry.name(), progress()).isEmpty())
        .map(
            entry ->
                String.format(
                    Locale.ROOT,
                    "%s is not on this computer yet. Download it (about %d MB) from %s into %s?",
                    entry.title(),
                    entry.megabytes(),
                    entry.url().getHost(),
                    store.folder()));
  }

  @Override
  public void download(final String network) {
    NetworkStore.standard().download(network.strip(), progress());
  }

  private Progress progress() {
    final Progress chosen = listener.get();
    final Progress shown = chosen != null ? chosen : this::showStatus;
    final BooleanSupplier wish = stop.get();
    return (fraction, what) -> {
      if (ending || wish.getAsBoolean()) {
        throw new CancellationException("stopped by the user");
      }
      shown.at(fraction, what);
    };
  }

  private void showStatus(final double fraction, final String what) {
    if (Thread.interrupted()) {
      throw new CancellationException(what + " was interrupted");
    }
    if (status != null) {
      status.showStatus((int) (STATUS_STEPS * fraction), STATUS_STEPS, what);
    }
  }

  @Override
  public void reportingTo(final Progress progress, final Runnable action) {
    final Progress before = listener.get();
    listener.set(progress);
    try {
      action.run();
    } finally {
      listener.set(before);
    }
  }

  @Override
  public void stoppableBy(final BooleanSupplier wish, final Runnable action) {
    final BooleanSupplier before = stop.get();
    stop.set(wish);
    try {
      action.run();
    } finally {
      stop.set(before);
      if (status != null && listener.get() == null) {
        status.showStatus(STATUS_STEPS, STATUS_STEPS, "");
        status.clearStatus();
      }
    }
  }

  @Override
  public void useThreads(final int count) {
    threads = Math.max(1, count);
  }

  @Override
  public void release() {
    engineLock.lock();
    try {
      loaded.values().forEach(InceptionV1::close);
      loaded.clear();
    } finally {
      engineLock.unlock();
    }
  }

  /**
   * Stops the running work at its next report and waits for it, since native code that runs while
   * the program ends can crash it; then frees the networks.
   */
  @Override
  public void dispose() {
    ending = true;
    try {
      if (engineLock.tryLock(LONGEST_PASS_SECONDS, TimeUnit.SECONDS)) {
        try {
          release();
        } finally {
          engineLock.unlock();
        }
      }
    } catch (final InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
