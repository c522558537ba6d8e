package io.github.inceptionlens.core.geometry;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * Which elements of an axis make each element of a resampled axis, with which weights.
 *
 * <p>Positions are pixel centers: element {@code i} covers {@code i - 0.5} to {@code i + 0.5}.
 */
public final class FilterWeights {

  /** Beyond so many standard deviations a Gaussian is nothing. */
  private static final double GAUSSIAN_REACH = 4;

  private final int input;
  private final int[] first;
  private final double[][] weights;

  private FilterWeights(final int input, final int outputs) {
    this.input = input;
    this.first = new int[outputs];
    this.weights = new double[outputs][];
  }

  /**
   * Linear interpolation at given positions; beyond the ends the end's value.
   *
   * @param input the number of elements
   * @param outputs the number of samples
   * @param position where sample {@code i} lies, as a fractional element
   */
  public static FilterWeights linear(
      final int input, final int outputs, final IntToDoubleFunction position) {
    final FilterWeights taps = new FilterWeights(input, outputs);
    for (int i = 0; i < outputs; i++) {
      final double at = Math.min(Math.max(position.applyAsDouble(i), 0), input - 1.0);
      final int before = (int) at;
      final double part = at - before;
      taps.first[i] = before;
      taps.weights[i] = part == 0 ? new double[] {1} : new double[] {1 - part, part};
    }
    return taps;
  }

  /**
   * Cubic interpolation at given positions (Catmull and Rom 1974): through every element, without a
   * kink; beyond the ends the end's value.
   *
   * @param input the number of elements
   * @param outputs the number of samples
   * @param position where sample {@code i} lies, as a fractional element
   */
  public static FilterWeights cubic(
      final int input, final int outputs, final IntToDoubleFunction position) {
    final FilterWeights taps = new FilterWeights(input, outputs);
    for (int i = 0; i < outputs; i++) {
      final double at = Math.min(Math.max(position.applyAsDouble(i), 0), input - 1.0);
      taps.cubic(i, (int) at, at - (int) at);
    }
    return taps;
  }

  private void cubic(final int output, final int before, final double part) {
    first[output] = Math.max(before - 1, 0);
    final int last = Math.min(before + 2, input - 1);
    weights[output] = new double[last - first[output] + 1];
    final double[] parts = {
      part * (-1 + part * (2 - part)) / 2,
      1 + part * part * (3 * part - 5) / 2,
      part * (1 + part * (4 - 3 * part)) / 2,
      part * part * (part - 1) / 2
    };
    for (int i = 0; i < parts.length; i++) {
      final int at = Math.min(Math.max(before - 1 + i, first[output]), last);
      weights[output][at - first[output]] += parts[i];
    }
  }

  /**
   * A window of an axis resized with a triangle filter, as wide as a pixel of the coarser of the
   * two axes: linear interpolation when enlarging, antialiased when shrinking.
   *
   * @param input the number of elements
   * @param resized the number of elements that all of them become
   * @param from the first resized element that is wanted
   * @param outputs how many are wanted
   */
  public static FilterWeights triangle(
      final int input, final int resized, final int from, final int outputs) {
    final FilterWeights taps = new FilterWeights(input, outputs);
    final double step = (double) input / resized;
    for (int i = 0; i < outputs; i++) {
      taps.triangle(i, (from + i + 0.5) * step - 0.5, Math.max(step, 1));
    }
    return taps;
  }

  /**
   * An axis under a Gaussian, mirrored beyond its ends; one blur after another is the blur with the
   * sum of the variances.
   *
   * @param length the number of elements
   * @param sigma the Gaussian's standard deviation in elements; 0 leaves the axis as it is
   */
  public static FilterWeights gaussian(final int length, final double sigma) {
    return gaussian(length, sigma, (int) Math.ceil(GAUSSIAN_REACH * sigma));
  }

  /**
   * An axis under a Gaussian that is cut off, mirrored beyond the axis' ends.
   *
   * @param length the number of elements
   * @param sigma the Gaussian's standard deviation in elements, above 0
   * @param reach the elements that count on either side: the window has 2 * {@code reach} + 1
   */
  public static FilterWeights gaussian(final int length, final double sigma, final int reach) {
    final FilterWeights taps = new FilterWeights(length, length);
    for (int i = 0; i < length; i++) {
      taps.gaussian(i, reach, sigma);
    }
    return taps;
  }

