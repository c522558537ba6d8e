package io.github.inceptionlens.command.inspector;

import ij.ImagePlus;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.image.overlay.ActivationLayer;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;

/**
 * What is to be seen of an inspector at a moment.
 *
 * @param image that is inspected
 * @param status what is being done, or what is wrong
 * @param inspection the layer's map, once it is there
 * @param reading at the latest place
 * @param part of the reading's field that carries its strongest value, once it is known
 * @param overlaid the channel whose map is wanted over the image
 * @param overlay that map, once it is drawn
 * @param pins the places of this image and slice that were pinned
 */
record InspectorView(
    InspectorSettings settings,
    Optional<ImagePlus> image,
    InspectorStatus status,
    Optional<Inspection> inspection,
    Optional<PlaceReading> reading,
    Optional<Rectangle2D> part,
    Optional<Unit> overlaid,
    Optional<ActivationLayer> overlay,
    List<Point2D> pins) {}
