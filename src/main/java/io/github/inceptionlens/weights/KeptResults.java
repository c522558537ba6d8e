package io.github.inceptionlens.weights;

import io.github.inceptionlens.weights.cache.CleaningReport;
import io.github.inceptionlens.weights.cache.FileCache;
import java.nio.file.Path;

/**
 * What was computed with networks and is kept beside them.
 *
 * @param pictures of units, up to 512 MB
 * @param scans what scans have done that were ended, up to 512 MB
 * @param samples of activations, up to 4 GB
 * @param examples of units, up to 512 MB
 * @param trainings what trainings have done that were ended, up to 4 GB
 */
public record KeptResults(
    FileCache pictures,
    FileCache scans,
    FileCache samples,
    FileCache examples,
    FileCache trainings) {

  private static final int MOST_PICTURES = 10_000;
  private static final int MOST_SCANS = 100;
  private static final int MOST_SAMPLES = 100;
  private static final int MOST_EXAMPLES = 1000;
  private static final long MOST_BYTES = 512L << 20;
  private static final long MOST_SAMPLE_BYTES = 4L << 30;

  /** What is kept in a folder of networks. */
  static KeptResults in(final Path folder) {
    return new KeptResults(
        new FileCache(folder.resolve(".visualizations"), ".tif", MOST_PICTURES, MOST_BYTES),
        new FileCache(folder.resolve(".scans"), ".json", MOST_SCANS, MOST_BYTES),
        new FileCache(folder.resolve(".samples"), ".safetensors", MOST_SAMPLES, MOST_SAMPLE_BYTES),
        new FileCache(folder.resolve(".examples"), ".zip", MOST_EXAMPLES, MOST_BYTES),
        new FileCache(
            folder.resolve(".trainings"), ".safetensors", MOST_SAMPLES, MOST_SAMPLE_BYTES));
  }

  /** Removes all of it. */
  CleaningReport clear() {
    return pictures
        .clear()
        .and(scans.clear())
        .and(samples.clear())
        .and(examples.clear())
        .and(trainings.clear());
  }
}
