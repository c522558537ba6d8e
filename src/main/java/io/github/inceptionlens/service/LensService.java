package io.github.inceptionlens.service;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.InceptionV1;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.scijava.Context;
import org.scijava.Disposable;
import org.scijava.service.SciJavaService;

/**
 * Owns the loaded networks, lets one work at a time use the engine, and carries each work's
 * progress to whoever shows it.
 *
 * <pre>{@code
 * LensService lens = LensService.of(context);
 * float[] logits = lens.work("/data/bvlc_googlenet.caffemodel",
 *     (network, progress) -> network.run(picture, List.of(Architecture.LOGITS)).logits());
 * }</pre>
 */
public interface LensService extends SciJavaService, Disposable {

  /** The service of a context, which gets one on the first call. */
  static LensService of(final Context context) {
    synchronized (context) {
      final LensService present = context.getService(LensService.class);
      if (present != null) {
        return present;
      }
      final DefaultLensService made = new DefaultLensService();
      made.setContext(context);
      context.inject(made);
      context.getServiceIndex().add(made);
      return made;
    }
  }

  /** Something done with a network. */
  @FunctionalInterface
  interface Work<T> {
    /**
     * @param network the network, which stays loaded afterwards
     * @param progress where the work reports, and learns that it should stop
     */
    T run(InceptionV1 network, Progress progress);
  }

  /**
   * Does a work with a network, after other works that are under way; the first use of a network
   * loads it, the first use of any starts the engine.
   *
   * @param network a name of the catalog, the path of a file of weights, or an empty text for the
   *     default
   * @return what the work returns
   * @throws io.github.inceptionlens.core.UserError when the network cannot be had, or from the work
   * @throws java.util.concurrent.CancellationException when the user stopped it, also while waiting
   */
  <T> T work(String network, Work<T> work);

  /**
   * Whether other works wait for the one that is under way, which should then end soon if it is of
   * a kind that nobody waits for.
   */
  boolean isAwaited();

  /**
   * Does something that needs no network, such as a download, and reports as a work does.
   *
   * @return what the action returns
   */
  <T> T reporting(Function<Progress, T> action);

  /**
   * What a person is to be asked before a network can be used: whether to download it. Empty when
   * the network is here, or cannot be had this way.
   */
  Optional<String> questionBeforeDownload(String network);

  /**
   * Downloads a public network, verified, into the user's folder of networks.
   *
   * @throws io.github.inceptionlens.core.UserError when that fails; nothing half-written is left
   */
  void download(String network);

  /**
   * Runs an action of the calling thread whose works report to the given progress instead of
   * SciJava's status bar.
   */
  void reportingTo(Progress progress, Runnable action);

  /**
   * Runs an action of the calling thread whose works end with a {@link
   * java.util.concurrent.CancellationException} soon after a wish to stop, whoever shows their
   * progress; SciJava's status bar is cleared at its end.
   *
   * @param stop whether the user wants the works to stop; asked often
   */
  void stoppableBy(BooleanSupplier stop, Runnable action);

  /**
   * Sets how many threads the engine uses from the next work on.
   *
   * @param threads at least 1
   */
  void useThreads(int threads);

  /** Frees all loaded networks; the next work loads its network again. */
  void release();
}
