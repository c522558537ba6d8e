/** As what an optimized picture is parameterized: pixels, Fourier coefficients, CPPN, phases. */
package io.github.inceptionlens.visualization.parameterization;
