package io.github.inceptionlens.command.activation;

import io.github.inceptionlens.activation.ActivationMaps;
import io.github.inceptionlens.activation.ChannelSelection;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.display.Luts;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.overlay.ActivationLayer;
import io.github.inceptionlens.image.overlay.LayerValues;
import io.github.inceptionlens.network.InceptionV1;
import java.util.List;

/** The overlay of one unit as {@code Activation Overlay...} draws it at its defaults. */
public final class UnitOverlay {

  private static final double OPACITY = 60;

  private UnitOverlay() {}

  /**
   * How a map is drawn.
   *
   * @param registration how it lies on the region
   * @param lut the name of its colors
   */
  public record Style(Registration registration, String lut) {}

  /**
   * The overlay of one of the units whose maps are known, as {@code Activation Overlay...} draws it
   * at its defaults.
   *
   * @param index of the unit
   * @param described the unit with its text
   * @param made network, version and macro line
   */
  public static ActivationLayer of(
      final ImageInput input,
      final ActivationMaps maps,
      final int index,
      final String described,
      final Provenance made) {
    return of(
        input,
        maps,
        index,
        described,
        ActivationLayer.Look.of(Luts.inferno(), OPACITY, DisplayRange.AUTO),
        new Style(Registration.SMOOTH, "inferno"),
        made);
  }

  /** The same with another look. */
  static ActivationLayer of(
      final ImageInput input,
      final ActivationMaps maps,
      final int index,
      final String described,
      final ActivationLayer.Look look,
      final Style style,
      final Provenance made) {
    return ActivationLayer.of(
        input,
        values(input, maps, index, Registration.ALIGNED),
        values(input, maps, index, style.registration()),
        described,
        look,
        made.with("method", "activation overlay")
            .with("unit", maps.units().get(index))
            .with("registration", style.registration())
            .with("lut", style.lut())
            .with("opacity", Math.round(look.opacity())));
  }

  /** A unit's maps, drawn when they are needed. */
  private static LayerValues values(
      final ImageInput input,
      final ActivationMaps maps,
      final int index,
      final Registration registration) {
    final Registration.Rows draw = registration.rows(maps.geometry(), input.placement());
    final int units = maps.units().size();
    return new LayerValues(
        maps.grids().planes() / units,
        (frame, top, count) -> draw.of(maps.grids().plane(frame * units + index), top, count));
  }

  /**
   * The overlay of a map that is known.
   *
   * @param map on the layer's own grid, of the input's only frame
   * @param described the unit with its text
   */
  public static ActivationLayer of(
      final ImageInput input, final Geometry geometry, final float[] map, final String described) {
    ActivationLayer.requireRoom(input);
    final Registration.Rows draw = Registration.SMOOTH.rows(geometry, input.placement());
    final LayerValues smooth = new LayerValues(1, (frame, top, count) -> draw.of(map, top, count));
    return ActivationLayer.of(
        input,
        smooth,
        smooth,
        described,
        ActivationLayer.Look.of(Luts.inferno(), OPACITY, DisplayRange.AUTO),
        Provenance.EMPTY);
  }

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
                Registration.NONE),
            count -> ActivationLayer.requireRoom(input),
            progress);
    final LayerValues smooth = values(input, maps, 0, Registration.SMOOTH);
    return ActivationLayer.of(
        input,
        smooth,
        smooth,
        inception.architecture().entryLabels().described(unit),
        ActivationLayer.Look.of(Luts.inferno(), OPACITY, DisplayRange.AUTO),
        provenance);
  }
}
