package io.github.inceptionlens.network.engine;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.concurrent.Callable;

/**
 * Loads the jars named in the first argument as ImageJ does, by a loader of its own and with the
 * thread's loader untouched: first a bare DJL that initializes empty where the second argument says
 * so, then our starter, then our starter by yet another loader, twice.
 */
public final class ForeignLoaders {

  private ForeignLoaders() {}

  /** Runs with only this class on the class path. */
  public static void main(final String[] arguments) throws Exception {
    final String[] entries = arguments[0].split(File.pathSeparator);
    final URLClassLoader first = loader(entries);
    if (arguments[1].equals("empty")) {
      say("bare: " + bare(first));
    }
    say("first " + starter(first).call());
    say("first " + starter(first).call());
    final Callable<String> second = starter(loader(entries));
    say("second " + second.call());
    say("second " + second.call());
    System.exit(0);
  }

  private static URLClassLoader loader(final String[] entries) throws Exception {
    final URL[] urls = new URL[entries.length];
    for (int i = 0; i < urls.length; i++) {
      urls[i] = new File(entries[i]).toURI().toURL();
    }
    return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
  }

  @SuppressWarnings("unchecked")
  private static Callable<String> starter(final ClassLoader loader) throws Exception {
    return (Callable<String>)
        Class.forName("io.github.inceptionlens.network.engine.EngineStarter", true, loader)
            .getMethod("create")
            .invoke(null);
  }

  private static void say(final String line) {
    System.out.println(line);
  }

  /** What DJL's own static way answers under a foreign loader. */
  private static String bare(final ClassLoader loader) throws Exception {
    try {
      return String.valueOf(
          Class.forName("ai.djl.engine.Engine", true, loader)
              .getMethod("getEngine", String.class)
              .invoke(null, "PyTorch"));
    } catch (final java.lang.reflect.InvocationTargetException e) {
      return String.valueOf(e.getCause().getMessage());
    }
  }
}
