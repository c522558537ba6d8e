package io.github.inceptionlens.network.engine;

import ai.djl.util.Utils;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;

/** PyTorch's native libraries: in a jar on the class path, unpacked once into DJL's cache. */
final class EngineFiles {

  private static final long UNPACKED_MEGABYTES = 432;
  private static final long MEGABYTE = 1 << 20;

  private EngineFiles() {}

  /** The folder into which DJL unpacks every PyTorch. */
  static Path cache() {
    return Utils.getEngineCacheDir("pytorch");
  }

  /** Says that the engine is being unpacked, or why that cannot work, before it is tried. */
  static void check(final Progress progress) {
    if (System.getenv("PYTORCH_LIBRARY_PATH") != null) {
      return;
    }
    final Properties natives = properties();
    final Path cache = cache();
    final String folder =
        natives.getProperty("version") + "-cpu-" + natives.getProperty("classifier");
    final Path unpacked = cache.resolve(folder);
    if (Files.isDirectory(unpacked)) {
      UnpackedLibraries.of(unpacked, natives, EngineFiles.class.getClassLoader()).removeDamaged();
    }
    if (Files.isRegularFile(unpacked.resolve(System.mapLibraryName("torch")))) {
      return;
    }
    checkSpace(cache);
    progress.at(
        0,
        "Unpacking the PyTorch engine ("
            + UNPACKED_MEGABYTES
            + " MB, once) into "
            + cache
            + " ...");
  }

  /** What the installed PyTorch for this computer says of itself. */
  private static Properties properties() {
    final Platform here = Platform.current();
    here.requireSupported();
    final List<String> others = new ArrayList<>();
    try {
      for (final URL place : installed()) {
        final Properties natives = new Properties();
        try (InputStream in = place.openStream()) {
          natives.load(in);
        }
        if (here.isNamed(natives.getProperty("classifier"))) {
          return natives;
        }
        others.add(natives.getProperty("classifier"));
      }
    } catch (final IOException e) {
      throw new UserError(
          "PyTorch's jar cannot be read: unpack the Inception Lens zip over ImageJ's folder again"
              + " and restart ImageJ",
          e);
    }
    throw here.missing(others);
  }

  private static List<URL> installed() throws IOException {
    return Collections.list(
        EngineFiles.class.getClassLoader().getResources("native/lib/pytorch.properties"));
  }

  private static void checkSpace(final Path cache) {
    try {
      Files.createDirectories(cache);
      final long free = Files.getFileStore(cache).getUsableSpace() / MEGABYTE;
      if (free < UNPACKED_MEGABYTES) {
        throw new UserError(
            "The PyTorch engine needs "
                + UNPACKED_MEGABYTES
                + " MB in "
                + cache
                + ", but only "
                + free
                + " MB are free: free some space, or set the environment variable DJL_CACHE_DIR to"
                + " a folder on another disk and restart ImageJ");
      }
    } catch (final IOException e) {
      throw new UserError(
          "The PyTorch engine cannot be unpacked into "
              + cache
              + ": make that folder writable, or set the environment variable DJL_CACHE_DIR to"
              + " another one and restart ImageJ",
          e);
    }
  }
}
