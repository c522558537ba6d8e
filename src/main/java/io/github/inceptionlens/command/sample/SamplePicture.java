package io.github.inceptionlens.command.sample;

import ij.process.ImageProcessor;
import io.github.inceptionlens.textures.Scene;
import java.util.List;

/**
 * A generated picture and the truth about it.
 *
 * @param subject what it shows
 * @param pixels the picture
 * @param regions where the structures of a scene are
 * @param blurRadius how many pixels to each side the blur spreads them
 */
record SamplePicture(
    SampleSubject subject, ImageProcessor pixels, List<Scene.Region> regions, int blurRadius) {}
