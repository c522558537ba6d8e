package io.github.inceptionlens.weights.download;

import io.github.inceptionlens.core.Progress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow.Publisher;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * Asks a catalog's server for a file from a byte on, and follows it only to itself or to its own
 * encrypted twin.
 */
final class FileResponse {

  private static final long SLICE_MILLIS = 100;
  private static final int MOST_REDIRECTS = 5;
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int NOT_SATISFIABLE = 416;
  private static final int LOGIN_NEEDED = 511;
  private static final Pattern RANGE = Pattern.compile("bytes (\\d{1,18})-\\d+/(\\d+|\\*)");

  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

  private final HttpResponse<Publisher<List<ByteBuffer>>> response;

  private FileResponse(final HttpResponse<Publisher<List<ByteBuffer>>> response) {
    this.response = response;
  }

  /**
   * Asks.
   *
   * @param from the first byte that is wanted
   * @throws io.github.inceptionlens.core.UserError when the server cannot be reached, does not
   *     answer, sends us elsewhere or refuses
   * @throws IOException when the connection broke
   */
  static FileResponse ask(
      final HttpClient client,
      final URI url,
      final long from,
      final Timeouts patience,
      final DownloadFailures failures,
      final Progress progress)
      throws IOException {
    URI here = url;
    for (int i = 0; i <= MOST_REDIRECTS; i++) {
      final FileResponse answer =
          new FileResponse(send(client, request(here, from), patience, failures, progress));
      final Optional<URI> next = answer.redirect(here, failures);
      if (next.isEmpty()) {
        answer.check(failures);
        return answer;
      }
      answer.discard();
      if (!isTrusted(here, next.get())) {
        throw failures.elsewhere(next.get());
      }
      here = next.get();
    }
    throw failures.redirects();
  }

  private static HttpRequest request(final URI url, final long from) {
    final HttpRequest.Builder request = HttpRequest.newBuilder(url).GET();
    if (from > 0) {
      request.header("Range", "bytes=" + from + "-");
    }
    return request.build();
  }

  private static HttpResponse<Publisher<List<ByteBuffer>>> send(
      final HttpClient client,
      final HttpRequest request,
      final Timeouts patience,
      final DownloadFailures failures,
      final Progress progress)
      throws IOException {
    final CompletableFuture<HttpResponse<Publisher<List<ByteBuffer>>>> future =
        client.sendAsync(request, BodyHandlers.ofPublisher());
    final long start = System.nanoTime();
    try {
      while (System.nanoTime() - start < patience.stall().toNanos()) {
        progress.at(0, "Asking " + request.uri().getHost() + " ...");
        try {
          return future.get(SLICE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (final TimeoutException e) {
          continue;
        }
      }
      throw failures.noAnswer();
    } catch (final InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the download was interrupted");
    } catch (final ExecutionException e) {
      throw failure(e.getCause(), failures);
    } finally {
      future.cancel(true);
    }
  }

  private static IOException failure(final Throwable cause, final DownloadFailures failures) {
    if (cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException) {
      throw failures.noConnection(cause);
    }
    if (cause instanceof SSLException) {
      throw failures.notSecure(cause);
    }
    return new IOException(cause);
  }

  private Optional<URI> redirect(final URI here, final DownloadFailures failures) {
    if (response.statusCode() / 100 != 3) {
      return Optional.empty();
    }
    try {
      return response.headers().firstValue("Location").map(here::resolve);
    } catch (final IllegalArgumentException e) {
      discard();
      throw failures.status(response.statusCode());
    }
  }

  private static boolean isTrusted(final URI from, final URI to) {
    return from.getHost().equals(to.getHost())
        && ("https".equals(to.getScheme()) || from.getScheme().equals(to.getScheme()));
  }

  private void check(final DownloadFailures failures) {
    final int status = response.statusCode();
    final boolean page =
        response.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
    if (status == LOGIN_NEEDED || status == OK && page) {
      discard();
      throw failures.webPage();
    }
    if (status != OK && status != PARTIAL && status != NOT_SATISFIABLE) {
      discard();
      throw failures.status(status);
    }
  }

  /** Whether the body begins with the given byte of the file. */
  boolean startsAt(final long from) {
    if (response.statusCode() == OK) {
      return from == 0;
    }
    final Matcher range = RANGE.matcher(response.headers().firstValue("Content-Range").orElse(""));
    return response.statusCode() == PARTIAL
        && range.matches()
        && Long.parseLong(range.group(1)) == from;
  }

  /** Whether the body is the whole file. */
  boolean isWhole() {
    return response.statusCode() == OK;
  }

  /** How many bytes the body has, where the server says so. */
  Optional<Long> length() {
    return response
        .headers()
        .firstValue("Content-Length")
        .filter(text -> LENGTH.matcher(text).matches())
        .map(Long::valueOf);
  }

  /** The body. */
  ResponseChunks body() {
    final ResponseChunks chunks = new ResponseChunks();
    response.body().subscribe(chunks);
    return chunks;
  }

  /** Lets go of the body unread. */
  void discard() {
    body().close();
  }
}
