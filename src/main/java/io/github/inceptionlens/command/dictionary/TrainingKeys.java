package io.github.inceptionlens.command.dictionary;

import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.dictionary.autoencoder.FrozenPart;
import io.github.inceptionlens.dictionary.autoencoder.SparseMethod;
import io.github.inceptionlens.dictionary.sparse.SparseRequest;
import io.github.inceptionlens.dictionary.vectors.VectorCensus;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * How a dictionary is to be trained, as a user says it, before the vectors are known.
 *
 * @param steps nothing where the data decide
 * @param batch nothing where the data decide
 * @param learningRate nothing where the size decides
 */
record TrainingKeys(
    SparseMethod method,
    DictionarySize size,
    int k,
    OptionalInt steps,
    OptionalInt batch,
    OptionalDouble learningRate,
    long seed) {

  /**
   * Refuses what no vectors can mend.
   *
   * @throws UserError with the key
   */
  TrainingKeys {
    if (k < 1) {
      throw new UserError("k is " + k + ", expected a number above 0");
    }
    if (!size.isFactor() && k > size.number()) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "k is %d, but size is %s: choose a k up to that, or a larger size",
              k,
              size));
    }
  }

  /**
   * What is done with some vectors.
   *
   * @param training how many are learned from
   */
  SparseRequest request(final int channels, final int training, final VectorCensus census) {
    final int entries = size.entries(channels, census.effectiveRank(), k);
    final int together = batch.orElse(SparseRequest.usualBatch(training));
    return new SparseRequest(
        method,
        entries,
        k,
        steps.orElse(SparseRequest.usualSteps(training, together)),
        together,
        learningRate.orElse(SparseRequest.usualRate(entries)),
        seed,
        FrozenPart.NONE);
  }
}
