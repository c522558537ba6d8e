package io.github.inceptionlens.command.activation;

import io.github.inceptionlens.activation.ActivationMaps;
import io.github.inceptionlens.activation.ChannelSelection;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.display.Luts;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.overlay.ActivationLayer;
import io.github.inceptionlens.network.InceptionV1;
import java.util.List;

/** The overlay of one unit as {@code Activation Overlay...} draws it at its defaults. */
public final class UnitOverlay {

  private static final double OPACITY = 60;

  private UnitOverlay() {}

  /**
   * The overlay on an input's first frame.
   *
   * @param provenance how it was made; the input's provenance precedes it
   * @throws io.github.inceptionlens.core.UserError when there is no such unit or no room for it
   */
  public static ActivationLayer of(
      final InceptionV1 inception,
      final ImageInput input,
      final Unit unit,
      final Provenance provenance,
      final Progress progress) {
    final ActivationMaps maps =
        ActivationMaps.of(
            inception,
            List.of(input.views().get(0)),
            new ActivationMaps.Request(
                unit.layer(),
                ChannelSelection.parse(Integer.toString(unit.channel())),
                Registration.SMOOTH),
            count -> ActivationLayer.requireRoom(input),
            progress);
    return ActivationLayer.of(
        input,
        maps.maps(),
        inception.architecture().entryLabels().described(unit),
        ActivationLayer.Look.of(Luts.inferno(), OPACITY, DisplayRange.AUTO),
        provenance);
  }
}
