package io.github.inceptionlens.attribution.gradient;

import io.github.inceptionlens.attribution.AbstractMethod;
import io.github.inceptionlens.attribution.AttributionContext;
import io.github.inceptionlens.attribution.AttributionMap;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.MethodResult;
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
  protected MethodResult compute(final AttributionContext run) {
    final Gradient gradient = run.gradient(GradientRequest.pixels(run.objective(), rule));
    return MethodResult.of(new AttributionMap.OfPixels(gradient.pixels()), gradient.value());
  }
}
