package io.github.inceptionlens.network;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.network.architecture.FrameworkConventions;
import io.github.inceptionlens.network.architecture.Weights;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * InceptionV1 in plain loops and doubles, written from the papers and prototxt alone: it shares
 * neither the table nor the padding rules nor the tensor library with the code that it checks.
 */
public final class SlowReference {

  private static final List<String> MODULES =
      List.of("3a", "3b", "4a", "4b", "4c", "4d", "4e", "5a", "5b");

  /** Explicit padding and pools that round up, as Caffe and PyTorch have them. */
  private final boolean explicit;

  private final boolean caffe;
  private final boolean torch;
  private final Map<String, float[]> weights = new HashMap<>();
  private final Map<String, double[][][]> layers = new LinkedHashMap<>();

  public SlowReference(final FrameworkConventions conventions, final Weights weights) {
    this.caffe = conventions == FrameworkConventions.CAFFE;
    this.torch = conventions == FrameworkConventions.TORCH;
    this.explicit = caffe || torch;
    weights.tensors().forEach((spec, values) -> this.weights.put(spec.name(), values));
  }

  /** The layers' values [channel][row][column] by name, from the last run. */
  public Map<String, double[][][]> layers() {
    return layers;
  }

  /** The logits of a picture. */
  public double[] run(final Picture picture) {
    return run(picture, new float[3][(int) (picture.dimension(0) * picture.dimension(1))], 0);
  }

  /** The logits of a picture plus a step along a direction, red, green and blue planes. */
  public double[] run(final Picture picture, final float[][] direction, final double step) {
    layers.clear();
    double[][][] x = convolution("conv2d0", preprocessed(picture, direction, step), 7, 2);
    x = norm(pool(x, 2));
    x = convolution("conv2d1", x, 1, 1);
    x = convolution("conv2d2", x, 3, 1);
    x = pool(norm(x), 2);
    for (final String module : MODULES) {
      x = module("mixed" + module, x);
      if (module.equals("3b") || module.equals("4e")) {
        x = pool(x, torch && module.equals("4e") ? 2 : 3, 2);
      }
    }
    return classify(x);
  }

  private double[][][] preprocessed(
      final Picture picture, final float[][] direction, final double step) {
    final int width = picture.width();
    final int height = picture.height();
    final double gray = torch ? 127.5 : 117;
    final double[] mean = caffe ? new double[] {104, 117, 123} : new double[] {gray, gray, gray};
    final double[][][] x = new double[3][height][width];
    for (int channel = 0; channel < 3; channel++) {
      final int source = caffe ? 2 - channel : channel;
      final float[] plane = picture.plane(source);
      for (int i = 0; i < plane.length; i++) {
        x[channel][i / width][i % width] = plane[i] + step * direction[source][i] - mean[channel];
      }
    }
    return x;
  }

  private double[][][] module(final String name, final double[][][] x) {
    final List<double[][][]> branches =
        List.of(
            convolution(name + "_1x1", x, 1, 1),
            convolution(name + "_3x3", convolution(name + "_3x3_bottleneck", x, 1, 1), 3, 1),
            convolution(
                name + "_5x5", convolution(name + "_5x5_bottleneck", x, 1, 1), torch ? 3 : 5, 1),
            convolution(name + "_pool_reduce", pool(x, 1), 1, 1));
    final List<double[][]> planes = new ArrayList<>();
    branches.forEach(branch -> planes.addAll(List.of(branch)));
    final double[][][] joined = planes.toArray(double[][][]::new);
    layers.put(name, joined);
    return joined;
  }

  private double[][][] convolution(
      final String name, final double[][][] x, final int kernel, final int stride) {
    final double[][][] y =
        convolution(x, weights.get(name + "_w"), weights.get(name + "_b"), kernel, stride);
    for (final double[][] plane : y) {
      for (final double[] row : plane) {
        for (int i = 0; i < row.length; i++) {
          row[i] = Math.max(0, row[i]);
        }
      }
    }
    layers.put(name, y);
    return y;
  }

