/**
 * Variants: networks that are edits of a trained one, as small files.
 *
 * <pre>{@code
 * VariantStore variants = new VariantStore(folder);
 * Variant blind = new Variant("blind", "textures", network.digest(), "ablate mixed4c:12", List.of());
 * variants.keep(blind, false);
 * }</pre>
 */
package io.github.inceptionlens.weights.variant;
