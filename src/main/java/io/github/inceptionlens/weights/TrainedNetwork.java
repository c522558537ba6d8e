package io.github.inceptionlens.weights;

import io.github.inceptionlens.core.FileNames;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.weights.download.CatalogEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A training of InceptionV1 that can be loaded: which architecture, with the class names that come
 * with its file, and where its weights are.
 *
 * <p>Equal for the same, unchanged file.
 *
 * @param name how results name it
 * @param training its architecture and labels
 * @param origin its weights
 */
public record TrainedNetwork(String name, Training training, Origin origin) {

  /** The system property that names the default network, by name or path. */
  public static final String DEFAULT = "inceptionlens.weights";

  private static final String STANDARD = Training.TEXTURES.name();

  /**
   * The network that a user names; nothing is downloaded.
   *
   * @param text a name of the catalog or of the user's own networks, the path of a file of weights,
   *     or an empty text for the default
   * @throws UserError when there is no such network; the sentence says how to get it
   */
  public static TrainedNetwork named(final String text) {
    return named(text, NetworkStore.standard());
  }

  static TrainedNetwork named(final String text, final NetworkStore store) {
    final String chosen = text.isBlank() ? System.getProperty(DEFAULT, "") : text;
    final String name = chosen.isBlank() ? STANDARD : chosen.strip();
    final Optional<CatalogEntry> entry = store.catalog().find(name);
    if (entry.isPresent() && entry.get().bundled() != null) {
      return bundled(entry.get());
    }
    final Optional<Path> stored = store.find(name, Progress.NONE);
    if (stored.isPresent()) {
      return at(name, stored.get());
    }
    if (entry.isPresent()) {
      throw notDownloaded(entry.get(), store);
    }
    final Path file = file(name, store);
    return at(file.getFileName().toString(), file);
  }

  private static Path file(final String text, final NetworkStore store) {
    try {
      final Path file = Path.of(text).toAbsolutePath().normalize();
      if (Files.isRegularFile(file)) {
        return file;
      }
    } catch (final InvalidPathException e) {
      throw missing(text, store, e);
    }
    throw missing(text, store, null);
  }

  private static TrainedNetwork at(final String name, final Path file) {
    try {
      final Origin origin = Origin.OnDisk.of(file);
      return new TrainedNetwork(name, WeightFiles.training(origin), origin);
    } catch (final IOException e) {
      throw new UserError("\"" + file + "\" cannot be read: " + e, e);
    }
  }

  private static TrainedNetwork bundled(final CatalogEntry entry) {
    final Training training = Training.named(entry.training()).orElseThrow();
    return new TrainedNetwork(entry.name(), training, new Origin.Bundled(entry.bundled()));
  }

  private static UserError notDownloaded(final CatalogEntry entry, final NetworkStore store) {
    return new UserError(
        String.format(
            Locale.ROOT,
            "network is \"%s\", which is not on this computer yet: download it with run(\"InceptionV1 Networks...\", \"action=download name=%s\"), or put %s into %s",
            entry.name(),
            entry.name(),
            entry.file(),
            store.folder()));
  }

  private static UserError missing(
      final String text, final NetworkStore store, final Exception cause) {
    return new UserError(
        String.format(
            Locale.ROOT,
            "network is \"%s\", but there is no such file or network: give one of %s, or the path of a file of weights, such as /data/bvlc_googlenet.caffemodel%s",
            text,
            store.catalog().names(),
            FileNames.hint(text)),
        cause);
  }

  /** The table of the network. */
  public Architecture architecture() {
    return training.architecture();
  }

  /**
   * Reads the weights, and keeps them as safetensors in the networks' folder, so that the next
   * reading of the same, unchanged file takes a moment.
   *
   * @throws UserError when the file is not a complete training of this architecture
   */
  public Weights read() {
    return read(NetworkStore.standard());
  }

  Weights read(final NetworkStore store) {
    return store.read(origin, architecture());
  }
}
