/**
 * What a visualization maximizes: target functions, penalties and similarities.
 *
 * <pre>{@code
 * Target first = Target.parse("mixed4c:12 - 0.25*tv() - 0.5*diversity(mixed4c)");
 * Objective distance = Penalties.totalVariation();
 * }</pre>
 */
package io.github.inceptionlens.visualization.objective;
