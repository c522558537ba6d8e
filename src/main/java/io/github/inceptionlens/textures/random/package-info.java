/** Random numbers and functions that are equal on every machine. */
package io.github.inceptionlens.textures.random;
