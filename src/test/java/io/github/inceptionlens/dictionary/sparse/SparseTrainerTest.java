package io.github.inceptionlens.dictionary.sparse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.inceptionlens.collection.sample.ActivationSample;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.dictionary.autoencoder.ActiveLatents;
import io.github.inceptionlens.dictionary.autoencoder.Activity;
import io.github.inceptionlens.dictionary.autoencoder.Autoencoder;
import io.github.inceptionlens.dictionary.autoencoder.FrozenPart;
import io.github.inceptionlens.dictionary.autoencoder.Reconstruction;
import io.github.inceptionlens.dictionary.autoencoder.SparseMethod;
import io.github.inceptionlens.dictionary.vectors.FloatRows;
import io.github.inceptionlens.dictionary.vectors.PictureSplit;
import io.github.inceptionlens.dictionary.vectors.SampleVectors;
import io.github.inceptionlens.dictionary.vectors.VectorCensus;
import io.github.inceptionlens.dictionary.vectors.VectorSource;
import io.github.inceptionlens.network.engine.MatrixProducts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SparseTrainerTest {

  private static final PlantedVectors SMALL = new PlantedVectors(12, 20, 2, 3_000, 50);

  @TempDir Path folder;

  private static SparseRequest request(final SparseMethod method, final int steps) {
    return new SparseRequest(method, 20, 2, steps, 128, 3e-3, 0, FrozenPart.NONE);
  }

  private static SparseTrainer trainer(final SparseRequest request) {
    return new SparseTrainer(SMALL, PictureSplit.of(SMALL, 0.1, 0), request);
  }

  private static TrainedDictionary train(final SparseRequest request) {
    return trainer(request).train(Checkpoints.NONE, TrainingWatcher.NOBODY, Progress.NONE);
  }

  private static float[] decoder(final TrainedDictionary trained) {
    return trained.directions().decoder().orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(names = {"TOPK", "BATCHTOPK", "ARCHETYPAL"})
  void aPlantedDictionaryIsFound(final SparseMethod method) {
    final TrainedDictionary trained =
        train(new SparseRequest(method, 30, 2, 2_000, 128, 3e-3, 0, FrozenPart.NONE));
    assertThat(SMALL.found(decoder(trained))).isGreaterThan(0.9);
    assertThat(trained.figures().unexplained()).isBetween(0.0, 0.2);
    assertThat(trained.figures().active()).isCloseTo(2, within(0.2));
  }

  /** A sample as anyone's Python writes it: float32 vectors and the name of the layer. */
  @Test
  @Tag("slow")
  void aLargePlantedDictionaryIsFoundInAFileOfPython() throws IOException {
    final PlantedVectors planted = new PlantedVectors(64, 128, 3, 20_000, 1);
    final byte[] header =
        ("{\"__metadata__\":{\"layer\":\"mixed4c\"},\"vectors\":{\"dtype\":\"F32\",\"shape\":"
                + "[20000,64],\"data_offsets\":[0,5120000]}}")
            .getBytes(StandardCharsets.UTF_8);
    final ByteBuffer bytes =
        ByteBuffer.allocate(8 + header.length + 5_120_000).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(header.length).put(header);
    for (final float value : planted.values()) {
      bytes.putFloat(value);
    }
    final Path file = folder.resolve("mine.safetensors");
    Files.write(file, bytes.array());
    final VectorSource vectors = new SampleVectors(ActivationSample.open(file));
    final PictureSplit split = PictureSplit.of(vectors, 0.1, 0);
    final TrainedDictionary trained =
        new SparseTrainer(vectors, split, SparseRequest.usual(SparseMethod.TOPK, 128, 3))
            .train(Checkpoints.NONE, TrainingWatcher.NOBODY, Progress.NONE);
    assertThat(split.wholes()).isEqualTo(2_000);
    assertThat(planted.found(decoder(trained))).isGreaterThan(0.95);
  }

  @Test
  void whatAlwaysSaysTheMeanExplainsNothing() {
    final Autoencoder model = Autoencoder.empty(3, 12);
    final double[] mean = new double[12];
    for (int row = 0; row < SMALL.size(); row++) {
      for (int c = 0; c < 12; c++) {
        mean[c] += SMALL.row(row)[c] / SMALL.size();
      }
    }
    for (int c = 0; c < 12; c++) {
      model.center()[c] = (float) (2 * mean[c]);
    }
    try (MatrixProducts products = new MatrixProducts()) {
      final Reconstruction none =
          Reconstruction.of(
              model,
              new Activity(SparseMethod.TOPK, 3, 0),
              SMALL,
              IntStream.range(0, 3_000).toArray(),
              10_000,
              2,
              products);
      assertThat(none.unexplained()).isCloseTo(1, within(1e-6));
      assertThat(none.active()).isZero();
      assertThat(none.vectors()).isEqualTo(3_000);
    }
  }

  @ParameterizedTest
  @EnumSource
  void atomsHaveLengthOneAfterEveryStepAndNoMoreThanKAreActive(final SparseMethod method) {
    final PictureSplit split = PictureSplit.of(SMALL, 0.1, 0);
    final VectorCensus census = VectorCensus.of(SMALL, split.training(), Progress.NONE);
    try (SparseTraining training =
        new SparseTraining(SMALL, split.training(), request(method, 60), census)) {
      for (int step = 0; step < 60; step++) {
        training.step();
        for (int entry = 0; entry < 20; entry++) {
          assertThat(FloatRows.squares(training.model().decoder(), entry * 12, 12))
              .isCloseTo(1, within(1e-5));
        }
        final Reconstruction now = training.reconstruction(split.heldOut(), 300);
        if (method == SparseMethod.TOPK || method == SparseMethod.ARCHETYPAL) {
          assertThat(now.active()).isLessThanOrEqualTo(2);
        }
      }
    }
  }

  @Test
  void aBatchKeepsKPerPlaceInTheMeanAndSoDoesTheThreshold() {
    final SparseRequest request = request(SparseMethod.BATCHTOPK, 1_500);
    final BatchChoice choice = new BatchChoice(request);
    final float[] strengths = new float[128 * 20];
    final Random dice = new Random(2);
    for (int i = 0; i < strengths.length; i++) {
      strengths[i] = (float) dice.nextGaussian() * (i < strengths.length / 2 ? 3 : 1);
    }
    int active = 0;
    for (final ActiveLatents row : choice.of(strengths)) {
      active += row.count();
    }
    assertThat(active).isEqualTo(128 * 2);
    active = 0;
    for (final ActiveLatents row : choice.activity().of(strengths, 128, 20)) {
      active += row.count();
    }
    assertThat(active).isEqualTo(128 * 2 - 1);
    final TrainedDictionary trained = train(request);
    assertThat(trained.figures().active()).isCloseTo(2, within(0.1));
    assertThat(trained.directions().nonlinearity()).hasToString("threshold");
  }

  @Test
  void thePenaltyLeadsToKPerPlaceInTheMean() {
    final TrainedDictionary trained = train(request(SparseMethod.RELU, 1_500));
    assertThat(trained.figures().active()).isCloseTo(2, within(0.4));
  }

  @Test
  void atomsOfMixturesAreConvexMixturesOfPlaces() {
    final TrainedDictionary trained = train(request(SparseMethod.ARCHETYPAL, 300));
    final float[] decoder = decoder(trained);
    final float[] center = trained.directions().center();
    assertThat(trained.mixtures()).hasSize(20);
    for (int entry = 0; entry < 20; entry++) {
      final float[] mixed = new float[12];
      double sum = 0;
      for (final TrainedDictionary.Part part : trained.mixtures().get(entry)) {
        assertThat(part.weight()).isBetween(0.005, 1.0);
        sum += part.weight();
        for (int c = 0; c < 12; c++) {
          mixed[c] += (float) part.weight() * (SMALL.row(part.row())[c] - center[c]);
        }
      }
      assertThat(sum).isCloseTo(1, within(1e-5));
      FloatRows.normalize(mixed, 0, 12);
      assertThat(FloatRows.product(mixed, 0, decoder, entry * 12, 12)).isCloseTo(1, within(1e-4f));
    }
  }

  @Test
  void whatIsFrozenStaysAndTheRestLearns() {
    final TrainedDictionary full = train(request(SparseMethod.TOPK, 400));
    for (final FrozenPart part : List.of(FrozenPart.DECODER, FrozenPart.ENCODER)) {
      final SparseRequest frozen = request(SparseMethod.TOPK, 400).freezing(part);
      final TrainedDictionary one = train(frozen);
      final TrainedDictionary shorter =
          train(new SparseRequest(SparseMethod.TOPK, 20, 2, 10, 128, 3e-3, 0, part));
      if (part == FrozenPart.DECODER) {
        assertThat(decoder(one)).isEqualTo(decoder(shorter));
      } else {
        assertThat(one.directions().encoder()).isEqualTo(shorter.directions().encoder());
      }
      assertThat(one.figures().unexplained())
          .isBetween(full.figures().unexplained(), shorter.figures().unexplained());
    }
  }

  @Test
  void theSameSeedGivesTheSameAndAnotherAnother() {
    final SparseRequest request = request(SparseMethod.BATCHTOPK, 100);
    assertThat(decoder(train(request))).isEqualTo(decoder(train(request)));
    assertThat(decoder(train(request.seeded(1)))).isNotEqualTo(decoder(train(request)));
  }

  /** Ends at some step, and keeps what it is told to. */
  private static final class Interrupted implements Checkpoints {

    private final int every;
    private int asked;
    private TrainingState state;

    Interrupted(final int every) {
      this.every = every;
    }

    @Override
    public Optional<TrainingState> find() {
      return Optional.ofNullable(state);
    }

    @Override
    public boolean isDue() {
      return ++asked % every == 0;
    }

    @Override
    public void keep(final TrainingState kept) {
      state = kept;
    }

    @Override
    public void discard() {
      state = null;
    }
  }

  private static Progress stopping(final int after) {
    final int[] asked = {0};
    return (fraction, what) -> {
      if (what.startsWith("Learning") && ++asked[0] > after) {
        throw new CancellationException("stopped");
      }
    };
  }

  @ParameterizedTest
  @EnumSource
  void whatIsResumedEqualsWhatWasNeverInterrupted(final SparseMethod method) {
    final SparseRequest request = request(method, 240);
    final TrainedDictionary whole = train(request);
    final Interrupted checkpoints = new Interrupted(50);
    final Progress killed =
        (fraction, what) -> {
          if (what.contains("step 173 ")) {
            throw new IllegalStateException("killed");
          }
        };
    final List<CoursePoint> seen = new ArrayList<>();
    assertThatThrownBy(() -> trainer(request).train(checkpoints, TrainingWatcher.NOBODY, killed))
        .hasMessage("killed");
    assertThat(checkpoints.state.texts().get("step")).isEqualTo("150");
    final TrainedDictionary resumed =
        trainer(request)
            .train(
                checkpoints,
                course -> {
                  seen.clear();
                  seen.addAll(course);
                },
                Progress.NONE);
    assertThat(decoder(resumed)).isEqualTo(decoder(whole));
    assertThat(resumed.directions().encoder()).isEqualTo(whole.directions().encoder());
    assertThat(resumed.directions().bias()).isEqualTo(whole.directions().bias());
    assertThat(resumed.directions().center()).isEqualTo(whole.directions().center());
    assertThat(resumed.figures()).isEqualTo(whole.figures());
    assertThat(seen).isEqualTo(whole.course());
    assertThat(decoder(onceMore(request, checkpoints))).isEqualTo(decoder(whole));
  }

  /** What is done already, and was kept, takes no step. */
  private static TrainedDictionary onceMore(
      final SparseRequest request, final Checkpoints checkpoints) {
    return trainer(request).train(checkpoints, TrainingWatcher.NOBODY, stopping(0));
  }

  @Test
  void whatIsStoppedIsTheBestSoFarAndGoesOn() {
    final SparseRequest request = request(SparseMethod.TOPK, 240);
    final Interrupted checkpoints = new Interrupted(1_000);
    final TrainedDictionary part =
        trainer(request).train(checkpoints, TrainingWatcher.NOBODY, stopping(100));
    assertThat(part.done()).isEqualTo(100);
    assertThat(part.steps()).isBetween(1, 100);
    final TrainedDictionary rest =
        trainer(request).train(checkpoints, TrainingWatcher.NOBODY, Progress.NONE);
    assertThat(decoder(rest)).isEqualTo(decoder(train(request)));
    assertThatThrownBy(
            () -> trainer(request).train(Checkpoints.NONE, TrainingWatcher.NOBODY, stopping(0)))
        .isInstanceOf(CancellationException.class);
  }

  @Test
  void whatCannotBeTrainedIsRefusedInASentence() {
    assertThatThrownBy(
            () -> new SparseRequest(SparseMethod.TOPK, 20, 21, 1, 1, 1, 0, FrozenPart.NONE))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "k is 21, but the dictionary has 20 entries: choose a k up to that, or a larger size");
    assertThatThrownBy(
            () ->
                new SparseTrainer(
                    SMALL,
                    PictureSplit.of(SMALL, 0.1, 0),
                    SparseRequest.usual(SparseMethod.TOPK, 2_701, 2)))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "size is 2701, but there are 2700 vectors to learn from: choose a smaller size, or more"
                + " images");
  }
}
