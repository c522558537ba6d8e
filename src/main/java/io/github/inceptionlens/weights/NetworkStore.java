package io.github.inceptionlens.weights;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.weights.NetworkState.State;
import io.github.inceptionlens.weights.cache.CleaningReport;
import io.github.inceptionlens.weights.dictionary.DictionaryStore;
import io.github.inceptionlens.weights.download.Catalog;
import io.github.inceptionlens.weights.download.CatalogEntry;
import io.github.inceptionlens.weights.download.Download;
import io.github.inceptionlens.weights.download.FileDigest;
import io.github.inceptionlens.weights.download.NetworksFolder;
import io.github.inceptionlens.weights.download.Timeouts;
import io.github.inceptionlens.weights.download.Verification;
import io.github.inceptionlens.weights.variant.Variant;
import io.github.inceptionlens.weights.variant.VariantStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder in which networks live: the catalog's files under their own names, and the user's own
 * networks in sub-folders. Nothing is downloaded unless {@link #download} is called.
 *
 * <p>A file of the catalog that was put there by hand is used once its digest is right.
 */
public final class NetworkStore {

  private static final String CONVERTED = ".converted";
  private static final String DICTIONARIES = ".dictionaries";
  private static final String VARIANTS = ".variants";

  private final Path folder;
  private final Catalog catalog;
  private final Timeouts patience;
  private final PublicNetworks publics;
  private final OwnNetworks own;
  private final ConvertedWeightsCache conversions;
  private final KeptResults kept;
  private final FolderWork work;

  /**
   * @param folder need not exist yet
   * @param catalog the public networks
   */
  public NetworkStore(final Path folder, final Catalog catalog) {
    this(folder, catalog, Timeouts.STANDARD);
  }

  public NetworkStore(final Path folder, final Catalog catalog, final Timeouts patience) {
    this.folder = folder;
    work = new FolderWork(folder);
    this.catalog = catalog;
    this.patience = patience;
    publics = new PublicNetworks(folder, catalog);
    own = new OwnNetworks(folder);
    conversions = new ConvertedWeightsCache(folder.resolve(CONVERTED));
    kept = KeptResults.in(folder);
  }

  /** The folder of this computer's user, with the catalog that comes with the plugin. */
  public static NetworkStore standard() {
    return new NetworkStore(NetworksFolder.standard(), Catalog.STANDARD);
  }

  /** Where the networks live. */
  public Path folder() {
    return folder;
  }

  /** The public networks. */
  public Catalog catalog() {
    return catalog;
  }

  /** All networks that have a name here, the catalog's first. */
  public List<NetworkState> list() {
    return work.reading(
        () -> {
          final List<NetworkState> states = new ArrayList<>();
          for (final CatalogEntry entry : catalog.entries()) {
            states.add(publics.state(entry));
          }
          for (final String name : own.names()) {
            states.add(own.state(name));
          }
          for (final String name : variants().names()) {
            states.add(variant(name));
          }
          return states;
        });
  }

  /**
   * The file of the named network, if it is here; a public network's file is verified, which takes
   * time only after it changed.
   *
   * @throws UserError when the file is damaged or another one
   */
  public Optional<Path> find(final String name, final Progress progress) {
    return work.reading(
        () -> {
          final Optional<CatalogEntry> entry = catalog.find(name);
          return entry.isPresent() ? publics.find(entry.get(), progress) : own.find(name);
        });
  }

  /**
   * Brings a public network here, unless it is here already; another process that does the same is
   * waited for.
   *
   * @return its file
   * @throws UserError when it cannot be had; the sentence says why and what helps
   * @throws java.util.concurrent.CancellationException when the user stopped it; what came is kept
   *     and the next download goes on from there
   */
  public Path download(final String name, final Progress progress) {
    final CatalogEntry entry = downloadable(name);
    return work.changing(
        progress,
        () -> {
          final Optional<Path> here = find(name, progress);
          if (here.isPresent()) {
            return here.get();
          }
          final Path file = new Download(entry, folder, patience).run(progress);
          Verification.verify(file, entry.digests(), progress);
          return file;
        });
  }

  private CatalogEntry downloadable(final String name) {
    return catalog
        .find(name)
        .filter(entry -> entry.url() != null)
        .orElseThrow(
            () ->
                new UserError(
                    String.format(
                        Locale.ROOT,
                        "name is \"%s\", but only these can be downloaded: %s",
                        name,
                        catalog.downloadable())));
  }

  /**
   * Reads weights, from what was kept of an earlier reading if the file has not changed since.
   *
   * @throws UserError when the file is not a complete training of the architecture
   */
  Weights read(final Origin origin, final Architecture architecture) {
    return conversions.read(origin, architecture);
  }

  /**
   * Computes the digest of a network's file anew, whatever is noted; one of the user's own is read
   * completely.
   *
   * @return the digest
   * @throws UserError when it is wrong, or when the network is not here
   */
  public String verify(final String name, final Progress progress) {
    return work.reading(
        () -> {
          final Optional<CatalogEntry> made = catalog.find(name).filter(CatalogEntry::isByHand);
          final Optional<Path> added =
              made.isPresent() ? publics.find(made.get(), progress) : own.find(name);
          if (added.isPresent()) {
            WeightFiles.read(added.get(), WeightFiles.training(added.get()).architecture());
            return FileDigest.of(added.get(), "sha256:", progress);
          } else if (made.isPresent()) {
            throw absent(name);
          }
          return publics.verify(downloadable(name), progress).orElseThrow(() -> absent(name));
        });
  }

  /**
   * Copies a file of weights here under a name, after reading it completely.
   *
   * @param name letters, digits, dots, dashes and underscores
   * @return the copy
   * @throws UserError when the name cannot be used or the file not be read
   */
  public Path add(final Path file, final String name, final Progress progress) {
    requireFree(name, false);
    return work.changing(progress, () -> own.add(file, name));
  }

  /**
   * Removes a network's file from the folder, for a public one also what is partly downloaded.
   *
   * @throws UserError when it is not here
   */
  public void remove(final String name, final Progress progress) {
    work.changing(
        progress,
        () -> {
          final Optional<CatalogEntry> entry = catalog.find(name);
          final boolean removed =
              entry.isPresent() ? publics.remove(entry.get()) : own.remove(name);
          if (!removed && variants().find(name).isEmpty()) {
            throw absent(name);
          } else if (!removed) {
            variants().remove(name);
          }
          return name;
        });
  }

  private UserError absent(final String name) {
    return new UserError(
        String.format(Locale.ROOT, "name is \"%s\", but no such network is in %s", name, folder));
  }

  private NetworkState variant(final String name) throws IOException {
    final Path file = variants().find(name).orElseThrow();
    final long size = Files.size(file);
    try {
      final Variant one = variants().read(name);
      final String title = "variant of " + one.parent();
      return new NetworkState(
          name, title, State.VARIANT, size, file.toString(), one.parent(), one.recipe());
    } catch (final UserError e) {
      return new NetworkState(name, e.getMessage(), State.UNUSABLE, size, file.toString());
    }
  }

  /** Networks that are edits of these. */
  public VariantStore variants() {
    return new VariantStore(folder.resolve(VARIANTS));
  }

  /**
   * Refuses the name of a network that there is, and what is no name.
   *
   * @param replace whether a variant of that name may go
   * @throws UserError in either case
   */
  public void requireFree(final String name, final boolean replace) {
    if (!OwnNetworks.isName(name) || catalog.find(name).isPresent()) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "name is \"%s\", but a name of letters, digits, dots, dashes and underscores is expected that is none of %s",
              name,
              catalog.names()));
    }
    own.requireFree(name);
    variants().requireFree(name, replace);
  }

  /** Dictionaries of directions of these networks. */
  public DictionaryStore dictionaries() {
    return new DictionaryStore(folder.resolve(DICTIONARIES));
  }

  /** What was computed with these networks and is kept, so that it need not be done again. */
  public KeptResults kept() {
    return kept;
  }

  /**
   * Removes what unfinished downloads left, the conversions of networks that were read, and kept
   * results. What is not ours stays, and is named.
   */
  public CleaningReport clearCache(final Progress progress) {
    return work.changing(
        progress,
        () -> own.clear().and(conversions.clear()).and(kept.clear()).and(clearLeftOvers()));
  }

  private CleaningReport clearLeftOvers() throws IOException {
    final List<Path> left = new ArrayList<>();
    long freed = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (final Path file : files.toList()) {
        final String name = file.getFileName().toString();
        if (publics.isPart(file) || Verification.isUnfinishedNote(file)) {
          freed += Files.size(file);
          Files.delete(file);
        } else if (name.endsWith(Download.PART) || name.startsWith(Verification.FRESH)) {
          left.add(file);
        }
      }
    }
    return new CleaningReport(freed, left);
  }
}
