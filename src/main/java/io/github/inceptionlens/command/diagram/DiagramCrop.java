package io.github.inceptionlens.command.diagram;

import io.github.inceptionlens.image.place.CropPlaces.Crop;
import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * A further picture beside a node's icon, such as a crop that drives the unit.
 *
 * @param place where it is from, wherever it is shown; nothing where that is not known
 */
public record DiagramCrop(BufferedImage pixels, Optional<Crop> place) {}
