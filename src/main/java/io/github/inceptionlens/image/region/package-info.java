/**
 * Regions of images that are measured: selections, the ROIs of the ROI Manager, label images.
 *
 * <pre>{@code
 * PictureRegions regions =
 *     PictureRegions.named("/data/masks", null, network.architecture().layer("mixed4c"));
 * ImageInput input = regions.see("plate1/a.tif", IJ.openImage("/data/plate1/a.tif"), UserImages.SLICES);
 * }</pre>
 */
package io.github.inceptionlens.image.region;
