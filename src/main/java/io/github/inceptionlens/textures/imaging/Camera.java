package io.github.inceptionlens.textures.imaging;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.textures.random.ExactTrigonometry;
import io.github.inceptionlens.textures.random.SeededRandom;
import io.github.inceptionlens.textures.structure.Direction;
import io.github.inceptionlens.textures.structure.RandomWaves;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;

/**
 * Takes the picture of a structure: contrast, haze, blur, color, light and noise, in this order.
 */
public final class Camera {

  private final Nuisance nuisance;
  private final int width;
  private final int height;
  private final SeededRandom dice;
  private final LongFunction<SeededRandom> noise;

  /** A camera that draws its noise one pixel after the other. */
  public Camera(final Nuisance nuisance, final int width, final int height, final long seed) {
    this.nuisance = nuisance;
    this.width = width;
    this.height = height;
    this.dice = new SeededRandom(seed, "camera");
    this.noise = place -> dice;
  }

  private Camera(final Camera like, final LongFunction<SeededRandom> noise) {
    this.nuisance = like.nuisance;
    this.width = like.width;
    this.height = like.height;
    this.dice = like.dice;
    this.noise = noise;
  }

  /**
   * A camera that draws its noise for each place on its own: what a pixel shows depends on the
   * structure within the blur's reach and on nothing else of the structure.
   */
  public static Camera placingNoise(
      final Nuisance nuisance, final int width, final int height, final long seed) {
    return new Camera(
        new Camera(nuisance, width, height, seed), new SeededRandom(seed, "noise")::at);
  }

  public Picture expose(final float[] structure) {
    final float[] signal = signal(structure);
    new Blur(nuisance.blur()).apply(signal, width, height);
    return new Picture(width, height, colors(signal));
  }

  private float[] signal(final float[] structure) {
    final RandomWaves haze = new RandomWaves(6, 40, 120, dice);
    final float[] signal = new float[structure.length];
    for (int y = 0, i = 0; y < height; y++) {
      for (int x = 0; x < width; x++, i++) {
        final double shaded =
            structure[i] + 4 * nuisance.shade() * structure[i] * (1 - structure[i]);
        final double part = nuisance.darkOnBright() ? 1 - shaded : shaded;
        signal[i] =
            (float)
                ExactTrigonometry.clamp(
                    nuisance.background()
                        + nuisance.contrast() * part
                        + nuisance.haze() * haze.at(x, y));
      }
    }
    return signal;
  }

  private List<float[]> colors(final float[] signal) {
    if (nuisance.coloring() == Coloring.BRIGHTFIELD) {
      return brightfield(signal);
    }
    final float[] detected = detect(signal, 0);
    final boolean gray = nuisance.coloring() == Coloring.GRAY;
    return IntStream.range(0, 3)
        .mapToObj(c -> scaled(detected, gray ? 255 : 255 * dye(c)))
        .toList();
  }

  /** One of red, green, blue in the dye's color: the strongest is 1. */
  private double dye(final int channel) {
    final double turns = nuisance.hue() - channel / 3.0;
    final double away = Math.abs(turns - Math.rint(turns));
    return ExactTrigonometry.clamp(2 - 6 * away) * 0.92 + 0.08;
  }

  private List<float[]> brightfield(final float[] signal) {
    final Stains stains = Stains.draw(dice, nuisance.hue(), nuisance.stain());
    final RandomWaves tissue = new RandomWaves(6, 25, 80, dice);
    final float[] counter = new float[signal.length];
    for (int y = 0, i = 0; y < height; y++) {
      for (int x = 0; x < width; x++, i++) {
        counter[i] = (float) (nuisance.counterstain() * Math.max(0, 1 + 0.3 * tissue.at(x, y)));
      }
    }
    return IntStream.range(0, 3)
        .mapToObj(c -> scaled(detect(stains.transmit(c, signal, counter), c), 255))
        .toList();
  }

  private float[] detect(final float[] light, final int channel) {
    final Direction fall = new Direction(nuisance.lightTurns());
    final double size = Math.max(width, height);
    final float[] counts = new float[light.length];
    for (int y = 0, i = 0; y < height; y++) {
      for (int x = 0; x < width; x++, i++) {
        final double place = 0.5 + fall.along(x - width / 2.0, y - height / 2.0) / size;
        final double lit =
            light[i] * (1 - nuisance.illumination() * ExactTrigonometry.clamp(place));
        final SeededRandom here = noise.apply((long) channel * light.length + i);
        final double shot = here.poisson(lit * nuisance.photons()) / nuisance.photons();
        counts[i] = (float) ExactTrigonometry.clamp(shot + nuisance.readNoise() * here.normal());
      }
    }
    return counts;
  }

  private static float[] scaled(final float[] values, final double by) {
    final float[] scaled = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = (float) (values[i] * by);
    }
    return scaled;
  }
}
