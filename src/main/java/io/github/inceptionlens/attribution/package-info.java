/**
 * Which parts of a picture a target depends on: requests, results, and what all methods share.
 *
 * <p>A method is a plugin of type {@code AttributionMethod} in one of the sub-rooms.
 */
package io.github.inceptionlens.attribution;
