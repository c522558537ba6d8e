package io.github.inceptionlens.dictionary.vectors;

import io.github.inceptionlens.collection.sample.ActivationSample;
import io.github.inceptionlens.collection.sample.SampledImage;

/** The vectors of a sample, read through its map. */
public record SampleVectors(ActivationSample sample) implements VectorSource {

  @Override
  public int channels() {
    return sample.channels();
  }

  @Override
  public long size() {
    return sample.size();
  }

  @Override
  public float[] row(final long row) {
    return sample.row(row);
  }

  @Override
  public VectorOrigin origin(final long row) {
    final SampledImage image = sample.image(row);
    final int slice = sample.place(row).map(place -> place.slice()).orElse(1);
    final String group = image.group().isEmpty() ? image.path() : image.group();
    return new VectorOrigin(group, image.path(), slice);
  }
}
