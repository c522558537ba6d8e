/**
 * The structures of the texture classes, painted on a canvas.
 *
 * <pre>{@code
 * SeededRandom random = new SeededRandom(7, "paint");
 * Canvas canvas = TextureClass.NUCLEI.paint(Layout.draw(7, "nuclei"), 128, 128, random);
 * float[] structure = canvas.values;   // 0 to 1, row by row
 * }</pre>
 */
package io.github.inceptionlens.textures.structure;
