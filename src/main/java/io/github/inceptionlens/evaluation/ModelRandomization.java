package io.github.inceptionlens.evaluation;

import io.github.inceptionlens.attribution.Attribution;
import io.github.inceptionlens.attribution.Sign;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.evaluation.measure.RankCorrelation;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.NodeParameters;
import io.github.inceptionlens.network.edit.RandomizedParameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How similar a map stays while the network forgets what it has learnt, from the target down: a map
 * that stays similar shows the picture, not the network.
 *
 * <p>Each stage also destroys the next lower layer or module, by drawing its tensors anew with
 * their own standard deviations.
 *
 * @see <a href="https://arxiv.org/abs/1810.03292">Adebayo et al. 2018</a>
 */
public final class ModelRandomization {

  private final MapUnderTest tested;
  private final Map<String, List<String>> layers;
  private final RankCorrelation absolute;
  private final RankCorrelation signed;

  /**
   * How similar the map still is.
   *
   * @param layer the lowest layer that was destroyed
   * @param absolute Spearman's rank correlation of the magnitudes with those of the trained
   *     network's map, -1 to 1; NaN where a map is constant
   * @param signed the same of the signed values
   */
  public record Stage(String layer, double absolute, double signed) {}

  private ModelRandomization(final MapUnderTest tested) {
    this.tested = tested;
    layers = fromTheTop(tested.objective().parameters(tested.network().architecture()));
    absolute = ranks(tested.attribution(), Sign.ABSOLUTE);
    signed = ranks(tested.attribution(), Sign.SIGNED);
  }

  /** The stems of the tensors' names by layer or module, the classifier first. */
  private static Map<String, List<String>> fromTheTop(final List<NodeParameters> parameters) {
    final Map<String, List<String>> layers = new LinkedHashMap<>();
    for (int i = parameters.size() - 1; i >= 0; i--) {
      final String name = parameters.get(i).name();
      layers.computeIfAbsent(name.replaceAll("_.*", ""), key -> new ArrayList<>()).add(name);
    }
    return layers;
  }

  /**
   * The map's similarity at every stage.
   *
   * @return one stage per layer or module that the target depends on, the highest first
   */
  public static List<Stage> of(final MapUnderTest tested, final Progress progress) {
    return new ModelRandomization(tested).stages(progress);
  }

  private List<Stage> stages(final Progress progress) {
    final List<Stage> stages = new ArrayList<>();
    final List<String> destroyed = new ArrayList<>();
    for (final Map.Entry<String, List<String>> layer : layers.entrySet()) {
      destroyed.addAll(layer.getValue());
      final Attribution answer = answer(destroyed, progress.part(stages.size(), layers.size()));
      stages.add(
          new Stage(
              layer.getKey(),
              absolute.correlation(ranks(answer, Sign.ABSOLUTE)),
              signed.correlation(ranks(answer, Sign.SIGNED))));
    }
    return stages;
  }

  private Attribution answer(final List<String> destroyed, final Progress progress) {
    try (InceptionV1 randomized =
        tested.network().edited(new RandomizedParameters(destroyed, tested.request().seed()))) {
      return tested.attribution(randomized, tested.picture(), progress);
    }
  }

  private RankCorrelation ranks(final Attribution answer, final Sign sign) {
    return RankCorrelation.of(tested.plane(answer, sign));
  }

  static Findings findings(final MapUnderTest tested, final Progress progress) {
    final List<Stage> stages = of(tested, progress);
    final List<Figure> figures = new ArrayList<>();
    figures.add(mean("absolute", stages, Stage::absolute));
    figures.add(mean("signed", stages, Stage::signed));
    for (final Stage stage : stages) {
      final String constant = "the trained network's map or this one is constant";
      figures.add(
          new Figure(
                  "Randomisation down to " + stage.layer(),
                  stage.absolute(),
                  1,
                  1,
                  "low is good; absolute rank correlation with the trained network's map")
              .undefinedFor(constant));
    }
    return new Findings(figures, List.of(chart(tested, stages)));
  }

  private static Figure mean(
      final String what, final List<Stage> stages, final ToDoubleFunction<Stage> similarity) {
    final double[] defined =
        stages.stream().mapToDouble(similarity).filter(value -> !Double.isNaN(value)).toArray();
    double sum = 0;
    for (final double value : defined) {
      sum += value;
    }
    return new Figure(
            "Randomisation, " + what,
            sum / defined.length,
            1,
            1,
            String.format(
                Locale.ROOT,
                "low is good; mean rank correlation over %d of %d stages%s",
                defined.length,
                stages.size(),
                defined.length < stages.size() ? ", undefined in the others (constant maps)" : ""))
        .undefinedFor("the map is constant in every stage");
  }

  private static Chart chart(final MapUnderTest tested, final List<Stage> stages) {
    final List<String> ticks = new ArrayList<>(List.of("trained"));
    stages.forEach(stage -> ticks.add(stage.layer()));
    final String name = tested.method().name();
    return new Chart(
        "Randomisation",
        "Lowest randomised layer",
        "Rank correlation with the trained map",
        ticks,
        List.of(
            series(name + ", absolute", stages, Stage::absolute),
            series(name + ", signed", stages, Stage::signed)));
  }

  private static Chart.Series series(
      final String name, final List<Stage> stages, final ToDoubleFunction<Stage> similarity) {
    final double[] x = new double[stages.size() + 1];
    final double[] y = new double[x.length];
    y[0] = 1;
    for (int i = 1; i < x.length; i++) {
      x[i] = i;
      y[i] = similarity.applyAsDouble(stages.get(i - 1));
    }
    final long undefined = Arrays.stream(y).filter(Double::isNaN).count();
    return new Chart.Series(undefined == 0 ? name : name + " (undefined: " + undefined + ")", x, y);
  }
}
