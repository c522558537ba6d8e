/**
 * The door for Java, Groovy and Jython: {@link io.github.inceptionlens.InceptionLens}.
 *
 * <pre>{@code
 * try (InceptionLens lens = InceptionLens.open("textures")) {
 *   IJ.saveAsTiff(lens.activationMaps(image, "mixed4c", "strongest:3"), "maps.tif");
 * }
 * }</pre>
 */
package io.github.inceptionlens;
