/** Overlay elements of our own on the user's image; never changes those of the user. */
package io.github.inceptionlens.image.overlay;
