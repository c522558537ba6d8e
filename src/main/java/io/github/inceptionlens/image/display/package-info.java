/**
 * How ImageJ shows the values of an image: display ranges, lookup tables, merged channels.
 *
 * <pre>{@code
 * DisplayRange range = DisplayRange.parse("0,4095");
 * Rendering rendering = Rendering.of(image, range);
 * String seen = rendering.range();
 * }</pre>
 */
package io.github.inceptionlens.image.display;
