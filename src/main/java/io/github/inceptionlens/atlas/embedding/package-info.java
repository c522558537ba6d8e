/**
 * Vectors of a layer laid out in two dimensions so that neighbors stay neighbors, and how well they
 * do.
 *
 * <p>Knows no ImageJ, no files and no commands.
 *
 * <pre>{@code
 * ActivationSample sample = ActivationSample.open(Path.of("sample.safetensors"));
 * float[] vectors = sample.rows(sample.draw(50_000, 0));
 * EmbeddingRequest request =
 *     new EmbeddingRequest(EmbeddingMethod.UMAP, 50, 0.05, VectorMetric.COSINE, 0);
 * Embedding.Made made = Embedding.of(vectors, sample.channels(), request, Progress.NONE);
 * double kept = made.quality().preservation();
 * float[] placed = made.embedding().place(sample.row(3), Progress.NONE);
 * }</pre>
 */
package io.github.inceptionlens.atlas.embedding;
