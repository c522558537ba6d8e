package io.github.inceptionlens.weights;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.weights.NetworkState.State;
import io.github.inceptionlens.weights.cache.CleaningReport;
import io.github.inceptionlens.weights.content.ClassNames;
import io.github.inceptionlens.weights.format.TensorFlowLabels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The user's own networks: one sub-folder each, named as the network, with a copy of its file and a
 * mark that says that it was made here. Nothing without the mark is ever removed.
 */
final class OwnNetworks {

  /** The file that marks a folder as made by us; its text says so to a person. */
  static final String MARK = ".inception-lens";

  private static final String MARK_TEXT =
      "This folder was made by Inception Lens, which may remove it with the network in it.\n";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final String TITLE = "your own";
  private static final String FRESH = ".adding-";
  private static final Pattern BEGUN = Pattern.compile(Pattern.quote(FRESH) + "[0-9a-f-]{36}");
  private static final Set<String> ENDINGS = Set.of("caffemodel", "safetensors", "pb", "zip");

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
          .filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
          .filter(path -> !Files.isReadable(path) || isOwn(path) || holdsWeights(path))
          .map(path -> path.getFileName().toString())
          .filter(OwnNetworks::isName)
          .sorted()
          .toList();
    }
  }

  /**
   * The file of the named network, if there is one.
   *
   * @throws UserError when its folder may not be read, or does not hold exactly one file of weights
   */
  Optional<Path> find(final String name) throws IOException {
    if (!names().contains(name)) {
      return Optional.empty();
    }
    final Path own = folder.resolve(name);
    if (!Files.isReadable(own) || !Files.isExecutable(own)) {
      throw new UserError(own + " is not readable for you: ask its owner for the rights");
    }
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

  /** Whether a folder was made by {@link #add}, also by that of versions that did not mark it. */
  private static boolean isOwn(final Path own) {
    return Files.isRegularFile(own.resolve(MARK), LinkOption.NOFOLLOW_LINKS)
        || inside(own).stream().filter(OwnNetworks::isWeights).count() == 1
            && holdsWeights(own)
            && inside(own).stream().allMatch(file -> isWeights(file) || isLabels(file));
  }

  private static boolean holdsWeights(final Path own) {
    return inside(own).stream()
        .map(file -> file.getFileName().toString().toLowerCase(Locale.ROOT))
        .anyMatch(name -> ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1)));
  }

  private static List<Path> inside(final Path own) {
    try (Stream<Path> files = Files.list(own)) {
      return files.toList();
    } catch (final IOException e) {
      return List.of();
    }
  }

  private static boolean isLabels(final Path file) {
    return isCalledLabels(file) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
  }

  private static boolean isCalledLabels(final Path file) {
    final String name = file.getFileName().toString();
    return name.equals(TensorFlowLabels.FILE) || name.endsWith(ClassNames.ENDING);
  }

  private static boolean isWeights(final Path file) {
    final String name = file.getFileName().toString();
    return Files.isRegularFile(file) && !name.startsWith(".") && !isCalledLabels(file);
  }

  /**
   * Copies a file, and the files with names of classes beside it, into a sub-folder of its own; all
   * of it or nothing.
   *
   * @throws UserError when the file is no complete training of a network that we know, or when the
   *     name cannot be used
   */
  Path add(final Path file, final String name) throws IOException {
    final Path own = requireFree(name);
    if (file.getFileName().toString().startsWith(".")) {
      throw new UserError(
          "file is \"" + file + "\", but hidden files are passed over: rename it without the dot");
    }
    if (isCalledLabels(file)) {
      throw new UserError(
          "file is \"" + file + "\", but so are files with names of classes called: rename it");
    }
    final Training training = WeightFiles.training(file);
    WeightFiles.read(file, training.architecture());
    final List<Path> labels = labels(file);
    final Path fresh = folder.resolve(FRESH + UUID.randomUUID());
    try {
      Files.createDirectory(fresh); // with the usual rights, unlike a temporary one
      Files.writeString(fresh.resolve(MARK), MARK_TEXT);
      Files.copy(file, fresh.resolve(file.getFileName()));
      for (final Path names : labels) {
        Files.copy(names, fresh.resolve(names.getFileName()));
      }
      Files.move(fresh, own, StandardCopyOption.ATOMIC_MOVE);
    } catch (final IOException e) {
      delete(fresh);
      throw e;
    }
    return own.resolve(file.getFileName());
  }

  /** The files beside a file of weights that name its classes. */
  private static List<Path> labels(final Path file) throws IOException {
    final Path published = file.resolveSibling(TensorFlowLabels.FILE);
    if (Files.isRegularFile(published)) {
      TensorFlowLabels.check(published);
    }
    return Stream.of(published, ClassNames.beside(file)).filter(Files::isRegularFile).toList();
  }

  /** What a list says of one of them. */
  NetworkState state(final String name) {
    try {
      final Path file = find(name).orElseThrow();
      return new NetworkState(name, TITLE, State.OWN, Files.size(file), file.toString());
    } catch (final UserError e) {
      return new NetworkState(name, TITLE, State.UNUSABLE, 0, folder.resolve(name).toString());
    } catch (final IOException e) {
      return new NetworkState(name, TITLE, State.UNREADABLE, 0, folder.resolve(name).toString());
    }
  }

  /**
   * Removes the named network's copy; returns whether there was one.
   *
   * @throws UserError when the folder was not made here, or holds files of others, which are left
   */
  boolean remove(final String name) throws IOException {
    final Path own = folder.resolve(name);
    if (!isName(name) || !Files.isDirectory(own, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    if (!isOwn(own)) {
      throw new UserError(
          "\"" + own + "\" was not made by Inception Lens, and so stays: remove it by hand");
    }
    final List<Path> left = delete(own);
    if (!left.isEmpty()) {
      throw new UserError(
          "\""
              + own
              + "\" holds what is not Inception Lens's and was left: "
              + left.stream()
                  .map(path -> path.getFileName().toString())
                  .collect(Collectors.joining(", ")));
    }
    return true;
  }

  /** Removes what an interrupted {@link #add} left. */
  CleaningReport clear() throws IOException {
    final List<Path> left = new ArrayList<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (final Path path : all.toList()) {
        if (path.getFileName().toString().startsWith(FRESH)) {
          left.addAll(isOwn(path) || isBarelyBegun(path) ? delete(path) : List.of(path));
        }
      }
    }
    return new CleaningReport(0, left);
  }

  /** Whether an {@link #add} was killed before its mark, or a removal after it: nothing is lost. */
  private static boolean isBarelyBegun(final Path path) {
    return BEGUN.matcher(path.getFileName().toString()).matches()
        && Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
        && inside(path).isEmpty();
  }

  /** Deletes a folder of ours with the files that we put there; returns what stays in it. */
  private static List<Path> delete(final Path own) throws IOException {
    final List<Path> left = new ArrayList<>();
    for (final Path file : inside(own)) {
      if (isLabels(file) || isWeightsByName(file)) {
        Files.delete(file);
      } else if (!file.endsWith(MARK)) {
        left.add(file);
      }
    }
    if (left.isEmpty()) {
      Files.deleteIfExists(own.resolve(MARK));
      Files.delete(own);
    }
    return left;
  }

  /**
   * The folder that a network of the name would have.
   *
   * @throws UserError when there is one
   */
  Path requireFree(final String name) {
    final Path own = folder.resolve(name);
    if (Files.exists(own)) {
      throw new UserError(
          "name is \"" + name + "\", but there is such a network already; choose another name");
    }
    return own;
  }

  /** A copy that was under way counts, too; a link or a folder never. */
  private static boolean isWeightsByName(final Path file) {
    final String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && (ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1))
            || inside(file.getParent()).stream().filter(OwnNetworks::isWeights).count() == 1
                && isWeights(file));
  }
}
