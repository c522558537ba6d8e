package io.github.inceptionlens.weights;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.Architecture;
import io.github.inceptionlens.network.Weights;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Networks that were read once, as safetensors with both digests: of the file that they came from
 * and of the weights. They open quickly, and nothing is digested again, until the file's path, size
 * or time differs.
 *
 * <p>A conversion's name holds the checksum of its content, and it comes into being by one move: a
 * damaged or unfinished one is never used. Where nothing can be written, networks are read from
 * their files every time.
 */
final class Conversions {

  private static final String FRESH = ".converting-";
  private static final String SUFFIX = ".safetensors";
  private static final String FILE = "file";
  private static final String WEIGHTS = "weights";
  private static final int MOST = 8;
  private static final int KEY = 16;
  private static final long ABANDONED_MILLIS = TimeUnit.HOURS.toMillis(1);

  private final Path folder;

  /**
   * @param folder for conversions only; need not exist yet
   */
  Conversions(final Path folder) {
    this.folder = folder;
  }

  /**
   * The weights of a file, from its conversion if there is one.
   *
   * @throws UserError when the file is not a complete training of the architecture
   */
  Weights read(final Origin origin, final Architecture architecture) {
    if (origin instanceof Origin.OnDisk file) {
      return kept(file, architecture).orElseGet(() -> convert(file, architecture));
    }
    return original(origin, architecture);
  }

  private static Weights original(final Origin origin, final Architecture architecture) {
    final Weights weights = WeightFiles.read(origin, architecture);
    return weights.known(weights.digest(), WeightFiles.digest(origin));
  }

  private Optional<Weights> kept(final Origin.OnDisk origin, final Architecture architecture) {
    for (final Path conversion : named(prefix(origin, architecture))) {
      try {
        final byte[] bytes = Files.readAllBytes(conversion);
        if (conversion.equals(conversion(origin, architecture, bytes))) {
          return Optional.of(parse(conversion, bytes, architecture));
        }
      } catch (final IOException e) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Weights parse(
      final Path conversion, final byte[] bytes, final Architecture architecture)
      throws IOException {
    try (WeightSource source = new WeightSource(conversion.toString(), new MemoryChannel(bytes))) {
      final Map<String, String> digests = SafetensorsFormat.metadata(source);
      return new SafetensorsFormat()
          .read(source, architecture)
          .known(digests.get(WEIGHTS), digests.get(FILE));
    }
  }

  private Weights convert(final Origin.OnDisk origin, final Architecture architecture) {
    final Weights weights = original(origin, architecture);
    try {
      if (Origin.OnDisk.of(origin.path()).equals(origin)) {
        keep(origin, architecture, weights);
      }
    } catch (final IOException e) {
      return weights;
    }
    return weights;
  }

  private void keep(
      final Origin.OnDisk origin, final Architecture architecture, final Weights weights)
      throws IOException {
    final Map<String, String> digests = Map.of(WEIGHTS, weights.digest(), FILE, weights.file());
    final byte[] bytes = SafetensorsWriter.exact(weights, digests);
    Files.createDirectories(folder);
    final Path fresh = Files.createTempFile(folder, FRESH, null);
    try {
      write(fresh, bytes);
      named(path(origin)).forEach(Conversions::discard);
      Files.move(fresh, conversion(origin, architecture, bytes), StandardCopyOption.ATOMIC_MOVE);
      oldest().forEach(Conversions::discard);
      abandoned().forEach(Conversions::discard);
    } finally {
      Files.deleteIfExists(fresh);
    }
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

  private Path conversion(
      final Origin.OnDisk origin, final Architecture architecture, final byte[] bytes) {
    final CRC32C checksum = new CRC32C();
    checksum.update(bytes);
    final String name = prefix(origin, architecture) + "%08x".formatted(checksum.getValue());
    return folder.resolve(name + SUFFIX);
  }

  private static String prefix(final Origin.OnDisk origin, final Architecture architecture) {
    final String state = origin.size() + " " + origin.modified() + " " + architecture.name();
    return path(origin) + key(state) + "-";
  }

  private static String path(final Origin.OnDisk origin) {
    return key(origin.path().toString()) + "-";
  }

  private static String key(final String text) {
    try {
      final byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      final String digest = FileDigest.of(new ByteArrayInputStream(bytes));
      return digest.substring(digest.length() - KEY);
    } catch (final IOException e) {
      throw new IllegalStateException("memory can be read", e);
    }
  }

  private List<Path> named(final String prefix) {
    return all().stream().filter(path -> path.getFileName().toString().startsWith(prefix)).toList();
  }

  private List<Path> oldest() {
    final List<Path> conversions =
        all().stream()
            .filter(path -> path.getFileName().toString().endsWith(SUFFIX))
            .sorted(Comparator.comparingLong(path -> path.toFile().lastModified()))
            .toList();
    return conversions.subList(0, Math.max(0, conversions.size() - MOST));
  }

  /** What processes that ended in the middle of a conversion left. */
  private List<Path> abandoned() {
    final long latest = System.currentTimeMillis() - ABANDONED_MILLIS;
    return named(FRESH).stream().filter(path -> path.toFile().lastModified() < latest).toList();
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
  private static void discard(final Path conversion) {
    try {
      Files.deleteIfExists(conversion);
    } catch (final IOException e) {
      return;
    }
  }

  /**
   * Removes all conversions and what unfinished ones left.
   *
   * @return the bytes that are free now
   */
  long clear() throws IOException {
    long freed = 0;
    for (final Path file : all()) {
      freed += Files.size(file);
      Files.delete(file);
    }
    return freed;
  }
}
