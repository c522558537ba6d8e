package io.github.inceptionlens.dictionary.sparse;

import io.github.inceptionlens.core.HeapCheck;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.dictionary.vectors.PictureSplit;
import io.github.inceptionlens.dictionary.vectors.VectorCensus;
import io.github.inceptionlens.dictionary.vectors.VectorSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;

/**
 * Trains sparse autoencoders on vectors of a layer: Adam on batches, atoms of length 1 that start
 * at vectors, latents that fall silent brought back by an auxiliary loss. One number brings the
 * mean squared norm of the vectors to the number of channels; it is folded back in the end.
 */
public final class SparseTrainer {

  /** The course has about so many points. */
  private static final int POINTS = 60;

  /** So many held-out vectors decide which point is best. */
  private static final int MOST_ON_THE_WAY = 4_096;

  private final VectorSource vectors;
  private final PictureSplit split;
  private final SparseRequest request;

  /**
   * @throws UserError when there are fewer vectors to learn from than latents
   */
  public SparseTrainer(
      final VectorSource vectors, final PictureSplit split, final SparseRequest request) {
    this.vectors = vectors;
    this.split = split;
    this.request = request;
    if (split.training().length < request.size()) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "size is %d, but there are %d vectors to learn from: choose a smaller size, or more"
                  + " images",
              request.size(),
              split.training().length));
    }
  }

  /**
   * Trains, from where the same training was ended if it was. Its end is kept too: whoever has
   * brought the result to safety discards it.
   *
   * @return what was best on held-out vectors, also where the user stopped it
   * @throws UserError when a vector holds what is no finite number
   * @throws CancellationException when the user stopped it before anything was learned
   */
  public TrainedDictionary train(
      final Checkpoints checkpoints, final TrainingWatcher watcher, final Progress progress) {
    return train(
        VectorCensus.of(vectors, split.training(), progress.part(0, 20)),
        checkpoints,
        watcher,
        progress);
  }

  /**
   * As {@link #train(Checkpoints, TrainingWatcher, Progress)}, with what is known of the vectors.
   */
  public TrainedDictionary train(
      final VectorCensus census,
      final Checkpoints checkpoints,
      final TrainingWatcher watcher,
      final Progress progress) {
    HeapCheck.require(
        request.bytes(vectors.channels()),
        "a training of " + request.size() + " entries",
        "choose a smaller size or batch");
    try (SparseTraining training = new SparseTraining(vectors, split.training(), request, census)) {
      final BestModel best = new BestModel(training);
      final List<CoursePoint> course = new ArrayList<>();
      checkpoints
          .find()
          .ifPresent(state -> restore(new StateReader(state), training, best, course));
      try {
        run(training, best, course, checkpoints, watcher, progress);
      } catch (final CancellationException stopped) {
        checkpoints.keep(state(training, best, course));
        if (!best.isThere()) {
          throw stopped;
        }
        return result(training, best, course);
      }
      checkpoints.keep(state(training, best, course));
      return result(training, best, course);
    }
  }

  private void run(
      final SparseTraining training,
      final BestModel best,
      final List<CoursePoint> course,
      final Checkpoints checkpoints,
      final TrainingWatcher watcher,
      final Progress progress) {
    final int pause = Math.max(1, request.steps() / POINTS);
    while (training.steps() < request.steps()) {
      final int step = training.steps();
      progress.at(
          (double) step / request.steps(),
          String.format(
              Locale.ROOT, "Learning a dictionary, step %,d of %,d ...", step, request.steps()));
      training.step();
      if (training.steps() % pause == 0 || training.steps() == request.steps()) {
        final double heldOut =
            training.reconstruction(split.heldOut(), MOST_ON_THE_WAY).unexplained();
        best.offer(training, heldOut);
        course.add(new CoursePoint(training.steps(), training.loss(), training.dead(), heldOut));
        watcher.see(List.copyOf(course));
      }
      if (checkpoints.isDue()) {
        checkpoints.keep(state(training, best, course));
      }
    }
  }

  private static TrainingState state(
      final SparseTraining training, final BestModel best, final List<CoursePoint> course) {
    final StateWriter state = new StateWriter();
    training.keep(state);
    best.keep(state);
    state.put(
        "course",
        course.stream()
            .flatMapToDouble(
                one ->
                    Arrays.stream(
                        new double[] {one.step(), one.loss(), one.dead(), one.unexplained()}))
            .toArray());
    return state.state();
  }

  private static void restore(
      final StateReader state,
      final SparseTraining training,
      final BestModel best,
      final List<CoursePoint> course) {
    training.restore(state);
    best.restore(state);
    final double[] flat = state.doubles("course");
    for (int i = 0; i + 3 < flat.length; i += 4) {
      course.add(new CoursePoint((int) flat[i], flat[i + 1], flat[i + 2], flat[i + 3]));
    }
  }

  private TrainedDictionary result(
      final SparseTraining training, final BestModel best, final List<CoursePoint> course) {
    return new TrainingResult(vectors, split, training, best)
        .dictionary(training.steps(), List.copyOf(course));
  }
}
