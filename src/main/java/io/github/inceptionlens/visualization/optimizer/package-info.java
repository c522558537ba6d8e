/**
 * Steps of gradient ascent and the monitoring of their convergence.
 *
 * <pre>{@code
 * Adam adam = new Adam(List.of(parameters), 0.05, Momentum.ADAM);
 * adam.climb(List.of(gradient));   // one step uphill
 * }</pre>
 */
package io.github.inceptionlens.visualization.optimizer;
