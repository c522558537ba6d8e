package io.github.inceptionlens.command.report.sheet;

import java.awt.image.BufferedImage;

/**
 * A picture with two lines below it.
 *
 * @param pixels of any size, shown in a square
 * @param figure the first line, black
 * @param caption the second line, gray
 */
public record Tile(BufferedImage pixels, String figure, String caption) {}
