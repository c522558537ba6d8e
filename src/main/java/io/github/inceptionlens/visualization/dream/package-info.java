/** DeepDream on pictures of any size, octave by octave and tile by tile. */
package io.github.inceptionlens.visualization.dream;
