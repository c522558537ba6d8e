/**
 * From target expressions to objectives: the one binder, and target functions as plugins.
 *
 * <p>Functions of pictures that are optimized live in {@code visualization.objective}.
 *
 * <pre>{@code
 * TargetBinding.Bound bound =
 *     TargetBinding.bind(Target.parse("top"), network, picture, Optional.empty());
 * double logit = network.values(List.of(picture), bound.objective())[0];
 * }</pre>
 */
package io.github.inceptionlens.network.objective;
