/** What a visualization maximizes: target functions, penalties and similarities. */
package io.github.inceptionlens.visualization.objective;
