package io.github.inceptionlens.command.saliency;

import ij.ImagePlus;
import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.AttributionRequest;
import io.github.inceptionlens.attribution.MapReduction;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.image.result.ResultImages;
import io.github.inceptionlens.network.InceptionV1;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Saliency maps as {@code Saliency Map...} shows them at its defaults.
 *
 * @param image 32-bit, a slice per frame
 * @param targets what the pixels of each frame are held responsible for
 * @param notes what a reader must know before looking at it
 */
public record SaliencyImage(ImagePlus image, List<String> targets, List<String> notes) {

  /** How an image becomes the picture on which a target is explained. */
  public static Fit fit(final Target target) {
    return SaliencyOptions.fit(MapReduction.AUTO, List.of(target));
  }

  /**
   * The maps of all frames of an input.
   *
   * @param image what the input was made from
   * @param asked how it was made
   * @param made network, version and macro line
   * @throws io.github.inceptionlens.core.UserError when the method cannot explain the target there
   */
  public static SaliencyImage of(
      final InceptionV1 network,
      final ImagePlus image,
      final ImageInput input,
      final InputRequest asked,
      final AttributionMethod method,
      final Target target,
      final Provenance made,
      final Progress progress) {
    ResultImages.onPicture(input).requireRoom(1);
    final AttributionRequest plain =
        SaliencyOptions.selection(image, input)
            .map(AttributionRequest.of(target)::selection)
            .orElseGet(() -> AttributionRequest.of(target));
    final AttributionRequest request =
        plain.baseline(
            new Baselines(image, asked, OptionalInt.empty(), none -> {})
                .named(MapReduction.AUTO, method));
    final SaliencyMaps.Shown shown =
        new SaliencyMaps.Shown(
            MapReduction.of("sum", MapReduction.AUTO), Registration.ALIGNED, made, false);
    final SaliencyMaps maps =
        SaliencyMaps.of(
            network,
            input,
            method,
            request,
            shown,
            shown.kept(input, method, Optional.empty()),
            progress);
    return new SaliencyImage(
        maps.image(), maps.targets(network.architecture()), maps.notes(List.of()));
  }
}
