package io.github.inceptionlens.weights.cache;

import io.github.inceptionlens.core.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * A folder of files that were computed once, found again by their names.
 *
 * <p>A file's own name also holds the checksum of its content, and it comes into being by one move:
 * a damaged or unfinished one is never found. Several processes may share the folder. When there
 * are too many, those that were not used for longest are removed.
 */
public final class FileCache {

  private static final Pattern CHECKED = Pattern.compile("[A-Za-z0-9-]+-[0-9a-f]{8}");
  private static final int KEY = 16;
  private static final int BUFFER = 1 << 20;

  private final Path folder;
  private final String suffix;
  private final int mostFiles;
  private final long mostBytes;

  /**
   * @param folder for these files only; need not exist yet
   * @param suffix how the files' names end, such as {@code .tif}
   */
  public FileCache(
      final Path folder, final String suffix, final int mostFiles, final long mostBytes) {
    this.folder = folder;
    this.suffix = suffix;
    this.mostFiles = mostFiles;
    this.mostBytes = mostBytes;
  }

  /** A short name that stands for a text of any length. */
  public static String key(final String text) {
    return HexFormat.of().formatHex(Sha256.of(text)).substring(0, KEY);
  }

  /**
   * The content that was kept under a name; nothing where it was not, or cannot be read.
   *
   * @param name letters, digits and hyphens
   */
  public Optional<byte[]> find(final String name) {
    for (final Path file : named(name + "-")) {
      try {
        final byte[] bytes = Files.readAllBytes(file);
        if (file.equals(file(name, bytes))) {
          touch(file);
          return Optional.of(bytes);
        }
      } catch (final IOException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * The file that was kept under a name, for what is too large for the memory; it may be removed at
   * any time, and is not opened for writing. Nothing where there is none, or it cannot be read.
   *
   * @param name letters, digits and hyphens
   */
  public Optional<Path> findFile(final String name) {
    for (final Path file : named(name + "-")) {
      try {
        if (file.equals(file(name, checksum(file)))) {
          touch(file);
          return Optional.of(file);
        }
      } catch (final IOException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Where that is not allowed, the file only counts as older than it is. */
  private static void touch(final Path file) {
    file.toFile().setLastModified(System.currentTimeMillis());
  }

  /**
   * Keeps a content in place of what was kept under names that begin alike.
   *
   * @param outdated the beginning of the names of what this replaces
   * @param name begins with {@code outdated}
   * @throws IOException when nothing can be written; then what was kept before still is
   */
  public void keep(final String outdated, final String name, final byte[] bytes)
      throws IOException {
    Files.createDirectories(folder);
    final Path fresh = UnfinishedFile.fresh(folder);
    try {
      write(fresh, bytes);
      moveIn(fresh, outdated, file(name, bytes));
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Writes a file. */
  @FunctionalInterface
  public interface Maker {

    /**
     * Writes it.
     *
     * @param fresh is there already, and empty; files beside it whose names are its own with {@code
     *     .part} or {@code .whole.part} go with it where the program ends meanwhile
     */
    void make(Path fresh) throws IOException;
  }

  /**
   * Keeps a file, which need not fit into the memory, in place of what was kept under its name.
   *
   * @param name letters, digits and hyphens
   * @throws IOException when nothing can be written; then what was kept before still is
   */
  public void keepFile(final String name, final Maker maker) throws IOException {
    Files.createDirectories(folder);
    final Path fresh = UnfinishedFile.fresh(folder);
    try {
      maker.make(fresh);
      moveIn(fresh, name + "-", file(name, checksum(fresh)));
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /**
   * Where a work can put what goes on when it is called again: a file, which need not be there, and
   * others beside it whose names are its own with {@code .part}, {@code .1.part} or {@code
   * .whole.part}. What was not written for a week is removed.
   *
   * @param name letters, digits and hyphens
   */
  public Path begun(final String name) {
    return UnfinishedFile.begun(folder, name);
  }

  private void moveIn(final Path fresh, final String outdated, final Path kept) throws IOException {
    Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE);
    named(outdated).stream()
        .filter(one -> isOurs(one) && !one.equals(kept))
        .forEach(FileCache::discard);
    tooMany().forEach(FileCache::discard);
    all().stream()
        .filter(this::isOurs)
        .filter(UnfinishedFile::isAbandoned)
        .forEach(FileCache::discard);
  }

  /** Removes what was kept under a name. */
  public void remove(final String name) {
    named(name + "-").stream().filter(this::isOurs).forEach(FileCache::discard);
  }

  /** Reaches the disk before the move that makes it count. */
  private static void write(final Path file, final byte[] bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      final ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  private Path file(final String name, final byte[] bytes) {
    final CRC32C checksum = new CRC32C();
    checksum.update(bytes);
    return file(name, checksum.getValue());
  }

  private Path file(final String name, final long checksum) {
    return folder.resolve(String.format(Locale.ROOT, "%s-%08x%s", name, checksum, suffix));
  }

  private static long checksum(final Path file) throws IOException {
    final CRC32C checksum = new CRC32C();
    try (FileChannel channel = FileChannel.open(file)) {
      final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
      while (channel.read(buffer.clear()) >= 0) {
        checksum.update(buffer.flip());
      }
    }
    return checksum.getValue();
  }

  private List<Path> named(final String beginning) {
    return all().stream()
        .filter(path -> path.getFileName().toString().startsWith(beginning))
        .toList();
  }

  /** Whether a file has a name that only this class gives. */
  private boolean isOurs(final Path file) {
    final String name = file.getFileName().toString();
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && (UnfinishedFile.is(file)
            || name.endsWith(suffix)
                && CHECKED.matcher(name.substring(0, name.length() - suffix.length())).matches());
  }

  /** From the file that was used last on, those that no longer fit. */
  private List<Path> tooMany() {
    final List<Path> files =
        all().stream()
            .filter(path -> isOurs(path) && !UnfinishedFile.is(path))
            .sorted(Comparator.comparingLong(path -> -path.toFile().lastModified()))
            .toList();
    final List<Path> tooMany = new ArrayList<>();
    long bytes = 0;
    for (int i = 0; i < files.size(); i++) {
      bytes += files.get(i).toFile().length();
      if (i > 0 && (i >= mostFiles || bytes > mostBytes)) {
        tooMany.add(files.get(i));
      }
    }
    return tooMany;
  }

  private List<Path> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (final IOException e) {
      return List.of();
    }
  }

  /** One that another process reads or has removed already is left to it. */
  private static void discard(final Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (final IOException e) {
      return;
    }
  }

  /**
   * Removes all that was kept, also what unfinished work left. What others put into the folder
   * stays.
   */
  public CleaningReport clear() {
    final List<Path> left = new ArrayList<>();
    long freed = 0;
    for (final Path file : all()) {
      final long size = file.toFile().length();
      if (isOurs(file)) {
        discard(file);
      }
      if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        left.add(file);
      } else {
        freed += size;
      }
    }
    return new CleaningReport(freed, left);
  }
}
