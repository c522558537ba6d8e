package io.github.inceptionlens.command.atlas;

import java.awt.Color;

/**
 * Points of a plot that have one color.
 *
 * @param name for the legend
 * @param points indices
 */
record PointGroup(String name, Color color, int[] points) {}
