package io.github.inceptionlens.evaluation;

import io.github.inceptionlens.attribution.Attribution;
import io.github.inceptionlens.attribution.ColorReduction;
import io.github.inceptionlens.attribution.PlaneArithmetic;
import io.github.inceptionlens.attribution.Sign;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.evaluation.measure.Infidelity;
import io.github.inceptionlens.network.PictureSeries;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Whether a map predicts what the target loses when a square of the picture x is replaced by the
 * picture b without the features: infidelity under the perturbations I = m ⊙ (x − b), with m 1 in
 * the square and 0 elsewhere.
 *
 * <p>A map of local values φ predicts the loss Σ I ⊙ φ, a map of contributions Σ m ⊙ φ. The raw
 * values count, with their signs and colors.
 *
 * @see <a href="https://arxiv.org/abs/1901.09392">Yeh et al. 2019</a>
 */
final class InfidelityTest {

  private static final String NOTHING_FORETOLD =
      "the map predicts no loss, for it is zero in all of the squares";
  private static final int COUNT = 100;
  private static final int SMALLEST = 8;
  private static final int LARGEST = 2;

  private final MapUnderTest tested;
  private final float[][] picture;
  private final float[][] absence;
  private final List<Square> squares;

  private record Square(int x, int y, int side) {

    /** A square within the picture, its side from an eighth to a half of the shorter one. */
    static Square random(final Random random, final int width, final int height) {
      final int shorter = Math.min(width, height);
      final int least = Math.max(1, shorter / SMALLEST);
      final int side = least + random.nextInt(Math.max(1, shorter / LARGEST - least + 1));
      return new Square(random.nextInt(width - side + 1), random.nextInt(height - side + 1), side);
    }

    IntStream pixels(final int width) {
      return IntStream.range(0, side * side).map(i -> (y + i / side) * width + x + i % side);
    }
  }

  InfidelityTest(final MapUnderTest tested) {
    this.tested = tested;
    picture = tested.picture().arrays();
    absence = tested.absence().arrays();
    final Random random = new Random(tested.request().seed());
    squares =
        IntStream.range(0, COUNT)
            .mapToObj(i -> Square.random(random, tested.width(), tested.height()))
            .toList();
  }

  Findings findings(final Progress progress) {
    final double[] real = losses(progress);
    final ControlledValue<float[]> maps = ControlledValue.maps(tested);
    final ControlledValue<Infidelity> infidelity =
        new ControlledValue<>(contributions(), maps.random(), maps.sobel())
            .map(contributions -> Infidelity.of(predicted(contributions), real));
    return new Findings(
        List.of(
            Figure.of(
                    "Infidelity",
                    infidelity,
                    Infidelity::meanSquare,
                    "low is good; squared units of the target; "
                        + COUNT
                        + " squares removed, each shows "
                        + tested.absenceName())
                .undefinedFor(NOTHING_FORETOLD),
            Figure.of(
                    "Infidelity, part of all",
                    infidelity,
                    Infidelity::part,
                    "0: every loss predicted, 1: none; squares show " + tested.absenceName())
                .undefinedFor(
                    DoubleStream.of(real).allMatch(loss -> loss == 0)
                        ? "no square changes the target"
                        : NOTHING_FORETOLD)),
        List.of());
  }

  private double[] losses(final Progress progress) {
    final PictureSeries without =
        new PictureSeries(tested.width(), tested.height(), COUNT, i -> without(squares.get(i)));
    final double value = tested.attribution().value();
    final double[] values =
        without.values(
            tested.network(),
            tested.objective(),
            done ->
                progress.at(
                    (double) done / COUNT,
                    String.format(Locale.ROOT, "Infidelity: pass %d of %d ...", done + 1, COUNT)));
    return DoubleStream.of(values).map(left -> value - left).toArray();
  }

  private Picture without(final Square square) {
    final Picture changed =
        PlaneArithmetic.map(tested.picture(), (channel, i) -> picture[channel][i]);
    final float[][] planes = changed.arrays();
    square
        .pixels(tested.width())
        .forEach(
            i -> {
              for (int channel = 0; channel < planes.length; channel++) {
                planes[channel][i] = absence[channel][i];
              }
            });
    return changed;
  }

  /** What each pixel contributes to the target as the map has it. */
  private float[] contributions() {
    final Attribution answer = tested.attribution();
    if (!tested.method().isLocal()) {
      return answer.plane(ColorReduction.SUM, Sign.SIGNED, tested.width(), tested.height());
    }
    final float[][] slopes = answer.map().values().arrays();
    final float[] sums = new float[slopes[0].length];
    for (int i = 0; i < sums.length; i++) {
      double sum = 0;
      for (int channel = 0; channel < slopes.length; channel++) {
        sum += ((double) picture[channel][i] - absence[channel][i]) * slopes[channel][i];
      }
      sums[i] = (float) sum;
    }
    return sums;
  }

  private double[] predicted(final float[] contributions) {
    return squares.stream()
        .mapToDouble(
            square -> square.pixels(tested.width()).mapToDouble(i -> contributions[i]).sum())
        .toArray();
  }
}
