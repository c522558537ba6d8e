package io.github.inceptionlens.network;

import io.github.inceptionlens.core.geometry.Padding;
import io.github.inceptionlens.core.geometry.SlidingWindow;

/** The conventions in which the public trainings of InceptionV1 differ, apart from their widths. */
public enum Dialect {

  /** Symmetric padding, pools that round up, normalisation over 5 channels (BVLC GoogLeNet). */
  CAFFE(new Op.ResponseNorm(2, 1, 1e-4 / 5, 0.75)) {
    @Override
    SlidingWindow convolution(final int kernel, final int stride) {
      return new SlidingWindow(kernel, stride, new Padding.Fixed(kernel / 2, false));
    }

    @Override
    SlidingWindow pool(final int kernel, final int stride) {
      return new SlidingWindow(
          kernel, stride, new Padding.Fixed(stride == 1 ? kernel / 2 : 0, true));
    }
  },

  /** SAME padding everywhere, normalisation over 11 channels (inception5h). */
  TENSORFLOW(new Op.ResponseNorm(5, 2, 1e-4, 0.5)) {
    @Override
    SlidingWindow convolution(final int kernel, final int stride) {
      return new SlidingWindow(kernel, stride, new Padding.Same());
    }

    @Override
    SlidingWindow pool(final int kernel, final int stride) {
      return new SlidingWindow(kernel, stride, new Padding.Same());
    }
  };

  private final Op.ResponseNorm norm;

  Dialect(final Op.ResponseNorm norm) {
    this.norm = norm;
  }

  abstract SlidingWindow convolution(int kernel, int stride);

  abstract SlidingWindow pool(int kernel, int stride);

  Op.ResponseNorm norm() {
    return norm;
  }
}
