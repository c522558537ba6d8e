package io.github.inceptionlens.evaluation;

import io.github.inceptionlens.attribution.PlaneArithmetic;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.FilterWeights;
import io.github.inceptionlens.core.geometry.Resampling;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.evaluation.measure.RankCorrelation;
import io.github.inceptionlens.evaluation.measure.ScoreCurve;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.PictureSeries;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happens to the target's score while pixels change from one picture to another, those with
 * the largest values first, equal ones from the upper left on.
 *
 * <p>The score is the probability of a class, and the value of any other target. A step changes a
 * row's worth of pixels, or more where that would make more than {@value #MOST_STEPS} steps.
 *
 * @see <a href="https://arxiv.org/abs/1806.07421">Petsiuk et al. 2018</a>
 */
final class InsertionDeletion {

  private static final int MOST_STEPS = 224;
  private static final double SIGMA = 5;
  private static final int REACH = 5;

  private final String name;
  private final String way;
  private final String note;
  private final MapUnderTest tested;
  private final float[][] from;
  private final float[][] to;

  private InsertionDeletion(
      final String name,
      final String way,
      final String note,
      final MapUnderTest tested,
      final Picture from,
      final Picture to) {
    this.name = name;
    this.way = way;
    this.note = note;
    this.tested = tested;
    this.from = from.arrays();
    this.to = to.arrays();
  }

  /** From the picture to the mean color, which is zero for the network. */
  static InsertionDeletion deletion(final MapUnderTest tested) {
    return new InsertionDeletion(
        "Deletion",
        "Fraction of pixels removed",
        "low is good; pixels become the training's mean color",
        tested,
        tested.picture(),
        tested.meanColor());
  }

  /** From the picture under a Gaussian (11 x 11 pixels, standard deviation 5) to the picture. */
  static InsertionDeletion insertion(final MapUnderTest tested) {
    return new InsertionDeletion(
        "Insertion",
        "Fraction of pixels inserted",
        "high is good; starts from the picture under a Gaussian of sigma 5, 11 x 11 pixels",
        tested,
        blurred(tested),
        tested.picture());
  }

  static Picture blurred(final MapUnderTest tested) {
    return PlaneArithmetic.resampled(
        tested.picture(),
        new Resampling(
            FilterWeights.gaussian(tested.width(), SIGMA, REACH),
            FilterWeights.gaussian(tested.height(), SIGMA, REACH)));
  }

  Findings findings(final Progress progress) {
    final ControlledValue<RankCorrelation> ranks =
        ControlledValue.maps(tested).map(RankCorrelation::of);
    final ControlledValue<Optional<ScoreCurve>> curves =
        new ControlledValue<>(
            curve(ranks.own(), progress.part(0, 3)),
            curve(ranks.random(), progress.part(1, 3)),
            curve(ranks.sobel(), progress.part(2, 3)));
    final Figure figure =
        Figure.of(
                name + " AUC",
                curves,
                curve -> curve.map(ScoreCurve::area).orElse(Double.NaN),
                note + "; " + score())
            .undefinedFor("the map is constant and puts no pixel first");
    return new Findings(List.of(figure), List.of(chart(curves)));
  }

  private Chart chart(final ControlledValue<Optional<ScoreCurve>> curves) {
    final Stream<Chart.Series> series =
        Stream.of(
                series(tested.method().name(), curves.own()),
                series("Random", curves.random()),
                series("Sobel", curves.sobel()))
            .flatMap(Optional::stream);
    return new Chart(name, way, score(), List.of(), series.toList());
  }

  private static Optional<Chart.Series> series(
      final String name, final Optional<ScoreCurve> curve) {
    return curve.map(
        one ->
            new Chart.Series(
                String.format(Locale.ROOT, "%s (AUC %.3g)", name, one.area()),
                one.parts(),
                one.scores()));
  }

  /** The curve of a map; none for a constant one, which orders nothing. */
  Optional<ScoreCurve> curve(final RankCorrelation ranks, final Progress progress) {
    if (ranks.isConstant()) {
      return Optional.empty();
    }
    final int[] order = ranks.descending();
    final int step = Math.max(tested.width(), (order.length + MOST_STEPS - 1) / MOST_STEPS);
    final int count = (order.length + step - 1) / step + 1;
    final PictureSeries pictures =
        new PictureSeries(tested.width(), tested.height(), count, i -> changed(order, i * step));
    final double[] scores =
        pictures.values(
            tested.network(),
            objective(),
            done ->
                progress.at(
                    (double) done / count,
                    String.format(Locale.ROOT, "%s: pass %d of %d ...", name, done + 1, count)));
    return Optional.of(new ScoreCurve(scores));
  }

  /** The first picture with so many of its pixels changed into those of the second. */
  private Picture changed(final int[] order, final int count) {
    final Picture picture = PlaneArithmetic.map(tested.picture(), (channel, i) -> from[channel][i]);
    final float[][] planes = picture.arrays();
    for (int i = 0; i < Math.min(count, order.length); i++) {
      for (int channel = 0; channel < planes.length; channel++) {
        planes[channel][order[i]] = to[channel][order[i]];
      }
    }
    return picture;
  }

  private Objective objective() {
    return tested.request().target() instanceof Target.ClassIndex one
        ? Objective.probability(one.index())
        : tested.objective();
  }

  private String score() {
    final Target target = tested.request().target();
    return target instanceof Target.ClassIndex one
        ? "Probability of " + tested.network().architecture().labels().get(one.index())
        : "Value of " + target;
  }
}
