package io.github.inceptionlens.weights.download;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** An HTTP server on the loopback that answers each request as badly as it is told to. */
public final class UnrulyServer implements AutoCloseable {

  private final ServerSocket socket;
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> open = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);

  private volatile Manner manner;

  /** How a request is answered; the connection closes afterwards. */
  @FunctionalInterface
  public interface Manner {
    void answer(Request request, OutputStream out) throws IOException, InterruptedException;
  }

  /**
   * What was asked.
   *
   * @param index counts from 0
   * @param from the first byte that is wanted
   */
  public record Request(int index, String path, long from) {}

  public UnrulyServer(final Manner manner) throws IOException {
    this.manner = manner;
    socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    daemon(this::accept);
  }

  private static void daemon(final Runnable work) {
    final Thread thread = new Thread(work, "unruly server");
    thread.setDaemon(true);
    thread.start();
  }

  /** Changes its manner. */
  public void behave(final Manner newManner) {
    manner = newManner;
  }

  /** The address of a file. */
  public URI url(final String path) {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort() + path);
  }

  /** All requests so far. */
  public List<Request> requests() {
    return requests;
  }

  /** Waits until the server closes: how a server stalls. */
  public void stall() throws InterruptedException {
    closed.await();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        final Socket connection = socket.accept();
        open.add(connection);
        daemon(() -> serve(connection));
      } catch (final IOException e) {
        return;
      }
    }
  }

  private void serve(final Socket connection) {
    try (connection) {
      final BufferedReader in =
          new BufferedReader(
              new InputStreamReader(connection.getInputStream(), StandardCharsets.ISO_8859_1));
      final String first = in.readLine();
      if (first == null || !first.startsWith("GET ")) {
        connection.getOutputStream().write("HTTP/1.1 400 Bad\r\n\r\n".getBytes());
        return;
      }
      long from = 0;
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        if (line.toLowerCase().startsWith("range: bytes=")) {
          from = Long.parseLong(line.substring(13, line.length() - 1));
        }
      }
      final Request request = new Request(requests.size(), first.split(" ")[1], from);
      requests.add(request);
      manner.answer(request, connection.getOutputStream());
      connection.getOutputStream().flush();
    } catch (final IOException e) {
      return;
    } catch (final InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends a status line and headers. */
  public static void head(final OutputStream out, final String status, final String... headers)
      throws IOException {
    final String lines = Arrays.stream(headers).map(h -> h + "\r\n").reduce("", String::concat);
    out.write(
        ("HTTP/1.1 " + status + "\r\n" + lines + "Connection: close\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Answers as a good server does, with ranges, but sends at most so many bytes of the body. */
  public static void file(
      final OutputStream out, final Request request, final byte[] content, final int most)
      throws IOException {
    final int from = (int) request.from();
    if (from >= content.length) {
      head(out, "416 Range Not Satisfiable", "Content-Length: 0");
      return;
    }
    final String length = "Content-Length: " + (content.length - from);
    final Optional<String> range =
        from == 0
            ? Optional.empty()
            : Optional.of(
                "Content-Range: bytes " + from + "-" + (content.length - 1) + "/" + content.length);
    if (range.isPresent()) {
      head(out, "206 Partial Content", length, range.get());
    } else {
      head(out, "200 OK", length);
    }
    out.write(content, from, Math.min(most, content.length - from));
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    socket.close();
    for (final Socket connection : open) {
      connection.close();
    }
  }
}
