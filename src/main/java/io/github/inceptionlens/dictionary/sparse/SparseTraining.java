package io.github.inceptionlens.dictionary.sparse;

import io.github.inceptionlens.dictionary.SpreadRows;
import io.github.inceptionlens.dictionary.autoencoder.ActiveLatents;
import io.github.inceptionlens.dictionary.autoencoder.Activity;
import io.github.inceptionlens.dictionary.autoencoder.ArchetypeMixture;
import io.github.inceptionlens.dictionary.autoencoder.Autoencoder;
import io.github.inceptionlens.dictionary.autoencoder.LossGradient;
import io.github.inceptionlens.dictionary.autoencoder.ModelStart;
import io.github.inceptionlens.dictionary.autoencoder.Reconstruction;
import io.github.inceptionlens.dictionary.autoencoder.SparseMethod;
import io.github.inceptionlens.dictionary.vectors.BatchSampler;
import io.github.inceptionlens.dictionary.vectors.VectorCensus;
import io.github.inceptionlens.dictionary.vectors.VectorSource;
import io.github.inceptionlens.network.engine.MatrixProducts;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** A training that is under way: what is learned, and the steps that it takes. */
final class SparseTraining implements AutoCloseable {

  private static final int MOST_PLACES = 1_024;
  private static final int MOST_CANDIDATES = 4_096;
  private static final long START_SEED = 0x5DEECE66DL;

  private final VectorSource vectors;
  private final SparseRequest request;
  private final VectorCensus census;
  private final MatrixProducts products = new MatrixProducts();
  private final BatchSampler sampler;
  private final BatchChoice choice;
  private final SilentLatents silent;
  private final Autoencoder model;
  private final Optional<ArchetypeMixture> mixture;
  private final int[] places;
  private final LossGradient gradient;
  private final ModelSteps steps;
  private final float[] batch;
  private final float[] strengths;
  private int step;

  SparseTraining(
      final VectorSource vectors,
      final int[] training,
      final SparseRequest request,
      final VectorCensus census) {
    this.vectors = vectors;
    this.request = request;
    this.census = census;
    sampler = new BatchSampler(vectors, training, request.batch(), request.seed());
    choice = new BatchChoice(request);
    silent = SilentLatents.of(request, training.length);
    final Random dice = new Random(request.seed() ^ START_SEED);
    final int[] drawn = drawn(training, Math.max(request.size(), MOST_CANDIDATES), dice);
    final float[] start = scaled(drawn);
    model = new ModelStart(start, vectors.channels()).model(request.size(), request.frozen(), dice);
    places = isArchetypal() ? places(start, drawn) : new int[0];
    mixture = isArchetypal() ? Optional.of(mixture(dice)) : Optional.empty();
    mixture.ifPresent(one -> one.decode(products, model));
    mixture.ifPresent(
        one -> System.arraycopy(model.decoder(), 0, model.encoder(), 0, model.encoder().length));
    gradient =
        new LossGradient(
            model, request.batch(), census.variance() * census.scale() * census.scale());
    steps = new ModelSteps(request, model, mixture, products);
    batch = new float[request.batch() * vectors.channels()];
    strengths = new float[request.batch() * request.size()];
  }

  private boolean isArchetypal() {
    return request.method() == SparseMethod.ARCHETYPAL;
  }

  private static int[] drawn(final int[] rows, final int count, final Random dice) {
    final int[] order = rows.clone();
    final int some = Math.min(count, order.length);
    for (int i = 0; i < some; i++) {
      final int other = i + dice.nextInt(order.length - i);
      final int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    return IntStream.range(0, some).map(i -> order[i]).toArray();
  }

  private float[] scaled(final int[] rows) {
    final float[] values = new float[Math.multiplyExact(rows.length, vectors.channels())];
    BatchSampler.read(vectors, rows, 0, rows.length, values);
    scale(values);
    return values;
  }

  private void scale(final float[] values) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= (float) census.scale();
    }
  }

  /** Rows whose directions from the center lie far apart. */
  private int[] places(final float[] candidates, final int[] rows) {
    final float[] centered = candidates.clone();
    model.center(centered, rows.length);
    final int wanted = Math.min(rows.length, MOST_PLACES);
    return IntStream.of(SpreadRows.indices(centered, vectors.channels(), wanted, request.seed()))
        .map(i -> rows[i])
        .toArray();
  }

  private ArchetypeMixture mixture(final Random dice) {
    final float[] values = scaled(places);
    model.center(values, places.length);
    return ArchetypeMixture.start(request.size(), values, places.length, dice);
  }

  /** Makes an update. */
  void step() {
    sampler.read(step, batch);
    scale(batch);
    model.center(batch, request.batch());
    model.strengths(products, batch, request.batch(), strengths);
    final ActiveLatents[] active = choice.of(strengths);
    final int[] dead = silent.after(step);
    final ActiveLatents[] auxiliary =
        dead.length == 0
            ? new ActiveLatents[0]
            : choice.largest(strengths, dead, Math.min(vectors.channels() / 2, dead.length));
    final int[] counts = gradient.compute(batch, active, choice.penalty(), auxiliary);
    steps.descend(gradient.slopes(), step);
    step++;
    silent.saw(counts, step);
  }

  /** How many updates are done. */
  int steps() {
    return step;
  }

  /** The loss of the last batch, as a part of the variance. */
  double loss() {
    return gradient.unexplained() + gradient.auxiliary();
  }

  /** The part of the latents that are silent for long. */
  double dead() {
    return (double) silent.after(step).length / request.size();
  }

  Autoencoder model() {
    return model;
  }

  Activity activity() {
    return choice.activity();
  }

  MatrixProducts products() {
    return products;
  }

  VectorCensus census() {
    return census;
  }

  Optional<ArchetypeMixture> mixture() {
    return mixture;
  }

  /** The rows that atoms are mixed of. */
  int[] places() {
    return places.clone();
  }

  /** How it does on some rows. */
  Reconstruction reconstruction(final int[] rows, final int most) {
    return Reconstruction.of(model, activity(), vectors, rows, most, census.scale(), products);
  }

  /** Takes down all that it goes on from. */
  void keep(final StateWriter state) {
    state.put("step", step);
    state.put("choice", choice.kept());
    state.put("last", silent.kept());
    state.put("model", model);
    mixture.ifPresent(one -> state.put("mixture", one.weights().clone()));
    steps.keep(state);
  }

  /** Goes on from what was taken down. */
  void restore(final StateReader state) {
    step = state.whole("step");
    choice.restore(state.doubles("choice"));
    silent.restore(state.floats("last"));
    state.into("model", model);
    mixture.ifPresent(one -> state.into("mixture", one.weights()));
    steps.restore(state);
  }

  @Override
  public void close() {
    products.close();
  }
}
