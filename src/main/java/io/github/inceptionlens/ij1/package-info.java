/**
 * The door for ImageJ 1: a launcher that gives every command its dialog, its macro line and its
 * place in the menu.
 *
 * <p>Knows no method and no network.
 */
package io.github.inceptionlens.ij1;
