/**
 * Dictionaries of directions as files, and the folder in which they are kept beside the networks.
 *
 * <p>Knows the network and the formats, no methods and nothing of ImageJ.
 *
 * <pre>{@code
 * DictionaryStore store = NetworkStore.standard().dictionaries();
 * store.keep(store.readFile(Path.of("directions.safetensors"), "mydict"), false);
 * InceptionV1 edited = network.with(List.of(store.read("mydict").graft()));
 * }</pre>
 */
package io.github.inceptionlens.weights.dictionary;
