package io.github.inceptionlens.dictionary.sparse;

import java.util.Optional;

/** Where the state of a training is kept, so that the same training goes on from it. */
public interface Checkpoints {

  /** Keeps nothing. */
  Checkpoints NONE =
      new Checkpoints() {
        @Override
        public Optional<TrainingState> find() {
          return Optional.empty();
        }

        @Override
        public boolean isDue() {
          return false;
        }

        @Override
        public void keep(final TrainingState state) {
          // forgotten
        }

        @Override
        public void discard() {
          // nothing is there
        }
      };

  /** What was kept last; nothing where the training is new. */
  Optional<TrainingState> find();

  /** Whether it is time to keep what is done. */
  boolean isDue();

  /** Keeps what is done; where that fails, what was kept before stays. */
  void keep(TrainingState state);

  /** Forgets what was kept: the training is done, and what it came to is safe elsewhere. */
  void discard();
}
