package io.github.inceptionlens.ij1;

import ij.IJ;
import ij.plugin.PlugIn;

/**
 * What ImageJ's menu calls: sees to it that this Java is new enough, and then hands over to the
 * {@link Launcher}.
 *
 * <p>Compiled for Java 8, so that an old Java can load it and say what is missing; it names no
 * other class of ours.
 */
public final class JavaVersionGate implements PlugIn {

  private static final int NEEDED = 17;
  private static final String LAUNCHER = "io.github.inceptionlens.ij1.Launcher";

  /**
   * @param commandClass the name of the command's class, from {@code plugins.config}
   */
  @Override
  public void run(final String commandClass) {
    final String refusal = refusal(System.getProperty("java.specification.version"));
    if (refusal.isEmpty()) {
      launcher().run(commandClass);
    } else {
      IJ.error("Inception Lens", refusal);
    }
  }

  /**
   * Why the plugin cannot run on a Java, in one sentence; empty when it can.
   *
   * @param java the version of Java's specification, such as {@code 1.8} or {@code 17}
   */
  static String refusal(final String java) {
    final String release = java.startsWith("1.") ? java.substring(2) : java;
    if (Integer.parseInt(release) >= NEEDED) {
      return "";
    }
    return "Inception Lens needs Java "
        + NEEDED
        + " or newer, but this ImageJ runs on Java "
        + release
        + ": install a current Fiji, or start ImageJ with a newer Java.";
  }

  private static PlugIn launcher() {
    try {
      return (PlugIn)
          Class.forName(LAUNCHER, true, JavaVersionGate.class.getClassLoader())
              .getDeclaredConstructor()
              .newInstance();
    } catch (final ReflectiveOperationException e) {
      throw new IllegalStateException("the jar lacks " + LAUNCHER, e);
    }
  }
}
