package io.github.inceptionlens.weights.format;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of floating-point numbers that safetensors files hold, by their name there. */
enum FloatEncoding {
  F16(Short.BYTES) {
    @Override
    float next(final ByteBuffer bytes) {
      return Float16.toFloat(bytes.getShort());
    }
  },
  /** The upper half of a 32-bit float. */
  BF16(Short.BYTES) {
    @Override
    float next(final ByteBuffer bytes) {
      return Float.intBitsToFloat(bytes.getShort() << Short.SIZE);
    }
  },
  F32(Float.BYTES) {
    @Override
    float next(final ByteBuffer bytes) {
      return bytes.getFloat();
    }
  },
  F64(Double.BYTES) {
    @Override
    float next(final ByteBuffer bytes) {
      return (float) bytes.getDouble();
    }
  };

  private final int bytes;

  FloatEncoding(final int bytes) {
    this.bytes = bytes;
  }

  static Optional<FloatEncoding> of(final String name) {
    return Arrays.stream(values()).filter(encoding -> encoding.name().equals(name)).findFirst();
  }

  /** Bytes per number. */
  int bytes() {
    return bytes;
  }

  /** The next number, rounded to a float. */
  abstract float next(ByteBuffer bytes);
}
