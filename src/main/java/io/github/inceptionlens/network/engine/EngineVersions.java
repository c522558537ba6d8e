package io.github.inceptionlens.network.engine;

import io.github.inceptionlens.core.UserError;
import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses a second DJL beside ours before anything of either is run: parts of two versions do not
 * work together, and would look for their natives on the network.
 */
final class EngineVersions {

  /** A class of each of DJL's jars that we use. */
  private static final List<String> CLASSES =
      List.of("ai/djl/engine/Engine.class", "ai/djl/pytorch/engine/PtEngine.class");

  private static final Pattern JAR = Pattern.compile(".*/([^/]+\\.jar)!/.*");

  private EngineVersions() {}

  /**
   * Looks for the jars without loading a class of them.
   *
   * @throws UserError when there are two of a kind; the sentence names them
   */
  static void check(final ClassLoader loader) {
    for (final String name : CLASSES) {
      final Set<String> jars = jars(loader, name);
      if (jars.size() > 1) {
        throw new UserError(
            "Several versions of DJL are installed ("
                + String.join(", ", jars)
                + "), which cannot be used together: leave the one that came with Inception Lens"
                + " in the folder jars, move the others away, and restart ImageJ");
      }
    }
  }

  private static Set<String> jars(final ClassLoader loader, final String name) {
    final Set<String> jars = new TreeSet<>();
    try {
      for (final URL place : Collections.list(loader.getResources(name))) {
        final Matcher jar = JAR.matcher(place.toString());
        jars.add(jar.matches() ? jar.group(1) : place.toString());
      }
    } catch (final IOException e) {
      return Set.of();
    }
    return jars;
  }
}
