package io.github.inceptionlens.textures.training;

import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.weights.WeightFiles;
import io.github.inceptionlens.weights.format.SafetensorsWriter;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Trains the bundled network and writes its weights and model card, by {@code mvn compile
 * exec:exec@train}. It may be stopped at any time: the best weights so far are on the disk.
 */
public final class TrainTextures {

  private static final Logger LOGGER = System.getLogger("training");
  private static final double NANOS_PER_MINUTE = 60e9;
  private static final int REPORT = 25;
  private static final int CHECK = 500;
  private static final int VALIDATION_IMAGES = 140;
  private static final int VALIDATION_SIDE = 96;
  private static final int HELD_OUT_IMAGES = 1120;
  private static final int HELD_OUT_SIDE = 128;
  private static final String WEIGHTS = "textures.safetensors";
  private static final String CARD = "textures-model-card.md";

  private final TrainingPlan plan;
  private final Path folder;
  private final Architecture architecture = Training.TEXTURES.architecture();
  private final TorchEngine engine;
  private final long start = System.nanoTime();

  private double best;
  private int bestSteps;
  private double bestMinutes;

  private TrainTextures(final TrainingPlan plan, final Path folder) {
    this.plan = plan;
    this.folder = folder;
    this.engine = TorchEngine.start(Progress.NONE);
    engine.useThreads(1);
  }

  /**
   * @param args {@code --out folder}, and {@code --name value} for what is to differ from {@link
   *     TrainingPlan#SHIPPED}
   * @throws IOException when the weights cannot be written
   */
  public static void main(final String[] args) throws IOException {
    TrainingPlan plan = TrainingPlan.SHIPPED;
    Path folder = Path.of("target", "training");
    for (int i = 0; i + 1 < args.length; i += 2) {
      final String name = args[i].replaceFirst("^--", "");
      if (name.equals("out")) {
        folder = Path.of(args[i + 1]);
      } else {
        plan = plan.with(name, args[i + 1]);
      }
    }
    Files.createDirectories(folder);
    new TrainTextures(plan, folder).run();
  }

  private void run() throws IOException {
    LOGGER.log(Level.INFO, plan.toString());
    try (TextureTraining training =
        new TextureTraining(engine, architecture, plan, this::minutes)) {
      while (!training.isOver()) {
        training.step();
        if (training.steps() % REPORT == 0) {
          training.report(this::say);
        }
        if (training.steps() % CHECK == 0) {
          keep(training);
        }
      }
      keep(training);
      Files.writeString(folder.resolve(CARD), card());
    }
  }

  /** The card of the weights as they lie on the disk. */
  private String card() {
    final Weights weights = WeightFiles.read(folder.resolve(WEIGHTS), architecture);
    try (InceptionV1 network = new InceptionV1(engine, architecture, weights)) {
      final ClassifierEvaluation evaluation =
          ClassifierEvaluation.of(network, SeedRanges.HELD_OUT, HELD_OUT_IMAGES, HELD_OUT_SIDE);
      say(evaluation.accuracy(), "of held-out images right");
      return new ModelCard(architecture, plan, evaluation)
          .text(HELD_OUT_SIDE, bestSteps, bestMinutes);
    }
  }

  private double minutes() {
    return (System.nanoTime() - start) / NANOS_PER_MINUTE;
  }

  private void say(final double fraction, final String what) {
    final String line =
        String.format(Locale.ROOT, "%5.1f min %3.0f %% %s", minutes(), 100 * fraction, what);
    LOGGER.log(Level.INFO, line);
  }

  /** Writes the weights when they are the best so far. */
  private void keep(final TextureTraining training) throws IOException {
    final Weights weights = training.weights();
    try (InceptionV1 network = new InceptionV1(engine, architecture, weights)) {
      final ClassifierEvaluation evaluation =
          ClassifierEvaluation.of(
              network, SeedRanges.VALIDATION, VALIDATION_IMAGES, VALIDATION_SIDE);
      final int weakest = evaluation.weakest();
      say(
          evaluation.accuracy(),
          "of validation images right; weakest: "
              + evaluation.labels().get(weakest)
              + " "
              + evaluation.recall(weakest));
      if (evaluation.accuracy() >= best) {
        best = evaluation.accuracy();
        bestSteps = training.steps();
        bestMinutes = minutes();
        SafetensorsWriter.write(folder.resolve(WEIGHTS), weights);
      }
    }
  }
}
