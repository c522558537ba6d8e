/**
 * Random numbers and functions that are equal on every machine.
 *
 * <pre>{@code
 * SeededRandom random = new SeededRandom(7, "place");   // a stream of its own per purpose
 * double x = random.between(0, 512);
 * }</pre>
 */
package io.github.inceptionlens.textures.random;
