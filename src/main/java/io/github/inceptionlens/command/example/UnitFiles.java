package io.github.inceptionlens.command.example;

import ij.ImagePlus;
import io.github.inceptionlens.command.file.OutputFolder;
import io.github.inceptionlens.command.file.ResultFolder;
import io.github.inceptionlens.command.file.TiffProperties;
import io.github.inceptionlens.core.FileNames;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.weights.cache.FileCache;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A folder with a TIFF file per unit. Each says by a key which call made it: those of the same call
 * are replaced, those of another are never touched.
 *
 * @param call stands for all that the files depend on
 */
record UnitFiles(Path folder, String call) {

  private static final String RUN = ResultImages.PROPERTY_PREFIX + "call";

  /**
   * The folder that a key's value names, made ready.
   *
   * @param text empty for none
   * @param units whose names its files have
   * @param parameters all that the files depend on
   * @throws UserError when it is no folder, or holds files of another call under these names
   */
  static Optional<UnitFiles> of(
      final String text, final List<String> units, final List<Object> parameters) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    final UnitFiles files =
        new UnitFiles(ResultFolder.path(text), FileCache.key(parameters.toString()));
    files.requireOwn(units);
    return Optional.of(files);
  }

  private void requireOwn(final List<String> units) {
    for (final String unit : units) {
      final Path file = file(unit);
      if (Files.exists(file) && !TiffProperties.of(file, RUN).equals(Optional.of(call))) {
        throw new UserError(
            String.format(
                Locale.ROOT,
                "folder is \"%s\", which holds \"%s\" already, of another call: choose another"
                    + " folder, or move it away",
                folder,
                file.getFileName()));
      }
    }
    OutputFolder.make(folder);
  }

  private Path file(final String unit) {
    return folder.resolve("examples-" + FileNames.part(unit) + ".tif");
  }

  /**
   * Writes a unit's file, at once and whole.
   *
   * @throws UserError when it cannot be written
   */
  void write(final String unit, final ImagePlus image) {
    image.setProp(RUN, call);
    OutputFolder.write(
        file(unit), image, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
