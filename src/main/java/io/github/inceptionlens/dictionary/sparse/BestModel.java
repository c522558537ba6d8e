package io.github.inceptionlens.dictionary.sparse;

import io.github.inceptionlens.dictionary.autoencoder.Activity;
import io.github.inceptionlens.dictionary.autoencoder.Autoencoder;
import io.github.inceptionlens.dictionary.autoencoder.SparseMethod;

/**
 * The best autoencoder of a training so far, by held-out vectors; with a penalty, which grows while
 * it learns, the newest one.
 */
final class BestModel {

  private final Autoencoder model;
  private final float[] weights;
  private Activity activity;
  private double unexplained = Double.POSITIVE_INFINITY;
  private int step;

  BestModel(final SparseTraining training) {
    model = Autoencoder.empty(training.model().entries(), training.model().channels());
    weights = new float[training.mixture().map(one -> one.weights().length).orElse(0)];
    activity = training.activity();
  }

  /** Takes over what a training is now, if that is better. */
  void offer(final SparseTraining training, final double heldOut) {
    if (heldOut < unexplained || activity.method() == SparseMethod.RELU) {
      unexplained = heldOut;
      step = training.steps();
      activity = training.activity();
      model.set(training.model());
      training
          .mixture()
          .ifPresent(one -> System.arraycopy(one.weights(), 0, weights, 0, weights.length));
    }
  }

  boolean isThere() {
    return step > 0;
  }

  int step() {
    return step;
  }

  Autoencoder model() {
    return model;
  }

  Activity activity() {
    return activity;
  }

  /** Of a mixture. */
  float[] weights() {
    return weights;
  }

  void keep(final StateWriter state) {
    state.put("best.step", step);
    state.put("best.figures", unexplained, activity.threshold());
    state.put("best", model);
    state.put("best.mixture", weights);
  }

  void restore(final StateReader state) {
    step = state.whole("best.step");
    final double[] figures = state.doubles("best.figures");
    unexplained = figures[0];
    activity = new Activity(activity.method(), activity.k(), (float) figures[1]);
    state.into("best", model);
    state.into("best.mixture", weights);
  }
}
