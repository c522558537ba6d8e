package io.github.inceptionlens.weights.download;

import io.github.inceptionlens.core.UserError;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Why a network was not downloaded, and what helps, in one sentence each. */
final class DownloadFailures {

  private static final long MEGABYTE = 1_000_000;

  private final CatalogEntry entry;
  private final Path folder;

  DownloadFailures(final CatalogEntry entry, final Path folder) {
    this.entry = entry;
    this.folder = folder;
  }

  UserError noConnection(final Throwable cause) {
    return byHand(
        "there is no connection to " + entry.url().getHost() + "; check the network", cause);
  }

  UserError notSecure(final Throwable cause) {
    return byHand(
        "the connection to "
            + entry.url().getHost()
            + " is not secure; if your network has a log-in page, log in with a browser and try"
            + " again",
        cause);
  }

  UserError noAnswer() {
    return byHand(entry.url().getHost() + " does not answer; try again later", null);
  }

  UserError stalled(final long got) {
    return byHand(
        "the server stopped sending; try again later, the "
            + megabytes(got)
            + " that came are kept",
        null);
  }

  UserError broken(final long got, final Throwable cause) {
    return byHand(
        "the connection broke again and again; try again later, the "
            + megabytes(got)
            + " that came are kept",
        cause);
  }

  UserError status(final int status) {
    return byHand("the server answered with HTTP status " + status + "; try again later", null);
  }

  UserError webPage() {
    return byHand(
        "a web page came instead of the file, perhaps the log-in page of your network; log in with"
            + " a browser and try again",
        null);
  }

  UserError elsewhere(final URI target) {
    return byHand(
        "the server sends us on to "
            + Optional.ofNullable(target.getHost()).orElse(target.toString())
            + ", which is not trusted; if your network has a log-in page, log in with a browser and"
            + " try again",
        null);
  }

  UserError redirects() {
    return byHand("the server sends us in circles; try again later", null);
  }

  UserError tooMuch() {
    return byHand(
        "the server sends more than "
            + megabytes(entry.mostBytes())
            + ", about "
            + megabytes(entry.aboutBytes())
            + " are expected; try again later",
        null);
  }

  UserError wrongDigest(final String found) {
    return byHand("what came is another file (its digest is " + found + "); try again later", null);
  }

  UserError diskFull(final long needed) {
    return new UserError(
        start() + "the disk of " + folder + " is full; free " + megabytes(needed) + otherFolder());
  }

  UserError notWritable(final Throwable cause) {
    return new UserError(
        start() + folder + " cannot be written (" + cause + "); change that" + otherFolder(),
        cause);
  }

  private static String otherFolder() {
    return ", or choose another folder by -D" + NetworksFolder.PROPERTY + "=FOLDER";
  }

  private UserError byHand(final String reason, final Throwable cause) {
    return new UserError(
        start()
            + reason
            + ", or put "
            + entry.file()
            + ", downloaded elsewhere from "
            + entry.url()
            + ", into "
            + folder,
        cause);
  }

  private String start() {
    return entry.name() + " was not downloaded: ";
  }

  static String megabytes(final long bytes) {
    return (bytes + MEGABYTE / 2) / MEGABYTE + " MB";
  }
}
