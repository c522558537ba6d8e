package io.github.inceptionlens.command.batch;

import ij.ImagePlus;
import java.util.List;

/**
 * A file before it is written.
 *
 * @param image what it shows
 * @param rows what is said of it, a row per plane
 */
record BatchFile(ImagePlus image, List<MapRow> rows) {}
