package io.github.inceptionlens.network.engine;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtEngineProvider;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.GradientCollector;
import io.github.inceptionlens.core.Progress;

/**
 * The one gate to DJL's PyTorch engine: starts it from any class loader, offline and without
 * telemetry, and hands out managers of native memory.
 *
 * <p>Nobody else calls a static factory of DJL, for those depend on the thread's class loader.
 */
public final class TorchEngine {

  private static TorchEngine started;

  private final Engine engine;

  private TorchEngine(final Engine engine) {
    this.engine = engine;
  }

  /**
   * The running engine, started on the first call; that unpacks PyTorch once per computer.
   *
   * @param progress is notified while the engine is being unpacked
   * @throws io.github.inceptionlens.core.UserError when PyTorch cannot be started here; the
   *     sentence says why and what helps
   */
  public static synchronized TorchEngine start(final Progress progress) {
    if (started == null) {
      EngineVersions.check(TorchEngine.class.getClassLoader());
      leaveCudaAlone();
      EngineFiles.check(progress);
      started = new TorchEngine(load());
    }
    return started;
  }

  /**
   * Keeps DJL from loading CUDA's runtime, which we do not use: where it is installed without a
   * driver DJL warns, and Fiji opens its Console.
   */
  private static void leaveCudaAlone() {
    final TemporaryProperties settings =
        new TemporaryProperties().set("ai.djl.util.cuda.fork", "true");
    try {
      Class.forName("ai.djl.util.cuda.CudaUtils", true, TorchEngine.class.getClassLoader());
    } catch (final ClassNotFoundException e) {
      throw EngineFailure.explain(new NoClassDefFoundError(e.getMessage()));
    } finally {
      settings.restore();
    }
  }

  private static Engine load() {
    final Thread thread = Thread.currentThread();
    final ClassLoader before = thread.getContextClassLoader();
    final TemporaryProperties settings =
        new TemporaryProperties()
            .set("OPT_OUT_TRACKING", "true")
            .set("ai.djl.offline", "true")
            .set("ai.djl.default_engine", "PyTorch");
    thread.setContextClassLoader(TorchEngine.class.getClassLoader());
    try {
      Engine.registerEngine(new PtEngineProvider());
      return Engine.getEngine("PyTorch");
    } catch (final RuntimeException | LinkageError e) {
      throw EngineFailure.explain(e);
    } finally {
      thread.setContextClassLoader(before);
      settings.restore();
    }
  }

  /**
   * Sets how many threads each operation uses.
   *
   * @param threads at least 1
   */
  public void useThreads(final int threads) {
    if (JniUtils.getNumThreads() != threads) {
      JniUtils.setNumThreads(threads);
    }
  }

  /** The versions in use, for instance {@code PyTorch 2.7.1, DJL 0.35.1}. */
  public String version() {
    return "PyTorch " + engine.getVersion() + ", DJL " + Engine.getDjlVersion();
  }

  /** A manager of native memory; whatever it holds is freed when it closes. */
  public NDManager newManager() {
    return engine.newBaseManager(Device.cpu());
  }

  /** A gradient collector; only one may be open in the whole process. */
  public GradientCollector newGradientCollector() {
    return engine.newGradientCollector();
  }
}
