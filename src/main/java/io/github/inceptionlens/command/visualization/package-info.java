/** Commands that optimize pictures: channels, layers, dreams, inversions, caricatures. */
package io.github.inceptionlens.command.visualization;
