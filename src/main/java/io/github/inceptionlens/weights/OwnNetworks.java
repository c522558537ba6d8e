package io.github.inceptionlens.weights;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.Blueprint;
import io.github.inceptionlens.weights.NetworkState.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The user's own networks: one sub-folder each, named as the network, with a copy of its file. */
final class OwnNetworks {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final String TITLE = "your own";
  private static final String FRESH = ".adding-";

  private final Path folder;

  OwnNetworks(final Path folder) {
    this.folder = folder;
  }

  /** Whether a text can be the name of a network. */
  static boolean isName(final String text) {
    return NAME.matcher(text).matches();
  }

  /** The names of all, sorted. */
  List<String> names() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(folder)) {
      return folders
          .filter(Files::isDirectory)
          .map(path -> path.getFileName().toString())
          .filter(OwnNetworks::isName)
          .sorted()
          .toList();
    }
  }

  /**
   * The file of the named network, if there is one.
   *
   * @throws UserError when its folder does not hold exactly one file of weights
   */
  Optional<Path> find(final String name) throws IOException {
    if (!names().contains(name)) {
      return Optional.empty();
    }
    final Path own = folder.resolve(name);
    try (Stream<Path> files = Files.list(own)) {
      final List<Path> weights = files.filter(OwnNetworks::isWeights).toList();
      if (weights.size() != 1) {
        throw new UserError(
            String.format(
                Locale.ROOT,
                "%s holds %d files of weights, but one is expected; remove what is too much",
                own,
                weights.size()));
      }
      return Optional.of(weights.get(0));
    }
  }

  private static boolean isWeights(final Path file) {
    final String name = file.getFileName().toString();
    return Files.isRegularFile(file)
        && !name.startsWith(".")
        && !name.equals(TensorFlowLabels.FILE);
  }

  /**
   * Copies a file, and the label file beside it, into a sub-folder of its own; all of it or
   * nothing.
   *
   * @throws UserError when the file is no complete training of a network that we know, or when the
   *     name cannot be used
   */
  Path add(final Path file, final String name) throws IOException {
    final Path own = folder.resolve(name);
    if (Files.exists(own)) {
      throw new UserError(
          "name is \"" + name + "\", but there is such a network already; choose another name");
    }
    final Blueprint blueprint = WeightFiles.blueprint(file);
    WeightFiles.read(file, blueprint.architecture());
    final Path fresh = Files.createTempDirectory(folder, FRESH);
    try {
      Files.copy(file, fresh.resolve(file.getFileName()));
      final Path labels = file.resolveSibling(TensorFlowLabels.FILE);
      if (Files.isRegularFile(labels)) {
        Files.copy(labels, fresh.resolve(labels.getFileName()));
      }
      Files.move(fresh, own, StandardCopyOption.ATOMIC_MOVE);
    } catch (final IOException e) {
      delete(fresh);
      throw e;
    }
    return own.resolve(file.getFileName());
  }

  /** What a list says of one of them. */
  NetworkState state(final String name) throws IOException {
    try {
      final Path file = find(name).orElseThrow();
      return new NetworkState(name, TITLE, State.OWN, Files.size(file), file.toString());
    } catch (final UserError e) {
      return new NetworkState(name, TITLE, State.UNUSABLE, 0, folder.resolve(name).toString());
    }
  }

  /** Removes the named network's copy; answers whether there was one. */
  boolean remove(final String name) throws IOException {
    final boolean there = names().contains(name);
    if (there) {
      delete(folder.resolve(name));
    }
    return there;
  }

  /** Removes what an interrupted {@link #add} left. */
  void clear() throws IOException {
    try (Stream<Path> left = Files.list(folder)) {
      for (final Path path : left.toList()) {
        if (path.getFileName().toString().startsWith(FRESH)) {
          delete(path);
        }
      }
    }
  }

  private static void delete(final Path folder) throws IOException {
    try (Stream<Path> inside = Files.walk(folder)) {
      for (final Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
