/**
 * Files that were computed once and are kept in a folder; deletes only files that carry its own
 * mark.
 *
 * <pre>{@code
 * FileCache cache = new FileCache(folder, ".tif", 500, 1L << 30);
 * String key = FileCache.key("what the file depends on");
 * Optional<byte[]> kept = cache.find(key);
 * }</pre>
 */
package io.github.inceptionlens.weights.cache;
