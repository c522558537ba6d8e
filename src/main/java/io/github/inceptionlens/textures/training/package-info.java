/**
 * The program that trains the network of {@link io.github.inceptionlens.network.Blueprint#TEXTURES}
 * on generated textures, and the record of how well it did.
 *
 * <p>Not part of what a user runs; the README says how to repeat the training.
 */
package io.github.inceptionlens.textures.training;
