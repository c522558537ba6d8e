package io.github.inceptionlens.ij1;

import ij.IJ;
import org.scijava.Context;

/** The SciJava context of the ImageJ we run in: Fiji's own, or one we make and keep. */
final class SciJavaContext {

  private static Context context;

  private SciJavaContext() {}

  /**
   * The context.
   *
   * <p>Fiji replies to this call with its own; plain ImageJ makes a new one, with every service
   * that the thread's context class loader finds.
   */
  static synchronized Context context() {
    if (context == null) {
      final Thread thread = Thread.currentThread();
      final ClassLoader loader = thread.getContextClassLoader();
      final Object found = IJ.runPlugIn("org.scijava.Context", "");
      thread.setContextClassLoader(loader); // patched ImageJs leave their own behind
      context = found instanceof Context theirs ? theirs : new Context();
    }
    return context;
  }
}
