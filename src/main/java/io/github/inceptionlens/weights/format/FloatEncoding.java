package io.github.inceptionlens.weights.format;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** The kinds of floating-point numbers that safetensors files hold, by their name there. */
public enum FloatEncoding {
  /** Off by 1/2048 of a value at most; numbers from 65,520 on are infinite. */
  F16(Short.BYTES, "float16") {
    @Override
    float next(final ByteBuffer bytes) {
      return Float16.toFloat(bytes.getShort());
    }

    @Override
    public void put(final ByteBuffer bytes, final float value) {
      bytes.putShort(Float16.of(value));
    }

    @Override
    public boolean holds(final float value) {
      return Math.abs(value) < Float16.OVERFLOW;
    }
  },
  /** The upper half of a 32-bit float. */
  BF16(Short.BYTES, "bfloat16") {
    @Override
    float next(final ByteBuffer bytes) {
      return Float.intBitsToFloat(bytes.getShort() << Short.SIZE);
    }

    @Override
    public void put(final ByteBuffer bytes, final float value) {
      bytes.putShort((short) (Float.floatToIntBits(value) >>> Short.SIZE));
    }
  },
  F32(Float.BYTES, "float32") {
    @Override
    float next(final ByteBuffer bytes) {
      return bytes.getFloat();
    }

    @Override
    public void put(final ByteBuffer bytes, final float value) {
      bytes.putFloat(value);
    }
  },
  F64(Double.BYTES, "float64") {
    @Override
    float next(final ByteBuffer bytes) {
      return (float) bytes.getDouble();
    }

    @Override
    public void put(final ByteBuffer bytes, final float value) {
      bytes.putDouble(value);
    }
  };

  private final int bytes;
  private final String label;

  FloatEncoding(final int bytes, final String label) {
    this.bytes = bytes;
    this.label = label;
  }

  static Optional<FloatEncoding> of(final String name) {
    return Arrays.stream(values()).filter(encoding -> encoding.name().equals(name)).findFirst();
  }

  /** Bytes per number. */
  public int bytes() {
    return bytes;
  }

  /** The name that NumPy has for it. */
  public String label() {
    return label;
  }

  /** Whether a finite number stays finite. */
  public boolean holds(final float value) {
    return true;
  }

  /** The next number, rounded to a float. */
  abstract float next(ByteBuffer bytes);

  /** Writes a number; of a bfloat16 the bits that are too many are left out. */
  public abstract void put(ByteBuffer bytes, float value);
}
