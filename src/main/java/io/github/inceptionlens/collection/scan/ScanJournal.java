package io.github.inceptionlens.collection.scan;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import io.github.inceptionlens.weights.cache.FileCache;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Keeps what a scan has done, so that the same scan goes on from there after an Esc or the end of
 * the program. State and place are one file that replaces the earlier one at once: whenever the
 * program ends, no picture is counted twice.
 */
public final class ScanJournal {

  /** So long is not written at least; writing takes a twentieth of the time at most. */
  public static final Duration USUAL_PAUSE = Duration.ofSeconds(2);

  private static final int SHARE = 20;

  /** Changes when scans come to other numbers: what an earlier version did is then of no use. */
  private static final String VERSION = "scan 2\n";

  private final FileCache files;
  private final String name;
  private final long pause;
  private final boolean lasting;
  private final Gson gson = KeptJson.gson();
  private long next;

  /**
   * @param key all that the scan's result depends on
   * @param pause how long is waited at least between two writings
   */
  public ScanJournal(final FileCache files, final String key, final Duration pause) {
    this(files, FileCache.key(VERSION + key), pause, false);
  }

  private ScanJournal(
      final FileCache files, final String name, final Duration pause, final boolean lasting) {
    this.files = files;
    this.name = name;
    this.lasting = lasting;
    this.pause = pause.toNanos();
    next = System.nanoTime() + this.pause;
  }

  /**
   * The same, for the first of several scans that make one result: it is kept when it is done, too,
   * until it is discarded.
   */
  public ScanJournal lasting() {
    return new ScanJournal(files, name, Duration.ofNanos(pause), true);
  }

  /** What was kept last; nothing where the scan is new, or the file is damaged. */
  Optional<ScanState> find() {
    return files.find(name).flatMap(this::read);
  }

  private Optional<ScanState> read(final byte[] bytes) {
    try {
      final String json = new String(bytes, StandardCharsets.UTF_8);
      return Optional.ofNullable(gson.fromJson(json, ScanState.class));
    } catch (final JsonParseException e) {
      return Optional.empty();
    }
  }

  /** Whether it is time to keep what is done. */
  boolean isDue() {
    return System.nanoTime() >= next;
  }

  /** Keeps what is done; where the disk refuses, the scan just cannot go on from here. */
  void keep(final ScanState state) {
    final long start = System.nanoTime();
    try {
      files.keep(name, name, gson.toJson(state).getBytes(StandardCharsets.UTF_8));
    } catch (final IOException e) {
      return;
    } finally {
      next = System.nanoTime() + Math.max(pause, SHARE * (System.nanoTime() - start));
    }
  }

  /** The scan is done. */
  void end(final Supplier<ScanState> state) {
    if (lasting) {
      keep(state.get());
    } else {
      discard();
    }
  }

  /** Forgets what was kept. */
  public void discard() {
    files.remove(name);
  }
}
