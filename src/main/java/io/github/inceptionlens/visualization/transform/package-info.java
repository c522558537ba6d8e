/**
 * Random transformations of the picture before each step of the optimization.
 *
 * <pre>{@code
 * TransformSampler sampler = TransformSampler.of(Transforms.STANDARD, manager, 128, 128);
 * sampler.draw(new SplittableRandom(1), 0);
 * NDArray moved = sampler.move(planes);
 * }</pre>
 */
package io.github.inceptionlens.visualization.transform;
