package io.github.inceptionlens.dictionary.sparse;

import java.util.List;

/** Is shown the course of a training while it runs. */
@FunctionalInterface
public interface TrainingWatcher {

  /** Looks at nothing. */
  TrainingWatcher NOBODY = course -> {};

  /** Sees the course up to now, on the thread of the training. */
  void see(List<CoursePoint> course);
}
