package io.github.inceptionlens.circuit.stimulus;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.geometry.Turn;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/**
 * Draws stimuli. A pixel has the mean over its area, so what is turned by 90 degrees is the same to
 * the bit.
 *
 * @see <a href="https://distill.pub/2020/circuits/curve-detectors/">Cammarata et al. 2020, Curve
 *     Detectors</a>
 */
public final class StimulusPainter {

  private static final int COLORS = 3;
  private static final int BYTE = 0xff;
  private static final double HALF = 0.5;

  private StimulusPainter() {}

  /**
   * A picture, not rounded.
   *
   * @param stimulus of any kind but {@link StimulusKind#ROI}, which is of an image
   * @return values 0 to 255
   */
  public static Picture paint(final Stimulus stimulus, final StimulusLook look) {
    final DoubleBinaryOperator amount = amount(stimulus, look);
    final float[] amounts = new float[look.side() * look.side()];
    final double middle = (look.side() - 1) * HALF;
    for (int i = 0; i < amounts.length; i++) {
      amounts[i] = (float) amount.applyAsDouble(i % look.side() - middle, middle - i / look.side());
    }
    final boolean colored = stimulus.kind() == StimulusKind.COLOR;
    final List<float[]> planes = new ArrayList<>();
    for (int plane = 0; plane < COLORS; plane++) {
      final double from = colored ? gray(look) : level(look.background(), plane);
      final double to = colored ? level(hue(stimulus), plane) : level(look.foreground(), plane);
      planes.add(mixed(amounts, from, to));
    }
    return new Picture(look.side(), look.side(), planes);
  }

  private static float[] mixed(final float[] amounts, final double from, final double to) {
    final float[] values = new float[amounts.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (from + amounts[i] * (to - from));
    }
    return values;
  }

  private static int level(final int color, final int plane) {
    return color >> 8 * (COLORS - 1 - plane) & BYTE;
  }

  private static double gray(final StimulusLook look) {
    double sum = 0;
    for (int plane = 0; plane < COLORS; plane++) {
      sum += level(look.background(), plane) + level(look.foreground(), plane);
    }
    return sum / (2 * COLORS);
  }

  private static int hue(final Stimulus stimulus) {
    final double turns = stimulus.value(StimulusParameter.HUE) / 360;
    return Color.HSBtoRGB((float) (turns - Math.floor(turns)), 1, 1);
  }

  /** How far each pixel is on the way from the background, 0, to the foreground, 1. */
  private static DoubleBinaryOperator amount(final Stimulus stimulus, final StimulusLook look) {
    final double contrast = stimulus.value(StimulusParameter.CONTRAST);
    return switch (stimulus.kind()) {
      case EDGES -> {
        final Outline side = Outline.left().turned(angle(stimulus));
        yield windowed(stimulus, (x, y) -> 2 * Coverage.of(side, x, y) - 1);
      }
      case GRATINGS, FREQUENCIES -> windowed(stimulus, wave(stimulus)::at);
      default -> {
        final Outline shape = shape(stimulus, look);
        yield (x, y) -> contrast * Coverage.of(shape, x, y);
      }
    };
  }

  /** About halfway between the colors, of a pattern from -1 to 1 in a round window. */
  private static DoubleBinaryOperator windowed(
      final Stimulus stimulus, final DoubleBinaryOperator pattern) {
    final double contrast = stimulus.value(StimulusParameter.CONTRAST);
    final Outline window = disc(stimulus);
    return (x, y) ->
        HALF + HALF * contrast * Coverage.of(window, x, y) * pattern.applyAsDouble(x, y);
  }

  private static Wave wave(final Stimulus stimulus) {
    return new Wave(
        angle(stimulus),
        stimulus.value(StimulusParameter.FREQUENCY),
        stimulus.value(StimulusParameter.PHASE));
  }

  private static Turn angle(final Stimulus stimulus) {
    return Turn.by(stimulus.value(StimulusParameter.ANGLE));
  }

  private static Outline disc(final Stimulus stimulus) {
    final double size = stimulus.value(StimulusParameter.SIZE);
    return size == 0 ? Outline.everywhere() : Outline.disc(size / 2);
  }

  private static Outline shape(final Stimulus stimulus, final StimulusLook look) {
    final double size = length(stimulus, look);
    return switch (stimulus.kind()) {
      case CURVES -> curve(stimulus, look, size).turned(angle(stimulus));
      case BARS -> Outline.bar(size, look.line()).turned(angle(stimulus));
      case CROSSES -> cross(look.line(), size).turned(angle(stimulus));
      case CORNERS -> corner(look, size).turned(angle(stimulus));
      case COLOR -> disc(stimulus);
      default -> throw new IllegalArgumentException(stimulus.label());
    };
  }

  /** The length of lines: one of 0 goes through all of the picture. */
  private static double length(final Stimulus stimulus, final StimulusLook look) {
    final double size = stimulus.value(StimulusParameter.SIZE);
    return size == 0 ? 2.0 * look.side() : size;
  }

  private static Outline curve(
      final Stimulus stimulus, final StimulusLook look, final double length) {
    final double curvature = stimulus.value(StimulusParameter.CURVATURE);
    return look.filled()
        ? Outline.within(curvature).and(disc(stimulus))
        : Outline.arc(curvature, length, look.line());
  }

  /** Both bars are drawn in the same way, so that a quarter of a turn changes nothing. */
  private static Outline cross(final double line, final double length) {
    final Outline bar = Outline.bar(length, line);
    return bar.or((x, y) -> bar.distance(y, x));
  }

  private static Outline corner(final StimulusLook look, final double length) {
    final Turn half = Turn.by(look.opening() / 2);
    final Turn other = Turn.by(-look.opening() / 2);
    if (!look.filled()) {
      final Outline leg = Outline.leg(length, look.line());
      return leg.turned(half).or(leg.turned(other));
    }
    final Outline right = (x, y) -> -y;
    return right.turned(half).and(Outline.left().turned(other)).and(Outline.disc(length));
  }
}
