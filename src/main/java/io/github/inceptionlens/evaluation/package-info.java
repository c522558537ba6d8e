/**
 * Tests of a saliency map, with and without a known truth, beside control maps.
 *
 * <pre>{@code
 * MapUnderTest tested = MapUnderTest.of(
 *     network, picture, new GradCam(), AttributionRequest.of("top"), reduction, Progress.NONE);
 * for (Figure figure : SaliencyMeasure.DELETION.of(tested, Progress.NONE).figures()) {
 *   System.out.println(figure.measure() + " " + figure.value() + ", Sobel " + figure.sobel());
 * }
 * }</pre>
 */
package io.github.inceptionlens.evaluation;
