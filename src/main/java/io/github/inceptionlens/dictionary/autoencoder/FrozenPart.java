package io.github.inceptionlens.dictionary.autoencoder;

/**
 * What of an autoencoder stays as chance drew it: a training that is compared with the full one.
 *
 * @see <a href="https://arxiv.org/abs/2602.14111">the comparison</a>
 */
public enum FrozenPart {
  /** Nothing: all is learned. */
  NONE,
  /** The atoms are random directions; only how they are read is learned. */
  DECODER,
  /** What is read are random directions; only the atoms are learned. */
  ENCODER
}
