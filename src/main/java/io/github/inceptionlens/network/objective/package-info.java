/**
 * From target expressions to objectives: the one binder, and target functions as plugins.
 *
 * <p>Functions of pictures that are optimized live in {@code visualization.objective}.
 */
package io.github.inceptionlens.network.objective;
