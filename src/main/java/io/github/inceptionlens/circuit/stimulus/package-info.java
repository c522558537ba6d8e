/**
 * Synthetic stimuli: pictures of known geometry, whose every pixel is the mean over its area.
 *
 * <p>Angles are in degrees, counterclockwise from the x axis, as ImageJ measures them. Columns
 * count to the right and rows downwards from the picture's upper left corner, its middle is where a
 * stimulus lies.
 *
 * <pre>{@code
 * StimulusLook look = new StimulusLook(224, 3, 90, false, 0x000000, 0xffffff);
 * for (Stimulus one : StimulusSeries.of(StimulusKind.CURVES, look.side(), Map.of())) {
 *   Picture picture = StimulusPainter.paint(one, look);
 * }
 * }</pre>
 */
package io.github.inceptionlens.circuit.stimulus;
