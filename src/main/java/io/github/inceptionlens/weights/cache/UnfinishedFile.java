package io.github.inceptionlens.weights.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** What the files of a cache are called while they are written, and how long they are left. */
final class UnfinishedFile {

  private static final String FRESH = ".fresh-";
  private static final String BEGUN = ".begun-";
  private static final Pattern NAME =
      Pattern.compile("\\.(fresh-\\d+|begun-[A-Za-z0-9-]+)\\.tmp(\\.whole|\\.\\d+)?(\\.part)?");
  private static final long FRESH_MILLIS = TimeUnit.HOURS.toMillis(1);
  private static final long BEGUN_MILLIS = TimeUnit.DAYS.toMillis(7);

  private UnfinishedFile() {}

  /** One that goes when the work ends. */
  static Path fresh(final Path folder) throws IOException {
    return Files.createTempFile(folder, FRESH, null);
  }

  /** One that stays for a work that goes on. */
  static Path begun(final Path folder, final String name) {
    return folder.resolve(BEGUN + name + ".tmp");
  }

  /** Whether a file is called so. */
  static boolean is(final Path file) {
    return NAME.matcher(file.getFileName().toString()).matches();
  }

  /** Whether it is one that nobody writes any more. */
  static boolean isAbandoned(final Path file) {
    final String name = file.getFileName().toString();
    final long age = System.currentTimeMillis() - file.toFile().lastModified();
    return is(file) && age > (name.startsWith(BEGUN) ? BEGUN_MILLIS : FRESH_MILLIS);
  }
}