  /** Without rectifier; weights are [out, in, kernel, kernel]. */
  double[][][] convolution(
      final double[][][] x,
      final float[] weights,
      final float[] bias,
      final int kernel,
      final int stride) {
    final int[] top = convolutionPadding(x[0].length, kernel, stride);
    final int[] left = convolutionPadding(x[0][0].length, kernel, stride);
    final double[][][] y = new double[bias.length][top[1]][left[1]];
    for (int out = 0; out < y.length; out++) {
      for (int row = 0; row < top[1]; row++) {
        for (int column = 0; column < left[1]; column++) {
          double sum = bias[out];
          for (int in = 0; in < x.length; in++) {
            for (int i = 0; i < kernel; i++) {
              for (int j = 0; j < kernel; j++) {
                final int r = row * stride - top[0] + i;
                final int c = column * stride - left[0] + j;
                if (r >= 0 && c >= 0 && r < x[0].length && c < x[0][0].length) {
                  sum += x[in][r][c] * weights[((out * x.length + in) * kernel + i) * kernel + j];
                }
              }
            }
          }
          y[out][row][column] = sum;
        }
      }
    }
    return y;
  }

  /** Padding before and number of outputs. */
  private int[] convolutionPadding(final int size, final int kernel, final int stride) {
    if (explicit) {
      final int pad = (kernel - 1) / 2;
      return new int[] {pad, (size + 2 * pad - kernel) / stride + 1};
    }
    return same(size, kernel, stride);
  }

  private static int[] same(final int size, final int kernel, final int stride) {
    final int outputs = (int) Math.ceil((double) size / stride);
    final int total = Math.max(0, kernel - (size % stride == 0 ? stride : size % stride));
    return new int[] {total / 2, outputs};
  }

  private int[] poolPadding(final int size, final int kernel, final int stride) {
    if (explicit && stride == 2) {
      return new int[] {0, (int) Math.ceil((size - kernel) / 2.0) + 1};
    }
    return same(size, kernel, stride);
  }

  /** The maximum of each 3x3 window, of what lies inside the picture. */
  double[][][] pool(final double[][][] x, final int stride) {
    return pool(x, 3, stride);
  }

  private double[][][] pool(final double[][][] x, final int kernel, final int stride) {
    final int[] top = poolPadding(x[0].length, kernel, stride);
    final int[] left = poolPadding(x[0][0].length, kernel, stride);
    final double[][][] y = new double[x.length][top[1]][left[1]];
    for (int channel = 0; channel < x.length; channel++) {
      for (int row = 0; row < top[1]; row++) {
        for (int column = 0; column < left[1]; column++) {
          double largest = Double.NEGATIVE_INFINITY;
          for (int r = row * stride - top[0]; r < row * stride - top[0] + kernel; r++) {
            for (int c = column * stride - left[0]; c < column * stride - left[0] + kernel; c++) {
              if (r >= 0 && c >= 0 && r < x[0].length && c < x[0][0].length) {
                largest = Math.max(largest, x[channel][r][c]);
              }
            }
          }
          y[channel][row][column] = largest;
        }
      }
    }
    return y;
  }

  public double[][][] norm(final double[][][] x) {
    if (torch) {
      return x;
    }
    final int radius = caffe ? 2 : 5;
    final double bias = caffe ? 1 : 2;
    final double alpha = caffe ? 1e-4 / 5 : 1e-4;
    final double beta = caffe ? 0.75 : 0.5;
    final double[][][] y = new double[x.length][x[0].length][x[0][0].length];
    for (int channel = 0; channel < x.length; channel++) {
      for (int row = 0; row < x[0].length; row++) {
        for (int column = 0; column < x[0][0].length; column++) {
          double sum = 0;
          for (int near = 0; near < x.length; near++) {
            if (Math.abs(near - channel) <= radius) {
              sum += x[near][row][column] * x[near][row][column];
            }
          }
          y[channel][row][column] = x[channel][row][column] / Math.pow(bias + alpha * sum, beta);
        }
      }
    }
    return y;
  }

  private double[] classify(final double[][][] x) {
    final float[] dense = weights.get("softmax2_w");
    final float[] bias = weights.get("softmax2_b");
    final double[] logits = new double[bias.length];
    for (int out = 0; out < logits.length; out++) {
      logits[out] = bias[out];
      for (int in = 0; in < x.length; in++) {
        double mean = 0;
        for (final double[] row : x[in]) {
          for (final double value : row) {
            mean += value / (x[0].length * x[0][0].length);
          }
        }
        logits[out] += dense[out * x.length + in] * mean;
      }
    }
    return logits;
  }
}
