/**
 * A sparse autoencoder: which latents are active, how well it builds vectors anew, and the
 * derivatives of its loss by closed forms.
 *
 * <p>Knows no ImageJ and no files; its products of large matrices are the engine's.
 *
 * <pre>{@code
 * Autoencoder model = Autoencoder.empty(2048, 512);
 * Activity activity = new Activity(SparseMethod.TOPK, 16, 0);
 * VectorSource vectors = new SampleVectors(ActivationSample.open(Path.of("sample.safetensors")));
 * int[] rows = PictureSplit.of(vectors, 0.1, 0).heldOut();
 * try (MatrixProducts products = new MatrixProducts()) {
 *   double unexplained =
 *       Reconstruction.of(model, activity, vectors, rows, 10_000, 1, products).unexplained();
 * }
 * }</pre>
 *
 * @see <a href="https://arxiv.org/abs/2406.04093">Gao et al. 2024</a>
 */
package io.github.inceptionlens.dictionary.autoencoder;
