/**
 * Blinded readings: shuffled cases, the key that tells what they were, and the tally of a filled
 * sheet. Knows texts and numbers, no files and no images.
 */
package io.github.inceptionlens.reading;
