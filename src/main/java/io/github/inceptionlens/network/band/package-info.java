/**
 * Pictures of any size: the network's layers on bands of a picture's rows, one after the other,
 * with the values that the picture as a whole has.
 *
 * <pre>{@code
 * RunPlan plan = RunPlan.of(network.architecture(), List.of("mixed4c"), 8192, 8192);
 * int rows = plan.bands().orElseThrow().rows();   // pixels of the picture in each band
 * long bytes = plan.bytes();                      // of native memory, at most
 * }</pre>
 */
package io.github.inceptionlens.network.band;
