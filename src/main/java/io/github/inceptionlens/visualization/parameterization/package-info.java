/**
 * As what an optimized picture is parameterized: pixels, Fourier coefficients, CPPN, phases.
 *
 * <pre>{@code
 * PictureFormat format = new PictureFormat(128, 128, 3, 1, 1);
 * ImageParameters image = Parameterization.FOURIER.create(
 *     manager, format, List.of(new SplittableRandom(1)));
 * NDArray planes = image.planes(image.parameters());
 * }</pre>
 */
package io.github.inceptionlens.visualization.parameterization;
