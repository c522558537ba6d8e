/** Attribution methods that take one backward pass, or several under noise. */
package io.github.inceptionlens.attribution.gradient;
