package io.github.inceptionlens.collection;

import java.nio.file.Path;
import java.util.Optional;

/**
 * An image of a collection before it is opened.
 *
 * @param path relative to the collection's root, with {@code /} between folders; the title of an
 *     image that is open
 * @param file where it lies; nothing for an image that is open
 * @param label what it is said to show; empty for nothing
 * @param group what it belongs together with, such as a patient; empty for nothing
 * @param state changes when the content does: of a file its length and time, of an open image a
 *     digest of its pixels
 */
public record CollectionImage(
    String path, Optional<Path> file, String label, String group, String state) {}
