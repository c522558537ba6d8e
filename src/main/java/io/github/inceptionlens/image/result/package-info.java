/**
 * Results as ImageJ images that lie where they belong on the analyzed image, with their provenance.
 */
package io.github.inceptionlens.image.result;
