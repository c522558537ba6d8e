/**
 * Feature visualization, inversion and caricature: optimization of pictures for units and layers.
 */
package io.github.inceptionlens.visualization.feature;
