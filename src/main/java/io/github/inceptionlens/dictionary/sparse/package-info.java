/**
 * Dictionaries that are learned: sparse autoencoders on vectors of a layer, with explicit
 * gradients.
 *
 * <p>Knows no ImageJ and no files; what is kept of an unfinished training goes through {@link
 * io.github.inceptionlens.dictionary.sparse.Checkpoints}.
 *
 * <pre>{@code
 * ActivationSample sample = ActivationSample.open(Path.of("sample.safetensors"));
 * VectorSource vectors = new SampleVectors(sample);
 * PictureSplit split = PictureSplit.of(vectors, 0.1, 0);
 * SparseRequest request = SparseRequest.usual(SparseMethod.TOPK, 2048, 16);
 * SparseTrainer trainer = new SparseTrainer(vectors, split, request);
 * TrainedDictionary trained =
 *     trainer.train(Checkpoints.NONE, TrainingWatcher.NOBODY, Progress.NONE);
 * double unexplained = trained.figures().unexplained();
 * NetworkEdit graft =
 *     trained.directions().dictionary("mydict", network, sample.layer(), Map.of()).graft();
 * }</pre>
 *
 * @see <a href="https://arxiv.org/abs/2406.04093">Gao et al. 2024</a>
 */
package io.github.inceptionlens.dictionary.sparse;
