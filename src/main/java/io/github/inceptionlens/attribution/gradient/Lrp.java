package io.github.inceptionlens.attribution.gradient;

import io.github.inceptionlens.attribution.AbstractMethod;
import io.github.inceptionlens.attribution.AttributionContext;
import io.github.inceptionlens.attribution.AttributionMap;
import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.MethodResult;
import io.github.inceptionlens.attribution.PlaneArithmetic;
import io.github.inceptionlens.network.gradient.Relevance;
import org.scijava.plugin.Plugin;

/**
 * Layer-wise relevance propagation: the target's value is handed down through the network, each
 * unit getting its share of what it contributed, to the pixels. The values add up to the target's
 * value less what the biases absorb.
 *
 * @see <a href="https://doi.org/10.1007/978-3-030-28954-6_10">Montavon et al. 2019</a>
 */
@Plugin(type = AttributionMethod.class, name = "LRP", priority = 90)
public final class Lrp extends AbstractMethod {

  @Override
  protected int ownPasses(final AttributionRequest request, final int width, final int height) {
    return 1;
  }

  @Override
  protected MethodResult compute(final AttributionContext run) {
    final Relevance relevance = run.relevance();
    final double sum = PlaneArithmetic.sum(relevance.pixels());
    return MethodResult.of(new AttributionMap.OfPixels(relevance.pixels()), relevance.value())
        .with("relevance of pixels", sum)
        .with("absorbed by biases", relevance.value() - sum);
  }
}
