/**
 * From a painted structure to a photograph: contrast, haze, blur, color, light and noise.
 *
 * <pre>{@code
 * Nuisance nuisance = Nuisance.draw(7);
 * Picture photograph = new Camera(nuisance, 64, 64, 7).expose(new float[64 * 64]);
 * }</pre>
 */
package io.github.inceptionlens.textures.imaging;
