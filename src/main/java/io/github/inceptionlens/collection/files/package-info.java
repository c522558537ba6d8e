/**
 * What a text names on the disk: a folder, a pattern of paths, or a table of paths with labels.
 *
 * <pre>{@code
 * ImageListing listing = ImageListing.of("images", "/data/plate?.tif");
 * String label = listing.images().get(0).label();
 * }</pre>
 */
package io.github.inceptionlens.collection.files;
