/**
 * Tests of saliency maps that ask the network: what happens to the target when pixels change, and
 * to the map when the picture or the network does.
 *
 * <p>Figures come from {@code measure}; knows no ImageJ and no files.
 */
package io.github.inceptionlens.evaluation;
