/**
 * Attribution maps as pictures: display, thresholds, regions, montages, cases for a reader.
 *
 * <pre>{@code
 * MapSlice slice = MapSlice.of(image, 1, MapThreshold.parse("top:5"), 10);
 * for (MapRegion region : slice.regions()) {
 *   System.out.println(region.x() + " " + region.y() + " " + region.sum());
 * }
 * }</pre>
 */
package io.github.inceptionlens.image.map;
