/**
 * Files that save work: what was computed once and can be computed again.
 *
 * <p>Knows no other room; whoever keeps something says what it depends on.
 */
package io.github.inceptionlens.cache;
