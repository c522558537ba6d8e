/**
 * Examples: which places of a collection show what a unit responds to, and what it does not.
 *
 * <p>Knows no ImageJ, no user interface and no files.
 *
 * <pre>{@code
 * LayerUnits units = LayerUnits.of(network.architecture(), "mixed4c", List.of(12));
 * ExampleRequest request = new ExampleRequest(9, 1, List.of(0.25, 0.5, 0.75), 0);
 * DatasetExamples examples = new DatasetExamples(units, request);
 * List<String> asked = units.names();
 * }</pre>
 */
package io.github.inceptionlens.activation.example;
