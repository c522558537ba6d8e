package io.github.inceptionlens.dictionary.vectors;

/** Vectors of a layer that need not fit into the memory. Several threads may read. */
public interface VectorSource {

  /** The number of the layer's channels. */
  public int channels();

  /** How many vectors. */
  public long size();

  /**
   * A vector, in units of the activation.
   *
   * @param row from 0
   * @throws io.github.inceptionlens.core.UserError when it holds what is no finite number; with its
   *     place
   */
  public float[] row(long row);

  /** What a vector belongs to. */
  public VectorOrigin origin(long row);
}
