/** Commands about classes and activations. */
package io.github.inceptionlens.command.activation;
