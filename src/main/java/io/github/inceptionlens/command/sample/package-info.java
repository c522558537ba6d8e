/**
 * Commands that open images which come with the plugin, or make some whose truth is known.
 *
 * <pre>{@code
 * ImagePlus scene = SampleImage.SCENE.open();
 * }</pre>
 */
package io.github.inceptionlens.command.sample;
