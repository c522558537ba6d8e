/** Random transformations of the picture before each step of the optimization. */
package io.github.inceptionlens.visualization.transform;
