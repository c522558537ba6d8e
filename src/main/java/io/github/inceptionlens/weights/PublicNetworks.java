package io.github.inceptionlens.weights;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.weights.NetworkState.State;
import io.github.inceptionlens.weights.download.Catalog;
import io.github.inceptionlens.weights.download.CatalogEntry;
import io.github.inceptionlens.weights.download.Download;
import io.github.inceptionlens.weights.download.Verification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The catalog's files in a folder, under the names under which they are published. */
final class PublicNetworks {

  private final Path folder;
  private final Catalog catalog;

  PublicNetworks(final Path folder, final Catalog catalog) {
    this.folder = folder;
    this.catalog = catalog;
  }

  /** Whether a file is what a download of the catalog left. */
  boolean isPart(final Path file) {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
        && catalog.entries().stream()
            .anyMatch(entry -> entry.url() != null && part(entry).equals(file));
  }

  /** What a list says of an entry; computes no digest. */
  NetworkState state(final CatalogEntry entry) throws IOException {
    if (entry.bundled() != null) {
      return new NetworkState(entry.name(), entry.title(), State.BUNDLED, 0, entry.bundled());
    }
    final Optional<Path> file = present(entry);
    if (entry.isByHand()) {
      return file.isPresent()
          ? state(entry, State.BY_HAND, file.get())
          : new NetworkState(
              entry.name(),
              entry.title(),
              State.TO_BE_MADE,
              entry.aboutBytes(),
              folder.resolve(entry.file()).toString());
    }
    if (file.isPresent()) {
      final boolean noted = Verification.noted(file.get(), entry.digests()).isPresent();
      return state(entry, noted ? State.VERIFIED : State.UNVERIFIED, file.get());
    }
    return Files.isRegularFile(part(entry))
        ? state(entry, State.PARTIAL, part(entry))
        : new NetworkState(
            entry.name(), entry.title(), State.ABSENT, entry.aboutBytes(), entry.url().toString());
  }

  private static NetworkState state(final CatalogEntry entry, final State state, final Path file)
      throws IOException {
    return new NetworkState(entry.name(), entry.title(), state, Files.size(file), file.toString());
  }

  private Optional<Path> present(final CatalogEntry entry) {
    return entry.fileNames().stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
  }

  private Path part(final CatalogEntry entry) {
    return folder.resolve(entry.file() + Download.PART);
  }

  /**
   * The entry's file, verified, if it is there.
   *
   * @throws UserError when its digest is wrong
   */
  Optional<Path> find(final CatalogEntry entry, final Progress progress) throws IOException {
    final Optional<Path> file = present(entry);
    if (entry.isByHand()) {
      file.ifPresent(made -> requireContent(made, entry));
    } else if (file.isPresent()
        && Verification.verify(file.get(), entry.digests(), progress).isEmpty()) {
      throw wrong(file.get(), entry);
    }
    return file;
  }

  /**
   * Computes the digest anew.
   *
   * @return the digest; empty when there is no file
   * @throws UserError when it is wrong
   */
  Optional<String> verify(final CatalogEntry entry, final Progress progress) throws IOException {
    final Optional<Path> file = present(entry);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    Verification.forget(file.get());
    final Optional<String> digest = Verification.verify(file.get(), entry.digests(), progress);
    return Optional.of(digest.orElseThrow(() -> wrong(file.get(), entry)));
  }

  private static void requireContent(final Path file, final CatalogEntry entry) {
    final String found = WeightFiles.training(file).name();
    if (!found.equals(entry.training())) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "\"%s\" should hold %s, but holds %s: add it under another name with action=add, and"
                  + " take it away from there",
              file,
              entry.name(),
              found));
    }
  }

  private static UserError wrong(final Path file, final CatalogEntry entry) {
    return new UserError(
        String.format(
                Locale.ROOT,
                "\"%s\" is not the network %s: its digest is none of %s; remove the file, then download or",
                file,
                entry.name(),
                String.join(", ", entry.digests()))
            + " copy it again");
  }

  /** Removes the entry's files, finished or not; returns whether there were any. */
  boolean remove(final CatalogEntry entry) throws IOException {
    boolean removed = false;
    for (final String file : entry.fileNames()) {
      Verification.forget(folder.resolve(file));
      removed |= Files.deleteIfExists(folder.resolve(file));
    }
    return removed | (entry.url() != null && Files.deleteIfExists(part(entry)));
  }
}
