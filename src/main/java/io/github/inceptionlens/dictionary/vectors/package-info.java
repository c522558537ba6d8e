/**
 * Vectors of a layer that dictionaries are learned from, more than fit into the memory: where they
 * are from, which of them are held out, what they are like as a whole.
 *
 * <p>Knows samples, no ImageJ and no files.
 *
 * <pre>{@code
 * VectorSource vectors = new SampleVectors(ActivationSample.open(Path.of("sample.safetensors")));
 * PictureSplit split = PictureSplit.of(vectors, 0.1, 0);
 * VectorCensus census = VectorCensus.of(vectors, split.training(), Progress.NONE);
 * double directions = census.effectiveRank();
 * }</pre>
 */
package io.github.inceptionlens.dictionary.vectors;
