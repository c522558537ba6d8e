package io.github.inceptionlens.network;

import ai.djl.util.Utils;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;

/** PyTorch's native libraries: in a jar on the class path, unpacked once into DJL's cache. */
final class EngineFiles {

  private static final long UNPACKED_MEGABYTES = 432;
  private static final long MEGABYTE = 1 << 20;

  private EngineFiles() {}

  /** Says that the engine is being unpacked, or why that cannot work, before it is tried. */
  static void check(final Progress progress) {
    if (System.getenv("PYTORCH_LIBRARY_PATH") != null) {
      return;
    }
    final Properties natives = properties();
    final Path cache = Utils.getEngineCacheDir("pytorch");
    final String folder =
        natives.getProperty("version") + "-cpu-" + natives.getProperty("classifier");
    if (Files.isRegularFile(cache.resolve(folder).resolve(System.mapLibraryName("torch")))) {
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

  private static Properties properties() {
    try (InputStream in = EngineFiles.class.getResourceAsStream("/native/lib/pytorch.properties")) {
      if (in == null) {
        throw new UserError(
            "PyTorch for this computer ("
                + platform()
                + ") is not installed: add pytorch-native-cpu for your platform beside the"
                + " Inception Lens jar and restart ImageJ");
      }
      final Properties properties = new Properties();
      properties.load(in);
      return properties;
    } catch (final IOException e) {
      throw new UserError("PyTorch's jar cannot be read: install Inception Lens again", e);
    }
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

  static String platform() {
    return System.getProperty("os.name").toLowerCase(Locale.ROOT)
        + " "
        + System.getProperty("os.arch");
  }
}
