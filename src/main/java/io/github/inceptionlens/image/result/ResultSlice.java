package io.github.inceptionlens.image.result;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.FloatProcessor;
import io.github.inceptionlens.core.Provenance;

/**
 * One slice of a result, and what it says of itself where it stands alone.
 *
 * @param width in pixels
 * @param height in pixels
 * @param label of the slice
 * @param plane width x height values, row by row; shared
 * @param calibration of the result
 * @param provenance how it was made
 */
public record ResultSlice(
    int width,
    int height,
    String label,
    float[] plane,
    Calibration calibration,
    Provenance provenance) {

  /** The same with one more entry of its provenance. */
  public ResultSlice with(final String key, final String value) {
    return new ResultSlice(width, height, label, plane, calibration, provenance.with(key, value));
  }

  /** The slice as a 32-bit image of its own. */
  public ImagePlus image() {
    final ImagePlus image = new ImagePlus(label, new FloatProcessor(width, height, plane));
    image.setCalibration(calibration);
    image.setProp("Slice_Label", label);
    ResultImages.describe(image, provenance);
    return image;
  }
}
