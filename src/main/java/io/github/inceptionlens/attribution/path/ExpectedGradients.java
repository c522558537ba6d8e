package io.github.inceptionlens.attribution.path;

import io.github.inceptionlens.attribution.AbstractMethod;
import io.github.inceptionlens.attribution.AttributionContext;
import io.github.inceptionlens.attribution.AttributionMap;
import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.MethodResult;
import io.github.inceptionlens.attribution.PlaneArithmetic;
import io.github.inceptionlens.attribution.RunningMoments;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.gradient.GradientRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.scijava.plugin.Plugin;

/**
 * Integrated Gradients averaged over many baselines: each step draws one of at least eight given
 * pictures and a point on the way from it. In expectation the values add up to the target's mean
 * change.
 *
 * @see <a href="https://arxiv.org/abs/1906.10670">Erion et al. 2021</a>
 */
@Plugin(type = AttributionMethod.class, name = "Expected Gradients", priority = 120)
public final class ExpectedGradients extends AbstractMethod {

  /** How many steps there are unless a number is given. */
  public static final int USUAL_STEPS = 64;

  private static final int FEWEST = 8;

  /** Reads baseline pictures, the steps and the seed. */
  public ExpectedGradients() {
    super(Option.BASELINE, Option.STEPS, Option.SEED);
  }

  @Override
  protected int ownPasses(final AttributionRequest request, final int width, final int height) {
    return 2 * steps(request) + 1;
  }

  @Override
  protected MethodResult compute(final AttributionContext run) {
    final List<Picture> baselines = baselines(run);
    final int steps = steps(run.request());
    final Random random = new Random(run.request().seed());
    Collections.shuffle(baselines, random);
    final double[] parts = parts(steps, baselines.size(), random);
    final RunningMoments products = new RunningMoments(run.picture());
    run.gradients(
        GradientRequest.pixels(run.objective()),
        steps,
        step -> PlaneArithmetic.between(drawn(baselines, step), run.picture(), parts[step]),
        (step, gradient) ->
            products.add(
                PlaneArithmetic.difference(
                    run.picture(), drawn(baselines, step), gradient.pixels())));
    final double[] ends =
        run.values(steps + 1, end -> end == steps ? run.picture() : drawn(baselines, end));
    final double mean = Arrays.stream(ends, 0, steps).average().orElseThrow();
    return MethodResult.complete(new AttributionMap.OfPixels(products.mean()), ends[steps], mean);
  }

  private static int steps(final AttributionRequest request) {
    return request.steps().orElse(USUAL_STEPS);
  }

  private static List<Picture> baselines(final AttributionContext run) {
    final List<Picture> baselines = new ArrayList<>(run.baselines());
    if (baselines.size() < FEWEST) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "baseline \"%s\" holds %d picture(s), but Expected Gradients needs at least %d: a stack"
                  + " or open images of the picture's size",
              run.request().baseline().label(),
              baselines.size(),
              FEWEST));
    }
    return baselines;
  }

  private static <T> T drawn(final List<T> baselines, final int step) {
    return baselines.get(step % baselines.size());
  }

  /** Points on the way, 0 to 1, evenly spread over the draws of each baseline. */
  private static double[] parts(final int steps, final int baselines, final Random random) {
    final double[] parts = new double[steps];
    for (int step = 0; step < steps; step++) {
      final int first = step % baselines;
      final int draws = (steps - first + baselines - 1) / baselines;
      parts[step] = (step / baselines + random.nextDouble()) / draws;
    }
    return parts;
  }
}
