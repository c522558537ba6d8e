/** Attribution methods that integrate gradients along a path of pictures. */
package io.github.inceptionlens.attribution.path;
