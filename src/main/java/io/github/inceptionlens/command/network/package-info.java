/** Commands about the networks themselves. */
package io.github.inceptionlens.command.network;
