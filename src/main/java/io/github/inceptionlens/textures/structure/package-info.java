/** The structures of the texture classes, painted on a canvas. */
package io.github.inceptionlens.textures.structure;
