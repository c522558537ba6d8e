/** How ImageJ shows the values of an image: display ranges, lookup tables, merged channels. */
package io.github.inceptionlens.image.display;
