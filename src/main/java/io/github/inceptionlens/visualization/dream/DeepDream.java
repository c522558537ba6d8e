package io.github.inceptionlens.visualization.dream;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.visualization.feature.StepListener;
import io.github.inceptionlens.visualization.feature.Visualizer;
import io.github.inceptionlens.visualization.objective.PositionTargets;
import java.util.Locale;
import java.util.Set;

/**
 * Exaggerates what the network sees in a picture, coarse structures first: at each of several sizes
 * the picture climbs the objective by steps of a fixed mean height, and what has changed is carried
 * to the next larger size.
 *
 * <p>Each step sees the picture rolled by a few random pixels, whose sides so join opposite sides,
 * and in pieces cut at random places where it is larger than one. The height of a step is that of
 * the whole picture, not of a piece, so pieces do not show.
 *
 * <p>The same seed makes the same picture on the same machine.
 *
 * @see <a
 *     href="https://research.google/blog/inceptionism-going-deeper-into-neural-networks/">Mordvintsev
 *     et al. 2015</a>
 */
public final class DeepDream {

  private static final Set<String> OF_SEVERAL = Set.of("interpolate", "diversity", "alignment");

  private DeepDream() {}

  /**
   * Lets a picture dream.
   *
   * @param picture width x height x 3, values 0 to 255; left as it is
   * @param objective a target expression as {@link Visualizer} takes it, such as {@code
   *     deepdream(mixed4c)} or {@code mixed4c:447}
   * @throws UserError when it cannot be read or driven, or the picture is too small for it at the
   *     first octave
   * @throws java.util.concurrent.CancellationException when the user stopped it before the first
   *     step; later, what is there is returned
   */
  public static Dream of(
      final InceptionV1 network,
      final Picture picture,
      final String objective,
      final DreamRequest request,
      final StepListener listener,
      final Progress progress) {
    final Target target = Target.parse(objective);
    target.all().forEach(DeepDream::check);
    if (Math.max(picture.dimension(0), picture.dimension(1)) > request.tile()) {
      PositionTargets.first(target).ifPresent(DeepDream::refuse);
    }
    final DreamOptimization run = new DreamOptimization(network, picture, target, request);
    run.dream(listener, progress);
    return run.result();
  }

  /** Refuses what has no meaning on a picture that changes. */
  private static void check(final Target part) {
    if (part instanceof Target.Call call && OF_SEVERAL.contains(call.function())) {
      throw new UserError(
          "the objective has "
              + call
              + ", which compares pictures, but there is one: leave it out");
    } else if (part instanceof Target.Top) {
      throw new UserError(
          "the objective top is another class as the picture changes: name one such as class:0");
    } else if (part instanceof Target.Selected selected) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "the objective %s asks for a selection, but all of the picture dreams: name the"
                  + " channel %s",
              part,
              selected.unit()));
    }
  }

  private static void refuse(final Target place) {
    throw new UserError(
        String.format(
            Locale.ROOT,
            "the objective %s is a unit at one place, but the picture is larger than a tile: name a"
                + " channel, or choose a tile as large as the picture",
            place));
  }
}
