package io.github.inceptionlens.command.dictionary;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.dictionary.sparse.Checkpoints;
import io.github.inceptionlens.dictionary.sparse.TrainingState;
import io.github.inceptionlens.network.architecture.TensorSpec;
import io.github.inceptionlens.weights.cache.FileCache;
import io.github.inceptionlens.weights.format.SafetensorsFormat;
import io.github.inceptionlens.weights.format.SafetensorsWriter;
import io.github.inceptionlens.weights.format.TensorFile;
import io.github.inceptionlens.weights.format.WeightSource;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The state of a training as one file, which takes the place of the earlier one at once: whenever
 * the program ends, and also where the disk is full, there is a whole one.
 */
final class TrainingCheckpoints implements Checkpoints {

  /** So long is not written at least; writing takes a twentieth of the time at most. */
  static final Duration USUAL_PAUSE = Duration.ofSeconds(10);

  /** Changes when trainings come to other numbers. */
  private static final String VERSION = "training 1\n";

  private static final int SHARE = 20;

  private final FileCache files;
  private final String name;
  private final long pause;
  private long next;

  /**
   * @param key all that the training's result depends on
   * @param pause how long is waited at least between two writings
   */
  TrainingCheckpoints(final FileCache files, final String key, final Duration pause) {
    this.files = files;
    this.name = FileCache.key(VERSION + key);
    this.pause = pause.toNanos();
    next = System.nanoTime() + this.pause;
  }

  @Override
  public Optional<TrainingState> find() {
    final Optional<Path> file = files.findFile(name);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try (WeightSource source = WeightSource.open(file.get())) {
      final TensorFile kept = SafetensorsFormat.tensors(source);
      final Map<String, float[]> numbers = new HashMap<>();
      kept.tensors().forEach((spec, values) -> numbers.put(spec.name(), values));
      return Optional.of(new TrainingState(numbers, kept.metadata()));
    } catch (final IOException | UserError e) {
      return Optional.empty();
    }
  }

  @Override
  public boolean isDue() {
    return System.nanoTime() >= next;
  }

  @Override
  public void keep(final TrainingState state) {
    final long start = System.nanoTime();
    final Map<TensorSpec, float[]> tensors = new LinkedHashMap<>();
    new TreeMap<>(state.numbers())
        .forEach((key, values) -> tensors.put(new TensorSpec(key, List.of(values.length)), values));
    try {
      files.keepFile(name, fresh -> SafetensorsWriter.writeExact(fresh, tensors, state.texts()));
    } catch (final IOException e) {
      return;
    } finally {
      next = System.nanoTime() + Math.max(pause, SHARE * (System.nanoTime() - start));
    }
  }

  @Override
  public void discard() {
    files.remove(name);
  }
}
