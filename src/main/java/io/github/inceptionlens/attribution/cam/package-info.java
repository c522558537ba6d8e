/** Class activation maps and their kin. */
package io.github.inceptionlens.attribution.cam;
