/** Steps of gradient ascent and the monitoring of their convergence. */
package io.github.inceptionlens.visualization.optimizer;
