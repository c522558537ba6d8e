/**
 * Files that were computed once and are kept in a folder; deletes only files that carry its own
 * mark.
 */
package io.github.inceptionlens.weights.cache;
