package io.github.inceptionlens.network.architecture;

import io.github.inceptionlens.core.geometry.Padding;
import io.github.inceptionlens.core.geometry.SlidingWindow;

/** The conventions in which the public trainings of InceptionV1 differ, apart from their widths. */
public enum FrameworkConventions {

  /** Symmetric padding, pools that round up, normalization over 5 channels (BVLC GoogLeNet). */
  CAFFE(new Operation.ResponseNorm(2, 1, 1e-4 / 5, 0.75)) {
    @Override
    public SlidingWindow convolution(final int kernel, final int stride) {
      return new SlidingWindow(kernel, stride, new Padding.Fixed(kernel / 2, false));
    }

    @Override
    public SlidingWindow pool(final int kernel, final int stride) {
      return new SlidingWindow(
          kernel, stride, new Padding.Fixed(stride == 1 ? kernel / 2 : 0, true));
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
  };

  private final Operation.ResponseNorm norm;

  FrameworkConventions(final Operation.ResponseNorm norm) {
    this.norm = norm;
  }

  public abstract SlidingWindow convolution(int kernel, int stride);

  public abstract SlidingWindow pool(int kernel, int stride);

  public Operation.ResponseNorm norm() {
    return norm;
  }
}
