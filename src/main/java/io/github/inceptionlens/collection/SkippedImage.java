package io.github.inceptionlens.collection;

/**
 * What of a collection could not be looked at.
 *
 * @param path of the file or folder, relative to the collection's root, and the slice where it is
 *     about one
 * @param reason why, in a few words
 */
public record SkippedImage(String path, String reason) {}
