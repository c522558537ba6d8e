/** Commands that make, compare, evaluate and measure saliency maps. */
package io.github.inceptionlens.command.saliency;
