/** Tests of a saliency map, with and without a known truth, beside control maps. */
package io.github.inceptionlens.evaluation;
