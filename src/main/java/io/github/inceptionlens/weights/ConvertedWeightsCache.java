package io.github.inceptionlens.weights;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.weights.cache.CleaningReport;
import io.github.inceptionlens.weights.cache.FileCache;
import io.github.inceptionlens.weights.format.MemoryChannel;
import io.github.inceptionlens.weights.format.SafetensorsFormat;
import io.github.inceptionlens.weights.format.SafetensorsWriter;
import io.github.inceptionlens.weights.format.WeightSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Networks that were read once, as safetensors with both digests: of the file that they came from
 * and of the weights. They open quickly, and nothing is digested again, until the file's path,
 * size, time or sampled blocks differ. Where nothing can be written, networks are read from their
 * files every time.
 */
final class ConvertedWeightsCache {

  private static final String SUFFIX = ".safetensors";
  private static final String FILE = "file";
  private static final String WEIGHTS = "weights";
  private static final int MOST = 8;

  private final FileCache files;

  /**
   * @param folder for conversions only; need not exist yet
   */
  ConvertedWeightsCache(final Path folder) {
    files = new FileCache(folder, SUFFIX, MOST, Long.MAX_VALUE);
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
    final Optional<byte[]> bytes = files.find(name(origin, architecture));
    try {
      return bytes.isPresent() ? Optional.of(parse(bytes.get(), architecture)) : Optional.empty();
    } catch (final IOException e) {
      throw new IllegalStateException("memory can be read", e);
    }
  }

  private static Weights parse(final byte[] bytes, final Architecture architecture)
      throws IOException {
    try (WeightSource source = new WeightSource("a conversion", new MemoryChannel(bytes))) {
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
        final Map<String, String> digests = Map.of(WEIGHTS, weights.digest(), FILE, weights.file());
        files.keep(
            path(origin), name(origin, architecture), SafetensorsWriter.exact(weights, digests));
      }
    } catch (final IOException e) {
      return weights;
    }
    return weights;
  }

  private static String name(final Origin.OnDisk origin, final Architecture architecture) {
    final String state =
        String.join(
            " ",
            String.valueOf(origin.size()),
            String.valueOf(origin.modified()),
            origin.sample(),
            architecture.name());
    return path(origin) + FileCache.key(state);
  }

  private static String path(final Origin.OnDisk origin) {
    return FileCache.key(origin.path().toString()) + "-";
  }

  /** Removes all conversions and what unfinished ones left. */
  CleaningReport clear() {
    return files.clear();
  }
}
