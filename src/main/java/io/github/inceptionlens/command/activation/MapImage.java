package io.github.inceptionlens.command.activation;

import ij.ImagePlus;
import io.github.inceptionlens.activation.ActivationMaps;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.network.InceptionV1;

/**
 * Activation maps as {@code Activation Maps...} shows them.
 *
 * @param maps the values
 * @param image the same as 32-bit slices, with their labels, calibration and provenance
 */
public record MapImage(ActivationMaps maps, ImagePlus image) {

  /**
   * The maps of all frames of an input.
   *
   * @param made network, version and macro line
   * @throws io.github.inceptionlens.core.UserError when the layer or a channel does not exist, or
   *     the picture is too small or too large
   */
  public static MapImage of(
      final InceptionV1 inception,
      final ImageInput input,
      final ActivationMaps.Request request,
      final Provenance made,
      final Progress progress) {
    final MapPlan plan = MapPlan.of(inception, input, request);
    final ResultImages results = plan.results();
    final ActivationMaps answer =
        ActivationMaps.of(inception, input.views(), request, results::requireRoom, progress);
    final ImagePlus image =
        results.image(
            answer.maps(),
            answer.units().stream().map(plan::label).toList(),
            plan.shown().name(),
            plan.provenance(made));
    return new MapImage(answer, image);
  }
}
