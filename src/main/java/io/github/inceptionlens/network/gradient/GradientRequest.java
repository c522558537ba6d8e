package io.github.inceptionlens.network.gradient;

import io.github.inceptionlens.network.Objective;
import java.util.List;

/**
 * Which derivatives of an objective are wanted.
 *
 * @param objective what is differentiated
 * @param rule what the backward pass does at rectifiers
 * @param pixels whether the derivative with respect to the pixels is wanted
 * @param layers the layers whose derivatives are wanted, canonical names
 */
public record GradientRequest(
    Objective objective, ReluRule rule, boolean pixels, List<String> layers) {

  /** Copies the list. */
  public GradientRequest {
    layers = List.copyOf(layers);
  }

  /** The exact derivative with respect to the pixels. */
  public static GradientRequest pixels(final Objective objective) {
    return pixels(objective, ReluRule.EXACT);
  }

  /** The derivative with respect to the pixels by a rule. */
  public static GradientRequest pixels(final Objective objective, final ReluRule rule) {
    return new GradientRequest(objective, rule, true, List.of());
  }

  /** The exact derivatives with respect to layers; nothing below the lowest is differentiated. */
  public static GradientRequest layers(final Objective objective, final List<String> layers) {
    return new GradientRequest(objective, ReluRule.EXACT, false, layers);
  }
}
