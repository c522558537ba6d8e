/**
 * Edits of a trained network: what changes its table or its weights, for all methods alike.
 *
 * <p>Knows the architecture, no engine and no files.
 */
package io.github.inceptionlens.network.edit;
