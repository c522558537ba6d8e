/**
 * The generator of our own images: textures and structures as microscopists meet them, alone or
 * composed to scenes, with the truth about every pixel.
 *
 * <p>Images come as plain float planes. Knows {@code core} only: no ImageJ, no file formats, no
 * commands.
 */
package io.github.inceptionlens.textures;
