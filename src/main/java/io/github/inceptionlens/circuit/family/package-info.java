/**
 * Units that are turned or mirrored copies of each other, told by their responses to pictures that
 * are turned and mirrored, and by their kernels.
 *
 * <pre>{@code
 * CongruenceGroup group = FamilyKind.ROTATION.group(15);
 * OrbitCollector collector =
 *     new OrbitCollector(KernelEnd.parse(network.architecture(), "layer", "mixed3b_5x5"), group);
 * OrbitResponses responses = collector.finisher().apply(collector.supplier().get());
 * List<UnitFamily> families = UnitFamilies.of(responses, Progress.NONE).families(0.5);
 * }</pre>
 */
package io.github.inceptionlens.circuit.family;
