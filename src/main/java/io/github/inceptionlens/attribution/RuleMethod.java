package io.github.inceptionlens.attribution;

import io.github.inceptionlens.network.gradient.Gradient;
import io.github.inceptionlens.network.gradient.GradientRequest;
import io.github.inceptionlens.network.gradient.ReluRule;

/** One backward pass to the pixels by a rule. */
abstract class RuleMethod extends AbstractMethod {

  private final ReluRule rule;

  RuleMethod(final ReluRule rule) {
    this.rule = rule;
  }

  @Override
  public boolean isLocal() {
    return true;
  }

  @Override
  protected int ownPasses(final AttributionRequest request, final int width, final int height) {
    return 1;
  }

  @Override
  protected Outcome compute(final Run run) {
    final Gradient gradient = run.gradient(GradientRequest.pixels(run.objective(), rule));
    return Outcome.of(new AttributionMap.OfPixels(gradient.pixels()), gradient.value());
  }
}
