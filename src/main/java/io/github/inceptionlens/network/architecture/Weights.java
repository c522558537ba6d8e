package io.github.inceptionlens.network.architecture;

import io.github.inceptionlens.core.Sha256;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The trained values of an architecture's tensors, complete and of the right sizes, in table order.
 *
 * <p>Immutable by contract: the arrays are shared, not copied, and nobody writes to them.
 */
public final class Weights {

  private final Map<TensorSpec, float[]> tensors = new LinkedHashMap<>();

  private final String file;

  private volatile String digest;

  /**
   * @param specs what the architecture needs, in table order
   * @param values the values by canonical name, row-major
   * @throws IllegalArgumentException when a tensor is missing, superfluous or of another size;
   *     readers of files check before and name their file
   */
  public Weights(final List<TensorSpec> specs, final Map<String, float[]> values) {
    for (final TensorSpec spec : specs) {
      final float[] tensor = values.get(spec.name());
      if (tensor == null || tensor.length != spec.count()) {
        throw new IllegalArgumentException(spec + " is missing or has another size");
      }
      tensors.put(spec, tensor);
    }
    if (values.size() != specs.size()) {
      throw new IllegalArgumentException(values.size() + " tensors for " + specs.size());
    }
    file = "";
  }

  private Weights(final Weights weights, final String digest, final String file) {
    tensors.putAll(weights.tensors);
    this.digest = digest;
    this.file = file;
  }

  /**
   * These weights with digests that are known already.
   *
   * @param digest what {@link #digest} is to return
   * @param file what {@link #file} is to return
   */
  public Weights known(final String digest, final String file) {
    return new Weights(this, digest, file);
  }

  /** The digest of the file that the weights were read from, {@code sha256:…}; empty if unknown. */
  public String file() {
    return file;
  }

  /** The tensors with their values, in table order; the values are not to be changed. */
  public Map<TensorSpec, float[]> tensors() {
    return Collections.unmodifiableMap(tensors);
  }

  /**
   * SHA-256 of the canonical tensors in table order (name, shape, little-endian floats): the same
   * for every file that holds the same training. Computed once, at the first call.
   *
   * @return 64 hexadecimal digits
   */
  public String digest() {
    if (digest == null) {
      digest = computeDigest();
    }
    return digest;
  }

  /**
   * SHA-256 of a text and of tensors in the order of their names.
   *
   * @return 64 hexadecimal digits
   */
  public static String digest(final String text, final Map<String, float[]> tensors) {
    final MessageDigest sha256 = Sha256.digest();
    sha256.update(text.getBytes(StandardCharsets.UTF_8));
    new TreeMap<>(tensors)
        .forEach(
            (name, values) -> {
              sha256.update((name + "[" + values.length + "]").getBytes(StandardCharsets.UTF_8));
              sha256.update(littleEndian(values));
            });
    return Sha256.hex(sha256);
  }

  private String computeDigest() {
    final MessageDigest sha256 = Sha256.digest();
    tensors.forEach(
        (spec, values) -> {
          sha256.update((spec.name() + spec.shape()).getBytes(StandardCharsets.UTF_8));
          sha256.update(littleEndian(values));
        });
    return Sha256.hex(sha256);
  }

  private static ByteBuffer littleEndian(final float[] values) {
    final ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes;
  }
}
