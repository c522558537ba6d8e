/** Attribution methods that change the picture and look at the scores. */
package io.github.inceptionlens.attribution.perturbation;
