package io.github.inceptionlens.network.architecture;

import io.github.inceptionlens.core.geometry.Padding;
import io.github.inceptionlens.core.geometry.SlidingWindow;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The conventions in which the public trainings of InceptionV1 differ, apart from their widths. */
public enum FrameworkConventions {

  /** Symmetric padding, pools that round up, normalization over 5 channels (BVLC GoogLeNet). */
  CAFFE(new Operation.ResponseNorm(2, 1, 1e-4 / 5, 0.75)) {
    @Override
    public SlidingWindow convolution(final int kernel, final int stride) {
      return symmetric(kernel, stride);
    }

    @Override
    public SlidingWindow pool(final int kernel, final int stride) {
      return roundedUp(kernel, stride);
    }
  },

  /** SAME padding everywhere, normalization over 11 channels (inception5h). */
  TENSORFLOW(new Operation.ResponseNorm(5, 2, 1e-4, 0.5)) {
    @Override
    public SlidingWindow convolution(final int kernel, final int stride) {
      return new SlidingWindow(kernel, stride, new Padding.Same());
    }

    @Override
    public SlidingWindow pool(final int kernel, final int stride) {
      return new SlidingWindow(kernel, stride, new Padding.Same());
    }
  },

  /**
   * Padding and pools as {@link #CAFFE}, but no normalization, kernels of 3 in the branches that
   * are called 5x5, and a last pool over 2 x 2 (torchvision's GoogLeNet).
   */
  TORCH(null) {
    @Override
    public SlidingWindow convolution(final int kernel, final int stride) {
      return symmetric(kernel, stride);
    }

    @Override
    public SlidingWindow pool(final int kernel, final int stride) {
      return roundedUp(kernel, stride);
    }

    @Override
    public int wide() {
      return 3;
    }

    @Override
    public int lastPool() {
      return 2;
    }

    @Override
    Map<String, String> aliases(final List<Node> table) {
      return TorchNames.aliases(table);
    }
  };

  private final Operation.ResponseNorm norm;

  FrameworkConventions(final Operation.ResponseNorm norm) {
    this.norm = norm;
  }

  private static SlidingWindow symmetric(final int kernel, final int stride) {
    return new SlidingWindow(kernel, stride, new Padding.Fixed(kernel / 2, false));
  }

  private static SlidingWindow roundedUp(final int kernel, final int stride) {
    return new SlidingWindow(kernel, stride, new Padding.Fixed(stride == 1 ? kernel / 2 : 0, true));
  }

  public abstract SlidingWindow convolution(int kernel, int stride);

  public abstract SlidingWindow pool(int kernel, int stride);

  /** The normalization of the stem, where there is one. */
  public Optional<Operation.ResponseNorm> norm() {
    return Optional.ofNullable(norm);
  }

  /** The kernel of the branches that are called 5x5. */
  public int wide() {
    return 5;
  }

  /** The kernel of the pool before the modules 5a and 5b. */
  public int lastPool() {
    return 3;
  }

  /** The framework's own names of rows, where they are not Caffe's, with the rows' names. */
  Map<String, String> aliases(final List<Node> table) {
    return Map.of();
  }
}
