/**
 * Activation maps and their statistics: which channel fires where.
 *
 * <p>Knows no ImageJ, no user interface and no files.
 */
package io.github.inceptionlens.activation;
