/** From a painted structure to a photograph: contrast, haze, blur, color, light and noise. */
package io.github.inceptionlens.textures.imaging;
