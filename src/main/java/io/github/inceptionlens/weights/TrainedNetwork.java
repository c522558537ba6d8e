package io.github.inceptionlens.weights;

import io.github.inceptionlens.core.FileNames;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.network.edit.NetworkEdit;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.weights.download.CatalogEntry;
import io.github.inceptionlens.weights.variant.Variant;
import io.github.inceptionlens.weights.variant.VariantStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A training of InceptionV1 that can be loaded: which architecture, with the class names that come
 * with its file, and where its weights are.
 *
 * <p>Equal for the same, unchanged file.
 *
 * @param name how results name it
 * @param training its architecture and labels
 * @param origin its weights, or of a variant the file of its edits
 * @param parent of a variant the network that it is an edit of
 */
public record TrainedNetwork(
    String name, Training training, Origin origin, Optional<TrainedNetwork> parent) {

  /** The system property that names the default network, by name or path. */
  public static final String DEFAULT = "inceptionlens.weights";

  private static final String NETWORK = "network";
  private static final String STANDARD = Training.TEXTURES.name();
  private static final int MOST_GENERATIONS = 20;

  /** A network that is no variant. */
  TrainedNetwork(final String name, final Training training, final Origin origin) {
    this(name, training, origin, Optional.empty());
  }

  /**
   * The network that a user names; nothing is downloaded.
   *
   * @param text a name of the catalog or of the user's own networks, the path of a file of weights,
   *     or an empty text for the default
   * @throws UserError when there is no such network; the sentence says how to get it
   */
  public static TrainedNetwork named(final String text) {
    return named(NETWORK, text);
  }

  /**
   * The same.
   *
   * @param key what the user gave the name for, which the sentence names
   */
  public static TrainedNetwork named(final String key, final String text) {
    return named(key, text, NetworkStore.standard(), 0);
  }

  static TrainedNetwork named(final String text, final NetworkStore store) {
    return named(NETWORK, text, store, 0);
  }

  private static TrainedNetwork named(
      final String key, final String text, final NetworkStore store, final int generation) {
    final String chosen = text.isBlank() ? System.getProperty(DEFAULT, "") : text;
    final String name = chosen.isBlank() ? STANDARD : chosen.strip();
    final Optional<CatalogEntry> entry = store.catalog().find(name);
    if (entry.isPresent() && entry.get().bundled() != null) {
      return bundled(entry.get());
    }
    final Optional<Path> variant = store.variants().find(name);
    if (entry.isEmpty() && variant.isPresent()) {
      return variant(name, variant.get(), store, generation + 1);
    }
    final Optional<Path> stored = store.find(name, Progress.NONE);
    if (stored.isPresent()) {
      return at(name, stored.get());
    }
    if (entry.isPresent()) {
      throw notDownloaded(key, entry.get(), store);
    }
    final Path file = file(key, name, store);
    return at(file.getFileName().toString(), file);
  }

  private static TrainedNetwork variant(
      final String name, final Path file, final NetworkStore store, final int generation) {
    final String parent = store.variants().read(name).parent();
    if (generation > MOST_GENERATIONS) {
      throw new UserError("variant " + name + " is one of itself: remove it");
    }
    try {
      final TrainedNetwork edited = named(NETWORK, parent, store, generation);
      final Origin origin = Origin.OnDisk.of(file);
      return new TrainedNetwork(name, edited.training, origin, Optional.of(edited));
    } catch (final UserError e) {
      throw generation > 1
          ? e
          : new UserError(
              "network " + name + " is a variant of " + parent + "; " + e.getMessage(), e);
    } catch (final IOException e) {
      throw new UserError("\"" + file + "\" cannot be read: " + e, e);
    }
  }

  private static Path file(final String key, final String text, final NetworkStore store) {
    try {
      final Path file = Path.of(text).toAbsolutePath().normalize();
      if (Files.isRegularFile(file)) {
        return file;
      }
    } catch (final InvalidPathException e) {
      throw missing(key, text, store, e);
    }
    throw missing(key, text, store, null);
  }

  private static TrainedNetwork at(final String name, final Path file) {
    try {
      final Origin.OnDisk origin = Origin.OnDisk.of(file);
      return new TrainedNetwork(name, called(name, KnownTrainings.of(origin)), origin);
    } catch (final IOException e) {
      throw new UserError("\"" + file + "\" cannot be read: " + e, e);
    }
  }

  /** A network with a classifier of its own goes by its own name, not by that of its trunk. */
  private static Training called(final String name, final Training training) {
    return Training.named(training.name()).isPresent() ? training : training.called(name);
  }

  private static TrainedNetwork bundled(final CatalogEntry entry) {
    final Training training = Training.named(entry.training()).orElseThrow();
    return new TrainedNetwork(entry.name(), training, new Origin.Bundled(entry.bundled()));
  }

  private static UserError notDownloaded(
      final String key, final CatalogEntry entry, final NetworkStore store) {
    if (entry.isByHand()) {
      return new UserError(
          String.format(
              Locale.ROOT,
              "%s is \"%s\", which is not on this computer yet: write it with Python, as the"
                  + " reference of InceptionV1 Networks... says, and put %s into %s",
              key,
              entry.name(),
              entry.file(),
              store.folder()));
    }
    return new UserError(
        String.format(
            Locale.ROOT,
            "%s is \"%s\", which is not on this computer yet: download it with run(\"InceptionV1 Networks...\", \"action=download name=%s\"), or put %s into %s",
            key,
            entry.name(),
            entry.name(),
            entry.file(),
            store.folder()));
  }

  private static UserError missing(
      final String key, final String text, final NetworkStore store, final Exception cause) {
    return new UserError(
        String.format(
            Locale.ROOT,
            "%s is \"%s\", but there is no such file or network: give one of %s, or the path of a file of weights, such as /data/bvlc_googlenet.caffemodel%s",
            key,
            text,
            store.catalog().names(),
            FileNames.hint(text)),
        cause);
  }

  /** The table of the network. */
  public Architecture architecture() {
    return parent
        .map(
            edited -> {
              Architecture table = edited.architecture();
              for (final NetworkEdit edit : variant().edits()) {
                table = edit.architecture(table);
              }
              return table.named(name);
            })
        .orElseGet(training::architecture);
  }

  /** Its name, its parent's, the parent's of that one, and so on. */
  public List<String> ancestry() {
    return Stream.concat(
            Stream.of(name), parent.stream().flatMap(edited -> edited.ancestry().stream()))
        .toList();
  }

  /** The edits of a variant. */
  private Variant variant() {
    final Path file = ((Origin.OnDisk) origin).path();
    return new VariantStore(file.getParent()).readFile(file, name);
  }

  /**
   * The network, with its weights.
   *
   * @return a network of its own, to be closed
   * @throws UserError when the file is not a complete training of this architecture, or the variant
   *     not one of its parent as that is now
   */
  public InceptionV1 open(final TorchEngine engine) {
    if (parent.isEmpty()) {
      return new InceptionV1(engine, architecture(), read());
    }
    try (InceptionV1 edited = parent.get().open(engine)) {
      return variantOf(edited);
    }
  }

  /**
   * The variant that this is, of its loaded parent, with which it shares weights.
   *
   * @return a network of its own, to be closed
   * @throws UserError when the parent has other weights than the variant was made of
   */
  public InceptionV1 variantOf(final InceptionV1 edited) {
    final Variant variant = variant();
    if (!variant.digest().equals(edited.digest())) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "network %s is a variant of %s with weights %.12s, but %s has weights %.12s now: make"
                  + " it anew by Edit Network...",
              name,
              variant.parent(),
              variant.digest(),
              variant.parent(),
              edited.digest()));
    }
    try (InceptionV1 changed = edited.with(variant.edits())) {
      return changed.named(name);
    }
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
