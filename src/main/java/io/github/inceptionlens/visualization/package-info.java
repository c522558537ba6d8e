/**
 * Feature visualization: pictures that are optimised until a target of the network is large.
 *
 * <p>Knows no ImageJ, no user interface and no files.
 *
 * @see <a href="https://distill.pub/2017/feature-visualization/">Olah et al. 2017</a>
 */
package io.github.inceptionlens.visualization;
