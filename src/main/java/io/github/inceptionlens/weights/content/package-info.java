/**
 * What a file of weights holds, judged by names and shapes alone: which classifier, what its
 * classes are called, how its tensors are named, and what it is where it is no GoogLeNet.
 *
 * <p>Knows no format.
 *
 * <pre>{@code
 * Path labels = ClassNames.beside(Path.of("bees.caffemodel")); // bees.labels.txt
 * String kind = Resemblance.ofTensors(List.of("layer1.0.conv1.weight")).orElse("unknown");
 * }</pre>
 */
package io.github.inceptionlens.weights.content;
