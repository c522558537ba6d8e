/** Attribution maps as pictures: display, thresholds, regions, montages, cases for a reader. */
package io.github.inceptionlens.image.map;
