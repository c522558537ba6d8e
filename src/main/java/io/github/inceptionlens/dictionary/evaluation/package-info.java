/**
 * How good dictionaries are, beside what they must be better than.
 *
 * <p>Knows no ImageJ and no files.
 *
 * <pre>{@code
 * VectorSource vectors = new SampleVectors(ActivationSample.open(Path.of("sample.safetensors")));
 * PictureSplit split = PictureSplit.of(vectors, 0.1, 0);
 * EvaluationRequest request = new EvaluationRequest(true, 3, List.of(4, 8, 16, 32), 0);
 * EvaluatedDictionary evaluated =
 *     new DictionaryEvaluation(vectors, split, "mixed4c", request)
 *         .of(NetworkStore.standard().dictionaries().read("mydict"), Progress.NONE);
 * double unexplained = evaluated.codes().get(0).figures().unexplained();
 * }</pre>
 *
 * @see <a href="https://arxiv.org/abs/2406.04093">Gao et al. 2024</a>
 */
package io.github.inceptionlens.dictionary.evaluation;
