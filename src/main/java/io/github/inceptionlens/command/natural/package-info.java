/**
 * What the user's own images show of a unit: crops and where they are.
 *
 * <pre>{@code
 * ImageCollection<InputPicture> samples =
 *     UserImages.named("images", "/data/photographs", one -> ImageInput.of(one, UserImages.SLICES));
 * Evidence evidence = Evidence.of(network, new Unit("mixed4c", 12), samples, 4, Progress.NONE);
 * ResultsTable places = evidence.table();
 * }</pre>
 */
package io.github.inceptionlens.command.natural;
