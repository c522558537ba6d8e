package io.github.inceptionlens.command.report.sheet;

import java.awt.image.BufferedImage;
import java.util.Optional;

/**
 * A connection with another unit.
 *
 * @param other the unit at the other end
 * @param label its text, empty for none
 * @param icon what that unit looks for
 * @param kernel places on a side
 * @param values the weights, row-major
 * @param sum of the weights
 */
public record Wire(
    String other,
    String label,
    Optional<BufferedImage> icon,
    int kernel,
    float[] values,
    double sum) {}
