/** Training an InceptionV1 from scratch; not used by the plugin itself. */
package io.github.inceptionlens.network.training;
