package io.github.inceptionlens.atlas.mosaic;

import ai.djl.ndarray.NDManager;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.gradient.GradientRequest;
import io.github.inceptionlens.network.gradient.ParameterGradient;
import io.github.inceptionlens.network.gradient.ReluRule;
import io.github.inceptionlens.visualization.feature.PictureRenderer;
import io.github.inceptionlens.visualization.optimizer.Adam;
import io.github.inceptionlens.visualization.optimizer.Momentum;
import io.github.inceptionlens.visualization.parameterization.ImageParameters;
import io.github.inceptionlens.visualization.parameterization.Parameterization;
import io.github.inceptionlens.visualization.parameterization.PictureFormat;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** Icons that the network sees at once: all move alike. */
final class IconBatch {

  private static final double SMOOTHING = 0.6;

  static final Parameterization PICTURES = Parameterization.FOURIER.smoothed(SMOOTHING);

  /** While units may still be silent. */
  private static final int REDIRECTED_STEPS = 16;

  private final InceptionV1 network;
  private final PictureRenderer renderer;
  private final Adam adam;
  private final Objective objective;

  private int done;

  /**
   * @param manager keeps what lasts
   * @param layer canonical name
   * @param directions one per icon, each of length 1
   * @param starts what each begins with; of none all begin with the same noise
   */
  IconBatch(
      final InceptionV1 network,
      final NDManager manager,
      final String layer,
      final List<float[]> directions,
      final List<Picture> starts,
      final IconRequest request) {
    this.network = network;
    final PictureFormat format =
        new PictureFormat(request.size(), request.size(), 3, directions.size(), 1);
    final List<SplittableRandom> same =
        Stream.generate(() -> new SplittableRandom(request.seed()))
            .limit(directions.size())
            .toList();
    final ImageParameters image = PICTURES.create(manager, format, same);
    this.renderer =
        new PictureRenderer(
            manager, image, IconRequest.MOVES, new SplittableRandom(request.seed()).split());
    if (!starts.isEmpty()) {
      renderer.start(starts);
    }
    this.adam = new Adam(image.parameters(), IconRequest.STEP, Momentum.ADAM);
    this.objective = IconObjective.of(layer, directions, request.power());
  }

  /**
   * Changes the icons once.
   *
   * @throws UserError when one leaves the range of numbers
   */
  void step() {
    renderer.draw(done);
    final ReluRule rule = done < REDIRECTED_STEPS ? ReluRule.REDIRECTED : ReluRule.EXACT;
    final ParameterGradient pull =
        ParameterGradient.of(
            network,
            renderer.parameters(),
            renderer::moved,
            GradientRequest.pixels(objective, rule));
    adam.climb(pull.gradients());
    done++;
    for (final float value : pull.values()) {
      if (!Float.isFinite(value)) {
        throw new UserError(
            String.format(
                Locale.ROOT,
                "the icons of the atlas left the range of numbers at step %d: choose another layer",
                done));
      }
    }
  }

  /** The icons as they are. */
  List<Picture> pictures() {
    return renderer.pictures();
  }
}
