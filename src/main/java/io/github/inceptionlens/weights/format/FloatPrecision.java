package io.github.inceptionlens.weights.format;

import java.nio.ByteBuffer;

/** How floats are written into a safetensors file, named as the format names it. */
public enum FloatPrecision {
  /** 16 bits: off by 1/2048 of a value at most; numbers from 65,520 on are infinite. */
  F16(Short.BYTES, "float16") {
    @Override
    public void put(final ByteBuffer bytes, final float value) {
      bytes.putShort(Float16.of(value));
    }
  },
  /** 32 bits: exact. */
  F32(Float.BYTES, "float32") {
    @Override
    public void put(final ByteBuffer bytes, final float value) {
      bytes.putFloat(value);
    }
  };

  /** From here on numbers are infinite with 16 bits. */
  public static final float TOO_LARGE = 65520;

  private final int bytes;
  private final String label;

  FloatPrecision(final int bytes, final String label) {
    this.bytes = bytes;
    this.label = label;
  }

  /** Bytes per number. */
  public int bytes() {
    return bytes;
  }

  /** The name that Python's NumPy has for it. */
  public String label() {
    return label;
  }

  /** Whether a number does not become infinite. */
  public boolean holds(final float value) {
    return this == F32 || Math.abs(value) < TOO_LARGE;
  }

  /** Writes a number. */
  public abstract void put(ByteBuffer bytes, float value);
}
