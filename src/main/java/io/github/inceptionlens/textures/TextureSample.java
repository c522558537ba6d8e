package io.github.inceptionlens.textures;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.textures.imaging.Nuisance;
import io.github.inceptionlens.textures.structure.Layout;
import io.github.inceptionlens.textures.structure.TextureClass;

/**
 * An image of one class and the truth about it.
 *
 * @param texture the class; its ordinal is the class index
 * @param seed what the image was made from
 * @param layout the structure's size, direction and density, drawn independently of the class
 * @param nuisance how the image was taken, drawn independently of the class
 * @param structure the clean structure, 0 to 1, row by row, before the nuisance
 * @param image red, green and blue planes, 0 to 255
 */
public record TextureSample(
    TextureClass texture,
    long seed,
    Layout layout,
    Nuisance nuisance,
    float[] structure,
    Picture image) {}
