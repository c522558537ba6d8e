/**
 * Blinded readings: shuffled cases, the key that tells what they were, and the tally of a filled
 * sheet; and two-alternative tests of whether a reader can predict a unit's response. Knows texts
 * and numbers, no files and no images.
 */
package io.github.inceptionlens.reading;