  private void gaussian(final int output, final int reach, final double sigma) {
    final int low = Math.max(output - reach, 0);
    final int high = Math.min(output + reach, input - 1);
    final boolean folded = reach > 0 && (low == 0 || high == input - 1);
    first[output] = folded ? 0 : low;
    weights[output] = new double[folded ? input : high - low + 1];
    double sum = 0;
    for (int distance = -reach; distance <= reach; distance++) {
      final double weight =
          distance == 0 ? 1 : Math.exp(-0.5 * distance * distance / (sigma * sigma));
      weights[output][mirrored(output + distance) - first[output]] += weight;
      sum += weight;
    }
    for (int i = 0; i < weights[output].length; i++) {
      weights[output][i] /= sum;
    }
  }

  private int mirrored(final int index) {
    final int inPeriod = Math.floorMod(index, 2 * input);
    return Math.min(inPeriod, 2 * input - 1 - inPeriod);
  }

  private void triangle(final int output, final double center, final double radius) {
    final int low = (int) Math.floor(center - radius) + 1;
    final int high = (int) Math.ceil(center + radius) - 1;
    first[output] = Math.max(low, 0);
    final double[] parts = new double[Math.min(high, input - 1) - first[output] + 1];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = 1 - Math.abs(first[output] + i - center) / radius;
    }
    normalize(parts);
    if (low >= 0 && high < input) {
      balance(parts, center - low);
    }
    weights[output] = parts;
  }

  private static void normalize(final double[] parts) {
    double sum = 0;
    for (final double part : parts) {
      sum += part;
    }
    for (int i = 0; i < parts.length; i++) {
      parts[i] /= sum;
    }
  }

  /**
   * Moves the weights' center of mass, which sampling the triangle puts up to a tenth of an element
   * off, to where it belongs.
   */
  private static void balance(final double[] parts, final double center) {
    double mean = 0;
    double square = 0;
    for (int i = 0; i < parts.length; i++) {
      mean += parts[i] * i;
      square += parts[i] * i * i;
    }
    final double tilt = parts.length > 1 ? (center - mean) / (square - mean * mean) : 0;
    for (int i = 0; i < parts.length; i++) {
      parts[i] *= 1 + tilt * (i - mean);
    }
  }

  /** The number of elements that are resampled. */
  public int input() {
    return input;
  }

  /** The number of resampled elements. */
  public int outputs() {
    return first.length;
  }

  /** The first element that counts for an output. */
  int first(final int output) {
    return first[output];
  }

  /** The weights of the elements from the first one on; their sum is 1. */
  double[] weights(final int output) {
    return weights[output];
  }

  /** The weight of each element in each output: input x outputs, row-major. */
  public float[] matrix() {
    final float[] matrix = new float[input * first.length];
    for (int output = 0; output < first.length; output++) {
      for (int i = 0; i < weights[output].length; i++) {
        matrix[(first[output] + i) * first.length + output] = (float) weights[output][i];
      }
    }
    return matrix;
  }

  /** The lowest element that any output needs. */
  public int lowest() {
    return Arrays.stream(first).min().orElse(0);
  }

  /** One beyond the highest element that any output needs. */
  public int end() {
    int end = 0;
    for (int i = 0; i < first.length; i++) {
      end = Math.max(end, first[i] + weights[i].length);
    }
    return end;
  }

  /** The same of an axis that has the needed elements alone, from the lowest up to the end. */
  public FilterWeights needed() {
    final int lowest = lowest();
    final FilterWeights needed = new FilterWeights(end() - lowest, outputs());
    for (int i = 0; i < first.length; i++) {
      needed.first[i] = first[i] - lowest;
      needed.weights[i] = weights[i];
    }
    return needed;
  }

  /**
   * Some of the outputs.
   *
   * @param from the first of them
   * @param count how many
   */
  FilterWeights part(final int from, final int count) {
    final FilterWeights part = new FilterWeights(input, count);
    System.arraycopy(first, from, part.first, 0, count);
    System.arraycopy(weights, from, part.weights, 0, count);
    return part;
  }

  /** Whether every output is the element with its own index. */
  boolean isIdentity() {
    boolean identity = input == first.length;
    for (int i = 0; identity && i < input; i++) {
      identity = first[i] == i && weights[i].length == 1;
    }
    return identity;
  }
}
