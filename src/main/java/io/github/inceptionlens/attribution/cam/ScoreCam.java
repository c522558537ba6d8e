package io.github.inceptionlens.attribution.cam;

import io.github.inceptionlens.attribution.AbstractMethod;
import io.github.inceptionlens.attribution.AttributionContext;
import io.github.inceptionlens.attribution.AttributionMap;
import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.Baseline;
import io.github.inceptionlens.attribution.MethodResult;
import io.github.inceptionlens.attribution.PlaneArithmetic;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.network.FeatureMap;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.scijava.plugin.Plugin;

/**
 * The channels of a layer, each weighted by the target's value when the picture is seen through
 * that channel alone; what is left above zero. Takes the channels with the largest mean activation;
 * the weights are the softmax of the values over these.
 *
 * <p>As a mask a channel is laid on the picture, each position at the center of what it sees, and
 * stretched from 0 to 1; masked-out pixels show the training's mean color.
 *
 * @see <a href="https://arxiv.org/abs/1910.01279">Wang et al. 2020</a>
 */
@Plugin(type = AttributionMethod.class, name = "Score-CAM", priority = 30)
public final class ScoreCam extends AbstractMethod {

  private static final int USUAL = 64;

  /** Reads the layer and the number of its channels. */
  public ScoreCam() {
    super(Option.LAYER, Option.SAMPLES);
  }

  @Override
  protected int usualSamples() {
    return USUAL;
  }

  @Override
  protected int ownPasses(final AttributionRequest request, final int width, final int height) {
    return samples(request) + 2;
  }

  @Override
  protected MethodResult compute(final AttributionContext run) {
    final FeatureMap map = run.map(LayerGradients.layer(run));
    final int[] strongest = strongest(map, samples(run.request()));
    final double[] values = values(run, map, strongest);
    final double[] weights = new double[map.layer().channels()];
    final double[] parts = softmax(Arrays.copyOfRange(values, 1, values.length));
    for (int i = 0; i < strongest.length; i++) {
      weights[strongest[i]] = parts[i];
    }
    return MethodResult.of(
            new AttributionMap.OfLayer(
                map.layer(),
                map.geometry(),
                LayerGradients.rectified(
                    LayerGradients.weighted(map, channel -> weights[channel]))),
            values[0])
        .with(
            "channels",
            String.format(
                Locale.ROOT,
                "%d of %d, by mean activation",
                strongest.length,
                map.layer().channels()));
  }

  /** The channels of largest mean, of equal ones the lower first. */
  private static int[] strongest(final FeatureMap map, final int count) {
    final double[] means =
        IntStream.range(0, map.layer().channels())
            .mapToDouble(channel -> LayerGradients.mean(map.channel(channel)))
            .toArray();
    return IntStream.range(0, means.length)
        .boxed()
        .sorted(Comparator.comparingDouble(channel -> -means[channel]))
        .limit(count)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The target's value on the picture and then through each channel. */
  private static double[] values(
      final AttributionContext run, final FeatureMap map, final int[] channels) {
    final Picture hidden = run.made(Baseline.Plain.MEAN);
    final UnaryOperator<float[]> onPicture =
        Registration.ALIGNED.onto(map.geometry(), Placement.identity(run.width(), run.height()));
    return run.values(
        channels.length + 1,
        i ->
            i == 0
                ? run.picture()
                : PlaneArithmetic.seen(
                    run.picture(),
                    hidden,
                    stretched(onPicture.apply(map.channel(channels[i - 1])))));
  }

  /** From 0, the smallest value, to 1, the largest; 0 for a constant map. */
  private static float[] stretched(final float[] values) {
    float low = Float.POSITIVE_INFINITY;
    float high = Float.NEGATIVE_INFINITY;
    for (final float value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    final float[] mask = new float[values.length];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = (float) (high > low ? (values[i] - low) / (high - low) : 0);
    }
    return mask;
  }

  private static double[] softmax(final double[] values) {
    final double largest = Arrays.stream(values).max().orElseThrow();
    final double[] powers = Arrays.stream(values).map(v -> Math.exp(v - largest)).toArray();
    final double sum = Arrays.stream(powers).sum();
    return Arrays.stream(powers).map(power -> power / sum).toArray();
  }
}
