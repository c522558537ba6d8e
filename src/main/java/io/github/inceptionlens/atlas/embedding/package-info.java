/**
 * Vectors of a layer laid out in two dimensions so that neighbors stay neighbors, and how well they
 * do.
 *
 * <p>Knows no ImageJ, no files and no commands.
 *
 * <pre>{@code
 * EmbeddingRequest request =
 *     new EmbeddingRequest(EmbeddingMethod.UMAP, 50, 0.05, VectorMetric.COSINE, 0);
 * Embedding embedding = Embedding.of(vectors, 512, request, Progress.NONE);
 * EmbeddingQuality quality = embedding.quality(Progress.NONE);
 * float[] placed = embedding.place(others, Progress.NONE);
 * }</pre>
 */
package io.github.inceptionlens.atlas.embedding;
