/**
 * The program that trains the bundled network on generated textures.
 *
 * <p>Not part of the plugin's jar.
 */
package io.github.inceptionlens.textures.training;
