package io.github.inceptionlens.ij1;

import ij.gui.Toolbar;
import ij.plugin.frame.RoiManager;
import io.github.inceptionlens.service.LensService;
import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.scijava.util.FileUtils;

/** What is to be as at ImageJ's start before macros that know nothing of those before them. */
final class FreshImageJ {

  private static final Set<String> KEPT = Set.of(".converted", ".lock");

  private FreshImageJ() {}

  static void begin() throws IOException {
    LensService.of(SciJavaContext.context()).release();
    final RoiManager manager = RoiManager.getRawInstance();
    if (manager != null) {
      manager.reset();
      manager.close();
    }
    Toolbar.setForegroundColor(Color.BLACK);
    Toolbar.setBackgroundColor(Color.WHITE);
    forgetNetworks(Path.of(System.getProperty("inceptionlens.networks")));
  }

  /** Takes away what macros added: networks, dictionaries, variants, pictures of units. */
  private static void forgetNetworks(final Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> entries = Files.list(folder)) {
        for (final Path entry : entries.filter(one -> !isKept(one)).toList()) {
          FileUtils.deleteRecursively(entry.toFile());
        }
      }
    }
  }

  private static boolean isKept(final Path entry) {
    return KEPT.contains(entry.getFileName().toString());
  }
}
