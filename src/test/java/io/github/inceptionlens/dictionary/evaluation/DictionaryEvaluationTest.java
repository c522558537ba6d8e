package io.github.inceptionlens.dictionary.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.dictionary.Vectors;
import io.github.inceptionlens.dictionary.autoencoder.FrozenPart;
import io.github.inceptionlens.dictionary.autoencoder.SparseMethod;
import io.github.inceptionlens.dictionary.evaluation.EvaluatedCode.Kind;
import io.github.inceptionlens.dictionary.evaluation.EvaluatedDictionary.CurvePoint;
import io.github.inceptionlens.dictionary.sparse.Checkpoints;
import io.github.inceptionlens.dictionary.sparse.PlantedVectors;
import io.github.inceptionlens.dictionary.sparse.SparseRequest;
import io.github.inceptionlens.dictionary.sparse.SparseTrainer;
import io.github.inceptionlens.dictionary.sparse.TrainedDictionary;
import io.github.inceptionlens.dictionary.sparse.TrainingWatcher;
import io.github.inceptionlens.dictionary.vectors.PictureSplit;
import io.github.inceptionlens.network.edit.Dictionary;
import io.github.inceptionlens.network.edit.Nonlinearity;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DictionaryEvaluationTest {

  private static final int CHANNELS = 32;
  private static final PlantedVectors PLANTED = new PlantedVectors(CHANNELS, 32, 2, 3_000, 50);
  private static final PictureSplit SPLIT = PictureSplit.of(PLANTED, 0.1, 0);
  private static final SparseRequest RECIPE =
      new SparseRequest(SparseMethod.TOPK, 32, 2, 2_000, 128, 3e-3, 0, FrozenPart.NONE);

  private static Dictionary dictionary(
      final float[] rows, final Nonlinearity nonlinearity, final Map<String, String> card) {
    final int entries = rows.length / CHANNELS;
    return new Dictionary(
        "tried",
        new Dictionary.Home("mixed4c", "any", "any"),
        rows,
        new float[entries],
        nonlinearity,
        Optional.of(rows),
        new float[CHANNELS],
        1,
        Collections.nCopies(entries, ""),
        card);
  }

  private static float[] identity() {
    final float[] rows = new float[CHANNELS * CHANNELS];
    for (int c = 0; c < CHANNELS; c++) {
      rows[c * CHANNELS + c] = 1;
    }
    return rows;
  }

  private static TrainedDictionary trained(final SparseRequest request) {
    return new SparseTrainer(PLANTED, SPLIT, request)
        .train(Checkpoints.NONE, TrainingWatcher.NOBODY, Progress.NONE);
  }

  private static Dictionary asKept(final SparseRequest request, final TrainedDictionary trained) {
    final Map<String, String> card = new HashMap<>();
    card.put("method", request.method().label());
    card.put("k", "" + request.k());
    card.put("steps", "" + request.steps());
    card.put("batch", "" + request.batch());
    card.put("learning_rate", "" + request.learningRate());
    card.put("seed", "" + request.seed());
    return new Dictionary(
        "planted",
        new Dictionary.Home("mixed4c", "any", "any"),
        trained.directions().encoder(),
        trained.directions().bias(),
        trained.directions().nonlinearity(),
        trained.directions().decoder(),
        trained.directions().center(),
        1,
        Collections.nCopies(request.size(), ""),
        card);
  }

  private static EvaluatedDictionary evaluated(
      final Dictionary dictionary, final EvaluationRequest request) {
    return new DictionaryEvaluation(PLANTED, SPLIT, "mixed4c", request)
        .of(dictionary, Progress.NONE);
  }

  private static CodeFigures figures(final SparseCode code, final int[] rows) {
    return CodeFigures.of(code, PLANTED, rows, Integer.MAX_VALUE, Progress.NONE);
  }

  private static double mean(final EvaluatedDictionary all, final Kind kind) {
    return all.codes().stream()
        .filter(code -> code.kind() == kind)
        .mapToDouble(code -> code.figures().unexplained())
        .average()
        .orElseThrow();
  }

  private static double stability(final EvaluatedDictionary all, final Kind kind) {
    return all.codes().stream()
        .filter(code -> code.kind() == kind)
        .mapToDouble(EvaluatedCode::stability)
        .average()
        .orElseThrow();
  }

  @Test
  void whatAlwaysSaysTheMeanLeavesAllUnexplained() {
    final int[] all = IntStream.range(0, 3_000).toArray();
    final SparseCode mean =
        new NullCodes(new Vectors("mixed4c", CHANNELS, values(all)), 1).constant();
    final CodeFigures figures = figures(mean, all);
    assertThat(figures.unexplained()).isCloseTo(1, within(1e-6));
    assertThat(figures.active()).isZero();
    assertThat(figures.dead()).isOne();
    assertThat(figures.densities()).isEmpty();
  }

  private static float[] values(final int[] rows) {
    final float[] values = new float[rows.length * CHANNELS];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(PLANTED.row(rows[i]), 0, values, i * CHANNELS, CHANNELS);
    }
    return values;
  }

  @Test
  void allChannelsAreAPerfectCopyAndAlwaysActive() {
    final SparseCode channels = SparseCode.of(dictionary(identity(), Nonlinearity.NONE, Map.of()));
    final CodeFigures figures = figures(channels, SPLIT.heldOut());
    assertThat(figures.unexplained()).isZero();
    assertThat(figures.active()).isEqualTo(CHANNELS);
    assertThat(figures.dead()).isZero();
    assertThat(figures.dense()).isOne();
    assertThat(figures.densities()).hasSize(CHANNELS).containsOnly(0);
    final Vectors some = new Vectors("mixed4c", CHANNELS, values(SPLIT.training()));
    assertThat(figures(new NullCodes(some, CHANNELS).channels(), SPLIT.heldOut()).unexplained())
        .isCloseTo(0, within(1e-10));
    assertThat(
            figures(new NullCodes(some, CHANNELS).components(Progress.NONE), SPLIT.heldOut())
                .unexplained())
        .isCloseTo(0, within(1e-10));
    assertThat(figures(new NullCodes(some, 3).channels(), SPLIT.heldOut()).active())
        .isCloseTo(3, within(1e-9));
  }

  @Test
  void aPermutedCopyIsTheSameAndItsAtomsAreEachOthersNeighbors() {
    final Random dice = new Random(4);
    final float[] rows = new float[30 * CHANNELS];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = (float) dice.nextGaussian();
    }
    final float[] turned = new float[rows.length];
    final float[] twice = new float[2 * rows.length];
    for (int entry = 0; entry < 30; entry++) {
      System.arraycopy(rows, entry * CHANNELS, turned, (entry * 7 % 30) * CHANNELS, CHANNELS);
    }
    System.arraycopy(rows, 0, twice, 0, rows.length);
    System.arraycopy(rows, 0, twice, rows.length, rows.length);
    final SparseCode one = SparseCode.of(dictionary(rows, Nonlinearity.RELU, Map.of()));
    final SparseCode other = SparseCode.of(dictionary(turned, Nonlinearity.RELU, Map.of()));
    assertThat(DecoderCosines.of(one, other).matched()).isCloseTo(1, within(1e-6));
    assertThat(DecoderCosines.neighbor(one)).isLessThan(0.9);
    assertThat(
            DecoderCosines.neighbor(SparseCode.of(dictionary(twice, Nonlinearity.RELU, Map.of()))))
        .isCloseTo(1, within(1e-6));
    assertThat(
            DecoderCosines.neighbor(
                SparseCode.of(dictionary(identity(), Nonlinearity.RELU, Map.of()))))
        .isCloseTo(0, within(1e-6));
  }

  /** The larger cosine of two that exclude each other is taken first. */
  @Test
  void matchingIsGreedy() {
    final DecoderCosines cosines = new DecoderCosines(new float[] {0.9f, 0.8f, 0.85f, 0.1f}, 2, 2);
    assertThat(cosines.matched()).isCloseTo((0.9 + 0.1) / 2, within(1e-6));
    assertThat(new DecoderCosines(new float[] {0.2f, 0.7f, 0.4f}, 1, 3).matched())
        .isCloseTo(0.7, within(1e-6));
    assertThat(new DecoderCosines(new float[] {0.2f, 0.7f, 0.4f}, 3, 1).matched())
        .isCloseTo(0.7, within(1e-6));
  }

  @Test
  void aPlantedDictionaryIsStableAndBetterThanWhatIsNoMerit() {
    final TrainedDictionary trained = trained(RECIPE);
    final EvaluatedDictionary all =
        evaluated(asKept(RECIPE, trained), new EvaluationRequest(true, 2, List.of(1, 2), 0));
    final EvaluatedCode own = all.codes().get(0);
    assertThat(own.kind()).isEqualTo(Kind.DICTIONARY);
    assertThat(own.seed()).hasValue(0);
    assertThat(own.figures().unexplained())
        .isCloseTo(trained.figures().unexplained(), within(1e-5));
    assertThat(own.figures().active()).isCloseTo(trained.figures().active(), within(1e-3));
    assertThat(own.figures().dead()).isEqualTo(trained.figures().dead());
    assertThat(stability(all, Kind.DICTIONARY)).isGreaterThan(0.85);
    assertThat(stability(all, Kind.RANDOM)).isLessThan(stability(all, Kind.DICTIONARY) - 0.1);
    assertThat(stability(all, Kind.FROZEN_DECODER))
        .isLessThan(stability(all, Kind.DICTIONARY) - 0.1);
    for (final Kind kind :
        List.of(Kind.FROZEN_DECODER, Kind.FROZEN_ENCODER, Kind.RANDOM, Kind.PCA, Kind.CHANNELS)) {
      assertThat(mean(all, kind)).as("" + kind).isGreaterThan(mean(all, Kind.DICTIONARY));
    }
    assertThat(mean(all, Kind.MEAN)).isCloseTo(1, within(0.05));
    assertThat(mean(all, Kind.K_MEANS)).isBetween(0.0, 1.0);
    assertThat(all.codes().stream().filter(one -> one.kind() == Kind.PCA)).hasSize(1);
    assertThat(all.codes().stream().filter(one -> one.kind() == Kind.K_MEANS)).hasSize(2);
    assertThat(all.notes()).singleElement().asString().startsWith("nmf is left out: ");
    assertThat(all.codes())
        .filteredOn(one -> one.kind() != Kind.K_MEANS)
        .allSatisfy(one -> assertThat(one.figures().active()).isLessThanOrEqualTo(2));
    assertThat(all.curve()).filteredOn(one -> one.kind() == Kind.DICTIONARY).hasSize(2);
    final List<Double> left =
        all.curve().stream()
            .filter(one -> one.kind() == Kind.PCA)
            .map(CurvePoint::unexplained)
            .toList();
    assertThat(left.get(1)).isLessThan(left.get(0));
  }

  @Test
  void whatDoesNotSayHowItWasTrainedIsNotTrainedAgain() {
    final Dictionary dictionary = dictionary(identity(), Nonlinearity.topK(4), Map.of("k", "4"));
    final EvaluatedDictionary all =
        evaluated(dictionary, new EvaluationRequest(true, 1, List.of(), 0));
    assertThat(all.codes().stream().map(EvaluatedCode::kind))
        .containsExactly(
            Kind.DICTIONARY, Kind.PCA, Kind.K_MEANS, Kind.RANDOM, Kind.CHANNELS, Kind.MEAN);
    assertThat(all.codes().get(0).stability()).isNaN();
    assertThat(all.notes().get(0)).startsWith("tried does not say how it was trained");
    assertThat(evaluated(dictionary, new EvaluationRequest(false, 1, List.of(), 0)).codes())
        .hasSize(1);
  }

  @Test
  void whatHasNoWayBackIsRefused() {
    final Dictionary one = dictionary(identity(), Nonlinearity.NONE, Map.of());
    final Dictionary there =
        new Dictionary(
            "oneway",
            one.home(),
            one.encoder(),
            one.bias(),
            one.nonlinearity(),
            Optional.empty(),
            one.center(),
            1,
            one.labels(),
            Map.of());
    assertThatThrownBy(() -> evaluated(there, new EvaluationRequest(true, 1, List.of(), 0)))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("names has oneway, which has no way back");
    assertThatThrownBy(() -> new EvaluationRequest(true, 0, List.of(), 0))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("seeds is 0");
    assertThatThrownBy(() -> new EvaluationRequest(true, 1, List.of(4, 0), 0))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("curve has 0");
  }

  @Test
  void itStopsWhenAsked() {
    final Dictionary dictionary = dictionary(identity(), Nonlinearity.NONE, Map.of());
    assertThatThrownBy(
            () ->
                new DictionaryEvaluation(
                        PLANTED, SPLIT, "mixed4c", new EvaluationRequest(true, 1, List.of(), 0))
                    .of(
                        dictionary,
                        (fraction, what) -> {
                          throw new CancellationException();
                        }))
        .isInstanceOf(CancellationException.class);
  }

  /** Thresholds, and the largest positive ones, as the network's own rows take them. */
  @Test
  void whatIsActiveIsWhatTheNonlinearitySays() {
    final float[] strengths = {-1, 0.5f, 2, 0.2f};
    assertThat(applied(ActiveRule.of(Nonlinearity.NONE), strengths)).containsExactly(strengths);
    assertThat(applied(ActiveRule.of(Nonlinearity.RELU), strengths))
        .containsExactly(0, 0.5f, 2, 0.2f);
    assertThat(applied(ActiveRule.of(Nonlinearity.topK(1)), strengths)).containsExactly(0, 0, 2, 0);
    assertThat(applied(ActiveRule.of(Nonlinearity.above(new float[] {0, 1, 1, 0.1f})), strengths))
        .containsExactly(0, 0, 2, 0.2f);
    assertThat(applied(ActiveRule.LARGEST_ALONE, strengths)).containsExactly(0, 0, 1, 0);
  }

  private static float[] applied(final ActiveRule rule, final float[] strengths) {
    final float[] values = strengths.clone();
    rule.apply(values, 0, values.length);
    return values;
  }
}
