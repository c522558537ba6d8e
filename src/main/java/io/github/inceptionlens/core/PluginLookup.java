package io.github.inceptionlens.core;

import java.util.List;
import org.scijava.InstantiableException;
import org.scijava.plugin.DefaultPluginFinder;
import org.scijava.plugin.PluginIndex;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.SciJavaPlugin;

/**
 * Finds plugins without a SciJava context: those on the class path of this jar, in the order of
 * their priorities, then of their names.
 */
public final class PluginLookup {

  private static final PluginIndex INDEX =
      new PluginIndex(new DefaultPluginFinder(PluginLookup.class.getClassLoader()));

  static {
    INDEX.discover();
  }

  private PluginLookup() {}

  /**
   * One new instance of each plugin of a type; an index that names a class which is not there, as
   * after an incremental build, is no reason to fail.
   *
   * @throws UserError when one cannot be loaded
   */
  public static <P extends SciJavaPlugin> List<P> all(final Class<P> type) {
    return all(type, INDEX);
  }

  /** As {@link #all(Class)}, of the plugins that a SciJava context knows. */
  public static <P extends SciJavaPlugin> List<P> all(
      final Class<P> type, final PluginIndex index) {
    return index.getPlugins(type).stream()
        .sorted()
        .filter(PluginLookup::isThere)
        .map(PluginLookup::instance)
        .toList();
  }

  private static boolean isThere(final PluginInfo<?> info) {
    final String file = info.getClassName().replace('.', '/') + ".class";
    final ClassLoader context = Thread.currentThread().getContextClassLoader();
    return PluginLookup.class.getClassLoader().getResource(file) != null
        || context != null && context.getResource(file) != null;
  }

  private static <P extends SciJavaPlugin> P instance(final PluginInfo<P> info) {
    try {
      return info.createInstance();
    } catch (final InstantiableException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof LinkageError missing) {
          throw missing;
        }
      }
      throw new UserError("the plugin " + info.getClassName() + " cannot be loaded: " + e, e);
    }
  }
}
