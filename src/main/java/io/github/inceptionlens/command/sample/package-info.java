/**
 * Commands that open images which come with the plugin.
 *
 * <pre>{@code
 * ImagePlus scene = SampleImage.SCENE.open();
 * }</pre>
 */
package io.github.inceptionlens.command.sample;
