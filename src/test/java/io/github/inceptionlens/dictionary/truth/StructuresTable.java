package io.github.inceptionlens.dictionary.truth;

import io.github.inceptionlens.collection.sample.ActivationSample;
import io.github.inceptionlens.collection.sample.SampleRequest;
import io.github.inceptionlens.collection.sample.Samples;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.dictionary.truth.TruthOptions.Setting;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.textures.structure.TextureClass;
import io.github.inceptionlens.weights.BundledWeights;
import io.github.inceptionlens.weights.cache.FileCache;
import io.github.inceptionlens.weights.format.FloatEncoding;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A program that prints, for each structure of the bundled network's pictures, how well the best
 * latent of a learned dictionary tells it in scenes whose masks are known, beside the best channel
 * and what is no learned dictionary: chosen on one half of the scenes, measured on the other, and
 * learned from none of both. Of every setting it prints a row, of the first one the table.
 */
public final class StructuresTable {

  private static final long CHOOSING = 60_000_000;
  private static final long MEASURING = 70_000_000;
  private static final long LEARNING = 40_000_000;
  private static final long TEXTURES = 50_000_000;

  private static final int ROWS = 50_000;
  private static final int FACTORED_ROWS = 3_000;
  private static final int WAYS = 4;
  private static final int SAMPLES = 4;
  private static final long SAMPLE_BYTES = 1L << 31;

  private final TruthOptions options;
  private final InceptionV1 network;
  private final Layer layer;
  private final TruthReport report;

  private StructuresTable(
      final TruthOptions options, final InceptionV1 network, final PrintStream out) {
    this.options = options;
    this.network = network;
    layer = network.architecture().layer(options.layer());
    report = new TruthReport(out);
  }

  /**
   * @param arguments such as {@code size=4 k=4}, see {@link TruthOptions}
   */
  public static void main(final String... arguments) {
    final TorchEngine engine = TorchEngine.start(Progress.NONE);
    engine.useThreads(1);
    try (InceptionV1 network =
        new InceptionV1(engine, Training.TEXTURES.architecture(), BundledWeights.textures())) {
      new StructuresTable(TruthOptions.of(arguments), network, System.out).print();
    }
    System.exit(0);
  }

  private void print() {
    final List<SeenScene> measuring = scenes(MEASURING);
    final List<SeenScene> textures =
        SeenScene.textures(network, layer.name(), TEXTURES, options.scenes(), options.side());
    final Contest contest =
        new Contest(TextureClass.values().length, scenes(CHOOSING), measuring, 0);
    final ActivationSample sample = sample();
    try (Contestants contestants = new Contestants(network, layer)) {
      final List<Told> fixed = new ArrayList<>();
      fixed.add(Told.of(contest, contestants.channels()));
      fixed.add(Told.of(contest, contestants.channelsBefore()));
      fixed.add(Told.of(contest, contestants.made("pca", layer.channels(), sample, ROWS)));
      fixed.add(Told.of(contest, contestants.made("nmf", layer.channels(), sample, FACTORED_ROWS)));
      final Map<Integer, Told> random = new HashMap<>();
      final List<Runnable> table = new ArrayList<>();
      for (final Setting setting : options.settings()) {
        final List<Told> rivals = new ArrayList<>(fixed);
        rivals.add(
            random.computeIfAbsent(
                setting.entries(layer.channels()),
                size -> Told.of(contest, contestants.made("random", size, sample, 1))));
        final LearnedDictionary learned = LearnedDictionary.of(setting, sample);
        final Contestant latents = contestants.before("latent", learned.directions());
        final List<Told> own =
            List.of(
                Told.of(contest, latents),
                Told.of(contest, contestants.after("active", learned.directions())),
                Told.of(contest, contestants.before("atom", learned.atoms())));
        final Contestant rebuilt = contestants.rebuilt(learned.directions());
        report.setting(
            learned,
            own,
            rivals,
            Downstream.of(network, measuring, rebuilt),
            Downstream.of(network, textures, rebuilt));
        table.add(() -> report.structures(own, rivals, contest.permuted(latents, WAYS, 0)));
      }
      table.get(0).run();
    }
  }

  private List<SeenScene> scenes(final long first) {
    return SeenScene.all(network, layer.name(), first, options.scenes(), options.side());
  }

  private ActivationSample sample() {
    final SampleRequest request =
        new SampleRequest(options.perPicture(), options.from(), 0, 0, FloatEncoding.F32);
    final FileCache kept =
        new FileCache(Path.of("target", "structures"), ".safetensors", SAMPLES, SAMPLE_BYTES);
    return new Samples(kept)
        .of(
            GeneratedScenes.of(LEARNING, options.learned(), options.side()),
            network,
            layer,
            request,
            "",
            Progress.NONE);
  }
}
