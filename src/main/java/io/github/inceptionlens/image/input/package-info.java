/**
 * What of an ImageJ image is analyzed: selection, slices, size, calibration.
 *
 * <p>Knows no methods and no commands.
 *
 * <pre>{@code
 * ImageInput input = ImageInput.of(image, InputRequest.ownSize());
 * for (Frame frame : input.frames()) {
 *   Picture seen = frame.picture();
 * }
 * }</pre>
 */
package io.github.inceptionlens.image.input;
