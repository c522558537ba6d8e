/**
 * Figures of a map as pure functions of numbers.
 *
 * <p>Knows no network.
 *
 * <pre>{@code
 * float[] map = {0.1f, 0.9f, 0.2f, 0.8f};
 * boolean[] truth = {false, true, false, true};
 * double area = GroundTruth.areaUnderRoc(map, truth);   // 1: every true pixel above all others
 * }</pre>
 */
package io.github.inceptionlens.evaluation.measure;
