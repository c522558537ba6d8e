/**
 * Examples of units in the user's images: the command that finds them, and what is kept of them.
 *
 * <pre>{@code
 * Optional<LayerExamples> kept = KeptExamples.of(network).find("mixed4c");
 * Optional<java.awt.image.BufferedImage> icon =
 *     kept.flatMap(examples -> examples.thumbnail(447, 1));
 * Optional<KeptPlace> best =
 *     kept.flatMap(examples -> examples.unit(447)).map(unit -> unit.top().get(0));
 * }</pre>
 */
package io.github.inceptionlens.command.example;
