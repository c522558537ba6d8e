package io.github.inceptionlens.weights.download;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The body of a response, taken piece by piece, one at a time, by a thread that may wait. */
final class ResponseChunks implements Flow.Subscriber<List<ByteBuffer>>, AutoCloseable {

  /** What came: some bytes, the end (neither bytes nor failure), or a failure. */
  record Piece(List<ByteBuffer> bytes, Throwable failure) {

    boolean isEnd() {
      return bytes.isEmpty();
    }
  }

  private static final Piece END = new Piece(List.of(), null);

  private final BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>();

  private volatile Flow.Subscription subscription;

  @Override
  public void onSubscribe(final Flow.Subscription newSubscription) {
    subscription = newSubscription;
    newSubscription.request(1);
  }

  @Override
  public void onNext(final List<ByteBuffer> bytes) {
    if (bytes.isEmpty()) {
      subscription.request(1);
    } else {
      pieces.add(new Piece(bytes, null));
    }
  }

  @Override
  public void onError(final Throwable failure) {
    pieces.add(new Piece(List.of(), failure));
  }

  @Override
  public void onComplete() {
    pieces.add(END);
  }

  /**
   * The next piece, or {@code null} when none comes in time.
   *
   * @throws IOException when the connection broke
   */
  Piece next(final Duration patience) throws IOException, InterruptedException {
    final Piece piece = pieces.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (piece != null && piece.failure() != null) {
      throw new IOException(piece.failure());
    }
    if (piece != null && !piece.isEnd()) {
      subscription.request(1);
    }
    return piece;
  }

  /** Lets go of the connection. */
  @Override
  public void close() {
    if (subscription != null) {
      subscription.cancel();
    }
  }
}
