/** Commands that test visualizations against the user's own images. */
package io.github.inceptionlens.command.evidence;
