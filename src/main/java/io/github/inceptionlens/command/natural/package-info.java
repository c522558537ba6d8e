/**
 * The user's own images as natural pictures, from open images and folders, and what they show of a
 * unit.
 */
package io.github.inceptionlens.command.natural;
