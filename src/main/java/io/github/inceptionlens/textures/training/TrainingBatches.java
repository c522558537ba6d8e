package io.github.inceptionlens.textures.training;

import io.github.inceptionlens.textures.Textures;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;

/**
 * The images to learn from, batch by batch, generated ahead in another thread. No image comes
 * twice, and their order depends on the plan alone.
 */
final class TrainingBatches implements AutoCloseable {

  private static final int AHEAD = 8;
  private static final int CHOICES = 3;
  private static final double EASIEST = 0.1;
  private static final double EASY_PART = 0.4;

  private final TrainingPlan plan;
  private final DoubleSupplier progress;
  private final Random sides;
  private final ExecutorService generator = Executors.newSingleThreadExecutor();
  private final Deque<Future<List<TrainingExample>>> ahead = new ArrayDeque<>();

  private int submitted;

  /**
   * @param progress the part of the training that is done, 0 to 1
   */
  TrainingBatches(final TrainingPlan plan, final DoubleSupplier progress) {
    this.plan = plan;
    this.progress = progress;
    this.sides = new Random(plan.seed());
    IntStream.range(0, AHEAD).forEach(i -> submit());
  }

  private void submit() {
    final int step = submitted++;
    final int side = side();
    final double difficulty = difficulty();
    ahead.add(generator.submit(() -> generate(step, side, difficulty)));
  }

  /** One of three neighboring sides; they grow as the training goes on. */
  private int side() {
    final int choices = Math.min(CHOICES, plan.sides().size());
    final int windows = plan.sides().size() - choices + 1;
    final int window = (int) Math.min(windows - 1, progress.getAsDouble() * windows);
    return plan.sides().get(window + sides.nextInt(choices));
  }

  /** From nearly clean structures to the full nuisance, which comes early. */
  private double difficulty() {
    return Math.min(1, EASIEST + progress.getAsDouble() / EASY_PART);
  }

  private List<TrainingExample> generate(final int step, final int side, final double difficulty) {
    return IntStream.range(0, plan.batch())
        .mapToObj(index -> Textures.sample(SeedRanges.training(plan, step, index), side))
        .map(sample -> TrainingExample.of(sample, difficulty))
        .toList();
  }

  /**
   * The next batch; all its images are of one size.
   *
   * @throws CancellationException when this thread is interrupted
   */
  List<TrainingExample> next() {
    submit();
    try {
      return ahead.remove().get();
    } catch (final InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("the training was interrupted");
    } catch (final ExecutionException e) {
      throw new IllegalStateException("an image could not be generated", e.getCause());
    }
  }

  @Override
  public void close() {
    generator.shutdownNow();
  }
}
