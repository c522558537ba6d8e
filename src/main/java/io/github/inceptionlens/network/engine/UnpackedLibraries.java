package io.github.inceptionlens.network.engine;

import io.github.inceptionlens.core.UserError;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;

/**
 * PyTorch's unpacked libraries, compared with the jars that they come from before they are loaded:
 * the system ends the whole program when it loads a damaged one.
 *
 * <p>Sizes are compared at every start, checksums once for files that have not changed since.
 */
final class UnpackedLibraries {

  /** What was found right, beside the libraries. */
  private static final String NOTE = ".inception-lens-checked";

  private final Path folder;
  private final Map<String, JarEntry> entries;

  private UnpackedLibraries(final Path folder, final Map<String, JarEntry> entries) {
    this.folder = folder;
    this.entries = entries;
  }

  /**
   * The libraries of the installed PyTorch.
   *
   * @param folder where they are unpacked
   * @param natives what the installed PyTorch says of itself
   */
  static UnpackedLibraries of(
      final Path folder, final Properties natives, final ClassLoader loader) {
    final String classifier = natives.getProperty("classifier");
    final String flavor = natives.getProperty("flavor", "cpu");
    final Map<String, JarEntry> entries = new LinkedHashMap<>();
    for (final String library : natives.getProperty("libraries", "").split(",")) {
      final String place = "pytorch/" + flavor + "/" + classifier + "/" + library.strip();
      final JarEntry entry = entry(loader, place);
      if (entry != null) {
        entries.put(library.strip(), entry);
      }
    }
    return new UnpackedLibraries(folder, entries);
  }

  private static JarEntry entry(final ClassLoader loader, final String place) {
    final URL url = loader.getResource(place);
    try {
      return url != null && url.openConnection() instanceof JarURLConnection jar
          ? jar.getJarEntry()
          : null;
    } catch (final IOException e) {
      return null;
    }
  }

  /**
   * Removes the libraries if one of them is damaged, so that they are unpacked anew.
   *
   * @throws UserError when a damaged library cannot be removed
   */
  void removeDamaged() {
    try {
      if (!areSizesRight() || !(isNoted() || areChecksumsRight())) {
        for (final String library : entries.keySet()) {
          Files.deleteIfExists(folder.resolve(library));
        }
        Files.deleteIfExists(folder.resolve(NOTE));
      }
    } catch (final IOException e) {
      throw new UserError(
          "PyTorch's libraries in "
              + folder
              + " are damaged and cannot be removed ("
              + e
              + "): close other programs that use them, delete the folder and restart ImageJ",
          e);
    }
  }

  private boolean areSizesRight() throws IOException {
    for (final Map.Entry<String, JarEntry> library : entries.entrySet()) {
      final Path file = folder.resolve(library.getKey());
      if (!Files.isRegularFile(file) || Files.size(file) != library.getValue().getSize()) {
        return false;
      }
    }
    return true;
  }

  private boolean areChecksumsRight() throws IOException {
    for (final Map.Entry<String, JarEntry> library : entries.entrySet()) {
      if (checksum(folder.resolve(library.getKey())) != library.getValue().getCrc()) {
        return false;
      }
    }
    note();
    return true;
  }

  private static long checksum(final Path file) throws IOException {
    final CRC32 checksum = new CRC32();
    try (InputStream in = new CheckedInputStream(Files.newInputStream(file), checksum)) {
      final byte[] buffer = new byte[1 << 16];
      while (in.read(buffer) >= 0) {
        continue;
      }
    }
    return checksum.getValue();
  }

  private boolean isNoted() throws IOException {
    final Path note = folder.resolve(NOTE);
    return Files.isRegularFile(note, LinkOption.NOFOLLOW_LINKS)
        && Files.readString(note).equals(state());
  }

  /** A note that cannot be written only costs time. */
  private void note() throws IOException {
    final String state = state();
    try {
      Files.writeString(folder.resolve(NOTE), state);
    } catch (final IOException e) {
      return;
    }
  }

  private String state() throws IOException {
    final StringBuilder state = new StringBuilder();
    for (final String library : entries.keySet()) {
      final Path file = folder.resolve(library);
      state.append(library).append(' ').append(Files.size(file)).append(' ');
      state.append(Files.getLastModifiedTime(file)).append('\n');
    }
    return state.toString();
  }
}
