/**
 * How dictionaries are made: from vectors of a layer to directions that tell them apart or build
 * them up.
 *
 * <p>Knows no ImageJ, no engine and no files.
 *
 * <pre>{@code
 * Layer layer = network.architecture().layer("mixed4c");
 * SampledVectors seen = new SampledVectors(network, layer, 20_000, 0);
 * seen.look(View.of(picture));
 * Vectors vectors = new Vectors(layer.name(), layer.channels(), seen.values());
 * Directions found = DictionaryTrainers.named("nmf").train(vectors, 6, 0, Progress.NONE);
 * NetworkEdit graft = found.dictionary("mydict", network, layer.name(), Map.of()).graft();
 * InceptionV1 edited = network.with(List.of(graft));
 * }</pre>
 */
package io.github.inceptionlens.dictionary;
