/**
 * Overlay elements of our own on the user's image; never changes those of the user.
 *
 * <pre>{@code
 * boolean own = OwnElements.isOwn(image.getOverlay().get(0));
 * ActivationLayer.clear(image);   // leaves the user's elements where they are
 * }</pre>
 */
package io.github.inceptionlens.image.overlay;
