/**
 * Target expressions: what of a network is looked at, optimized or attributed, as text and as a
 * tree.
 *
 * <p>Knows the grammar, no network.
 *
 * <pre>{@code
 * Target target = Target.parse("0.5*(mixed4c:12 + class:3) - neuron(mixed4d:7)");
 * boolean classes = target.readsClasses();
 * }</pre>
 */
package io.github.inceptionlens.core.target;
