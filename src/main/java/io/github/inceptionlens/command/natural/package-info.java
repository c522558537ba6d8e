/**
 * The user's own images as natural pictures, from open images and folders, and what they show of a
 * unit.
 *
 * <pre>{@code
 * NaturalImages samples = NaturalImages.named("images", "/data/photographs");
 * Evidence evidence = Evidence.of(network, new Unit("mixed4c", 12), samples, 4, Progress.NONE);
 * ResultsTable places = evidence.table();
 * }</pre>
 */
package io.github.inceptionlens.command.natural;
