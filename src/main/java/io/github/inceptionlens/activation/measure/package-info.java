/**
 * What units of a layer give in the regions of many pictures.
 *
 * <pre>{@code
 * UnitChoice units = UnitChoice.of(network.architecture(), "mixed4c", "strongest:12");
 * List<Unit> all = units.units();
 * }</pre>
 */
package io.github.inceptionlens.activation.measure;
