package io.github.inceptionlens.command.family;

import io.github.inceptionlens.circuit.family.Congruence;
import io.github.inceptionlens.command.tuning.TurnedView;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * A round part of a picture on even ground, mirrored and turned about its middle, where the unit in
 * the middle looks: however it is turned, nothing but the part itself is turned.
 *
 * @param crop what is turned
 * @param radius of the part, in pixels
 */
record TurnedDisc(
    Supplier<DiscPlace.Crop> crop, double radius, TurnedView.Size size, Congruence way)
    implements View {

  /** Over so many pixels the part fades into the ground. */
  static final double EDGE = 3;

  @Override
  public Picture picture() {
    final DiscPlace.Crop place = crop.get();
    final Picture turned =
        place
            .crop()
            .of(
                way.mirrored() ? -way.angle() : way.angle(),
                1,
                size.side(),
                size.pivot(),
                size.pivot());
    final List<float[]> planes = new ArrayList<>();
    for (int plane = 0; plane < place.ground().length; plane++) {
      planes.add(shown(turned.plane(plane), place.ground()[plane]));
    }
    return new Picture(size.side(), size.side(), planes);
  }

  private float[] shown(final float[] turned, final float ground) {
    final float[] shown = new float[turned.length];
    for (int i = 0; i < shown.length; i++) {
      final double right = i % size.side() - size.pivot();
      final double down = i / size.side() - size.pivot();
      final int column = (int) (way.mirrored() ? size.pivot() - right : i % size.side());
      final double weight = column < size.side() && column >= 0 ? weight(right, down) : 0;
      shown[i] =
          weight > 0
              ? (float)
                  (ground + weight * (turned[i / size.side() * size.side() + column] - ground))
              : ground;
    }
    return shown;
  }

  private double weight(final double right, final double down) {
    final double inside = (radius - Math.hypot(right, down)) / EDGE;
    return Math.max(0, Math.min(1, inside));
  }

  @Override
  public int width() {
    return size.side();
  }

  @Override
  public int height() {
    return size.side();
  }

  @Override
  public Placement placement() {
    return Placement.identity(size.side(), size.side());
  }

  @Override
  public boolean contains(final int x, final int y) {
    return true;
  }
}
