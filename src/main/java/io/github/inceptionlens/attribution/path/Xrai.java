package io.github.inceptionlens.attribution.path;

import io.github.inceptionlens.attribution.AbstractMethod;
import io.github.inceptionlens.attribution.AttributionContext;
import io.github.inceptionlens.attribution.AttributionMap;
import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.Baseline;
import io.github.inceptionlens.attribution.MethodResult;
import io.github.inceptionlens.attribution.RunningMoments;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.scijava.plugin.Plugin;

/**
 * Integrated Gradients gathered into regions of the picture: the mean over a black and a white
 * baseline, of the colors the largest value, averaged over segments of like color that are taken in
 * the order of their mean. Segments of six scales compete, each widened by five pixels.
 *
 * @see <a href="https://arxiv.org/abs/1906.02825">Kapishnikov et al. 2019</a>
 */
@Plugin(type = AttributionMethod.class, name = "XRAI", priority = 140)
public final class Xrai extends AbstractMethod {

  private static final double[] SCALES = {50, 100, 150, 250, 500, 1200};
  private static final int SMALLEST = 150;
  private static final int RADIUS = 5;
  private static final int FEWEST_NEW = 50;

  /** Reads the steps, for each of the two baselines. */
  public Xrai() {
    super(Option.STEPS);
  }

  @Override
  protected int ownPasses(final AttributionRequest request, final int width, final int height) {
    return 2 * PathIntegral.passes(steps(request)) + 1;
  }

  /** Equal ones: what they miss does not show in the means of regions. */
  private static OptionalInt steps(final AttributionRequest request) {
    return OptionalInt.of(request.steps().orElse(PathIntegral.USUAL_STEPS));
  }

  @Override
  protected MethodResult compute(final AttributionContext run) {
    final float[] values = values(run);
    final List<int[]> segments = segments(run.picture());
    final int[] regions = RegionRanking.regions(values, segments, FEWEST_NEW);
    final float[] map = RegionRanking.means(values, regions);
    return MethodResult.of(
            new AttributionMap.OfPixels(new MapStack(run.width(), run.height(), List.of(map))),
            run.value())
        .with("baselines", "black and white")
        .with("segments", segments.size())
        .with("regions", Arrays.stream(regions).max().orElseThrow() + 1);
  }

  /** The attribution of each pixel. */
  private static float[] values(final AttributionContext run) {
    final RunningMoments both = new RunningMoments(run.picture());
    for (final Baseline.Plain end : List.of(Baseline.Plain.BLACK, Baseline.Plain.WHITE)) {
      both.add(IntegratedGradients.from(run.made(end), run).contributions(steps(run.request())));
    }
    final float[][] planes = both.mean().arrays();
    final float[] values = new float[planes[0].length];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(planes[0][i], Math.max(planes[1][i], planes[2][i]));
    }
    return values;
  }

  /** The pixels of all segments of all scales. */
  static List<int[]> segments(final Picture picture) {
    final Segmentation segmentation = Segmentation.of(picture);
    final SegmentDilation widening = new SegmentDilation(picture.width(), picture.height(), RADIUS);
    final List<int[]> segments = new ArrayList<>();
    for (final double scale : SCALES) {
      segments.addAll(widening.segments(segmentation.labels(scale, SMALLEST)));
    }
    return segments;
  }
}
