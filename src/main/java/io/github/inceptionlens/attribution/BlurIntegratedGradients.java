package io.github.inceptionlens.attribution;

import io.github.inceptionlens.network.GradientRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import org.scijava.plugin.Plugin;

/**
 * The gradient integrated along the way on which the picture comes out of a Gaussian blur. Needs no
 * baseline; the values add up to the target's change from the most blurred picture, whose standard
 * deviation is 50 pixels for a picture of 224.
 *
 * @see <a href="https://arxiv.org/abs/2004.03383">Xu et al. 2020</a>
 */
@Plugin(type = AttributionMethod.class, name = "Blur Integrated Gradients")
public final class BlurIntegratedGradients extends AbstractMethod {

  /** Reads the steps. */
  public BlurIntegratedGradients() {
    super(Option.STEPS);
  }

  @Override
  int ownPasses(final AttributionRequest request, final int width, final int height) {
    return request.steps() + 2;
  }

  @Override
  Outcome compute(final Run run) {
    final int steps = run.request().steps();
    final BlurPath path = new BlurPath(run.picture(), steps);
    final Moments parts = new Moments(run.picture());
    final Deque<BlurPath.Step> open = new ArrayDeque<>();
    run.gradients(
        GradientRequest.pixels(run.objective()),
        steps,
        index -> {
          open.add(path.next());
          return open.getLast().middle();
        },
        (index, gradient) -> {
          final BlurPath.Step step = open.remove();
          parts.add(Planes.difference(step.sharper(), step.blurrier(), gradient.pixels()));
        });
    final double[] ends = run.values(2, end -> end == 0 ? path.end() : run.picture());
    return Outcome.complete(new AttributionMap.OfPixels(parts.sum()), ends[1], ends[0]);
  }
}
