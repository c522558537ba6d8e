package io.github.inceptionlens.visualization.feature;

import ai.djl.ndarray.NDManager;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.Objective;
import io.github.inceptionlens.network.gradient.GradientRequest;
import io.github.inceptionlens.network.gradient.Gradients;
import io.github.inceptionlens.visualization.feature.LayerRenditions.Rendition;
import io.github.inceptionlens.visualization.parameterization.ImageParameters;
import io.github.inceptionlens.visualization.parameterization.Parameterization;
import io.github.inceptionlens.visualization.parameterization.PictureFormat;
import io.github.inceptionlens.visualization.transform.Transforms;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

/** One picture for each of several layers, all optimized alike from the same reference. */
abstract class LayerOptimization {

  private final InceptionV1 network;
  private final Picture reference;
  private final Transforms transforms;
  private final long seed;

  /**
   * @param reference width x height x 3, values 0 to 255; left as it is
   * @param seed what the first picture and the transforms are drawn from
   */
  LayerOptimization(
      final InceptionV1 network,
      final Picture reference,
      final Transforms transforms,
      final long seed) {
    this.network = network;
    this.reference = reference;
    this.transforms = transforms;
    this.seed = seed;
  }

  /**
   * What is done with a layer.
   *
   * @param driven what is raised
   * @param reported the figure that tells how well it went
   */
  record Plan(Objective driven, Objective reported) {}

  /** How many pictures the network sees at once. */
  abstract int pictures();

  /** Prepares a layer; the renderer may be given a start and a companion. */
  abstract Plan plan(String layer, PictureRenderer renderer, NDManager manager);

  /** What is being done, in one word. */
  abstract String what();

  /** The name of the figure that is reported. */
  abstract String figure();

  final InceptionV1 network() {
    return network;
  }

  final Picture reference() {
    return reference;
  }

  final int width() {
    return reference.width();
  }

  final int height() {
    return reference.height();
  }

  /**
   * Makes the pictures.
   *
   * @param layers names, at least one
   * @throws UserError when there is no such layer, or the picture is too small for it, too large
   *     for the memory, or means nothing to it
   * @throws CancellationException when the user stops it before the first step
   */
  final LayerRenditions make(
      final List<String> layers,
      final double rate,
      final int steps,
      final StepListener listener,
      final Progress progress) {
    final List<String> names =
        layers.stream().map(layer -> network.architecture().layer(layer).name()).toList();
    final List<Rendition> all = new ArrayList<>();
    boolean interrupted = false;
    for (int i = 0; i < names.size() && !interrupted; i++) {
      final Progress part = progress.part(i, names.size());
      final Rendition one = rendition(names.get(i), rate, steps, listener, part);
      interrupted = one.steps() < steps;
      if (one.steps() > 0) {
        all.add(one);
      }
    }
    if (all.isEmpty()) {
      throw new CancellationException(what() + " was stopped before the first step");
    }
    return new LayerRenditions(all, interrupted, provenance(all, rate, steps));
  }

  private Rendition rendition(
      final String layer,
      final double rate,
      final int steps,
      final StepListener listener,
      final Progress progress) {
    check(layer);
    try (NDManager manager = network.newManager()) {
      final SplittableRandom random = new SplittableRandom(seed);
      final PictureFormat format = new PictureFormat(width(), height(), 3, 1, 1);
      final ImageParameters image =
          Parameterization.FOURIER.create(manager, format, List.of(random.split()));
      final PictureRenderer renderer = new PictureRenderer(manager, image, transforms, random);
      final Plan plan = plan(layer, renderer, manager);
      final GradientAscent ascent = new GradientAscent(network, renderer, plan.driven, rate, steps);
      final double before = ascent.value(plan.reported);
      ascent.climb(what() + " of " + layer, listener, progress);
      return new Rendition(
          layer, ascent.picture(), before, ascent.value(plan.reported), ascent.done());
    }
  }

  private void check(final String layer) {
    Gradients.check(
        network,
        GradientRequest.pixels(Objective.energy(layer)),
        pictures(),
        transforms.output(width()),
        transforms.output(height()));
  }

  private Provenance provenance(final List<Rendition> all, final double rate, final int steps) {
    Provenance provenance =
        Provenance.EMPTY
            .with("layers", String.join(", ", all.stream().map(Rendition::layer).toList()))
            .with("steps", steps)
            .with("parameterization", Parameterization.FOURIER.label())
            .with("transforms", transforms.description())
            .with("learning rate", rate)
            .with("seed", seed);
    for (final Rendition one : all) {
      provenance =
          provenance.with(
              figure() + " in " + one.layer(),
              String.format(
                  Locale.ROOT, "%.4g at the start, %.4g at the end", one.before(), one.after()));
      if (one.steps() < steps) {
        provenance =
            provenance.with("stopped", one.layer() + " after " + one.steps() + " of " + steps);
      }
    }
    return provenance;
  }
}
