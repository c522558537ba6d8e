/**
 * The layer browser: a window onto the units of a network's layers. A model that knows no screen
 * holds what is shown; a working thread opens layers, looks at the image and makes missing
 * pictures; thin views draw.
 *
 * <pre>{@code
 * boolean isThere = new LayerBrowserCommand().isRead("layer");
 * }</pre>
 */
package io.github.inceptionlens.command.browser;
