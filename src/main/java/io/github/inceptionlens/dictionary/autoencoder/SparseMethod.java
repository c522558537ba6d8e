package io.github.inceptionlens.dictionary.autoencoder;

import io.github.inceptionlens.core.Choices;
import java.util.Locale;

/** Which latents of a sparse autoencoder are active at a place, and what its atoms are made of. */
public enum SparseMethod {

  /**
   * The k largest of each place.
   *
   * @see <a href="https://arxiv.org/abs/2406.04093">Gao et al. 2024</a>
   */
  TOPK,

  /**
   * The largest of a batch, k per place in the mean; in use those above one threshold.
   *
   * @see <a href="https://arxiv.org/abs/2412.06410">Bussmann et al. 2024</a>
   */
  BATCHTOPK,

  /**
   * Those above 0, with a penalty on their sum that follows k in the mean.
   *
   * @see <a href="https://transformer-circuits.pub/2023/monosemantic-features">Bricken et al.
   *     2023</a>
   */
  RELU,

  /**
   * The k largest of each place, with atoms that are convex mixtures of real places.
   *
   * @see <a href="https://arxiv.org/abs/2502.12892">Fel et al. 2025</a>
   */
  ARCHETYPAL;

  /** As users write it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * What a text names.
   *
   * @throws io.github.inceptionlens.core.UserError when it names none
   */
  public static SparseMethod of(final String text) {
    return Choices.named("method", text, values(), SparseMethod::label);
  }
}
