/** How much native memory a run needs, and how much it may take. */
package io.github.inceptionlens.network.memory;
