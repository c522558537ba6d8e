/**
 * How much native memory a run needs, and how much it may take.
 *
 * <pre>{@code
 * long need = MemoryPlan.peak(network.architecture(), List.of("mixed4c"), 2048, 2048);
 * MemoryBudget.check(need, 2048, 2048);   // a UserError where that is too much
 * }</pre>
 */
package io.github.inceptionlens.network.memory;
