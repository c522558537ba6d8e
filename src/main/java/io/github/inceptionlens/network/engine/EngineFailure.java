package io.github.inceptionlens.network.engine;

import io.github.inceptionlens.core.UserError;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Turns what DJL throws when PyTorch does not start into one sentence with a remedy. */
final class EngineFailure {

  /** What a message of the failure contains, and what the user reads then. */
  private static final Map<String, String> REMEDIES = new LinkedHashMap<>();

  static {
    REMEDIES.put(
        "already loaded in another classloader",
        "PyTorch was loaded by another plugin, or before the menus were refreshed: restart ImageJ");
    REMEDIES.put(
        "no space left",
        "The disk is full, so the PyTorch engine (432 MB) could not be unpacked: free some space or"
            + " set DJL_CACHE_DIR to a folder on another disk and restart ImageJ");
    REMEDIES.put(
        "not enough space",
        "The disk is full, so the PyTorch engine (432 MB) could not be unpacked: free some space or"
            + " set DJL_CACHE_DIR to a folder on another disk and restart ImageJ");
    REMEDIES.put(
        "glibc",
        "This Linux is too old for PyTorch, which needs glibc 2.28 or newer: use a newer Linux");
    REMEDIES.put(
        "dependent libraries",
        "PyTorch needs the Microsoft Visual C++ Redistributable (2019 or newer): install it and"
            + " restart ImageJ");
  }

  private EngineFailure() {}

  static UserError explain(final Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UserError error) {
        return error;
      }
      final String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      for (final Map.Entry<String, String> remedy : REMEDIES.entrySet()) {
        if (message.contains(remedy.getKey())) {
          return new UserError(remedy.getValue(), failure);
        }
      }
    }
    return new UserError(
        "PyTorch could not be started on this computer ("
            + Platform.current()
            + ", "
            + reason(failure)
            + "): delete the folder "
            + EngineFiles.cache()
            + ", unpack the Inception Lens zip for your platform over ImageJ's folder again and"
            + " restart ImageJ",
        failure);
  }

  private static String reason(final Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("no reason given");
  }
}
