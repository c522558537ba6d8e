package io.github.inceptionlens.dictionary.sparse;

import io.github.inceptionlens.dictionary.Directions;
import io.github.inceptionlens.dictionary.Directions.Entry;
import io.github.inceptionlens.dictionary.autoencoder.ArchetypeMixture;
import io.github.inceptionlens.dictionary.autoencoder.Autoencoder;
import io.github.inceptionlens.dictionary.autoencoder.Reconstruction;
import io.github.inceptionlens.dictionary.sparse.TrainedDictionary.Part;
import io.github.inceptionlens.dictionary.vectors.PictureSplit;
import io.github.inceptionlens.dictionary.vectors.VectorSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What the best of a training is, in units of the activation, and how good. */
record TrainingResult(
    VectorSource vectors, PictureSplit split, SparseTraining training, BestModel best) {

  /** So many vectors are looked at for the figures at most, of either kind. */
  private static final int MOST = 50_000;

  private static final double DENSE = 0.1;

  /**
   * @param done how many updates were made
   */
  TrainedDictionary dictionary(final int done, final List<CoursePoint> course) {
    final List<List<Part>> mixtures = new ArrayList<>();
    training.mixture().ifPresent(mixture -> mixtures.addAll(prune(mixture)));
    final Reconstruction heldOut = measure(split.heldOut());
    final Reconstruction learned = measure(split.training());
    return new TrainedDictionary(
        directions(heldOut, learned),
        figures(heldOut, learned),
        best.step(),
        done,
        training.census(),
        course,
        List.copyOf(mixtures));
  }

  private Reconstruction measure(final int[] rows) {
    return Reconstruction.of(
        best.model(),
        best.activity(),
        vectors,
        rows,
        MOST,
        training.census().scale(),
        training.products());
  }

  /** Leaves the smallest parts of mixtures out, and says what is left. */
  private List<List<Part>> prune(final ArchetypeMixture mixture) {
    final ArchetypeMixture pruned =
        new ArchetypeMixture(best.weights(), mixture.places(), mixture.count()).pruned();
    pruned.decode(training.products(), best.model());
    final int[] places = training.places();
    return IntStream.range(0, best.model().entries())
        .mapToObj(entry -> parts(pruned.of(entry), places))
        .toList();
  }

  private static List<Part> parts(final float[] weights, final int[] places) {
    return IntStream.range(0, weights.length)
        .filter(i -> weights[i] > 0)
        .mapToObj(i -> new Part(places[i], weights[i]))
        .sorted(Comparator.comparingDouble(Part::weight).reversed())
        .toList();
  }

  private static SparseFigures figures(final Reconstruction heldOut, final Reconstruction learned) {
    final long all = heldOut.vectors() + learned.vectors();
    final int entries = learned.counts().length;
    int dead = 0;
    int dense = 0;
    for (int entry = 0; entry < entries; entry++) {
      final long count = heldOut.counts()[entry] + learned.counts()[entry];
      dead += count == 0 ? 1 : 0;
      dense += count > DENSE * all ? 1 : 0;
    }
    return new SparseFigures(
        heldOut.unexplained(),
        learned.unexplained(),
        heldOut.active(),
        (double) dead / entries,
        (double) dense / entries);
  }

  private Directions directions(final Reconstruction heldOut, final Reconstruction learned) {
    final Autoencoder model = best.model();
    final double scale = training.census().scale();
    final List<Entry> entries = new ArrayList<>();
    for (int entry = 0; entry < model.entries(); entry++) {
      final long count = heldOut.counts()[entry] + learned.counts()[entry];
      entries.add(new Entry("", Math.toIntExact(count), Double.NaN, Double.NaN, Double.NaN));
    }
    return new Directions(
        model.encoder().clone(),
        divided(model.bias(), scale),
        best.activity().nonlinearity(model.entries(), scale),
        Optional.of(model.decoder().clone()),
        divided(model.center(), scale),
        entries);
  }

  private static float[] divided(final float[] values, final double by) {
    final float[] divided = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      divided[i] = (float) (values[i] / by);
    }
    return divided;
  }
}
