package io.github.inceptionlens.visualization.feature;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.gradient.GradientRequest;
import io.github.inceptionlens.network.gradient.ParameterGradient;
import io.github.inceptionlens.network.gradient.ReluRule;
import io.github.inceptionlens.visualization.feature.Visualization.Frame;
import io.github.inceptionlens.visualization.optimizer.Adam;
import io.github.inceptionlens.visualization.optimizer.ConvergenceMonitor;
import io.github.inceptionlens.visualization.parameterization.ImageParameters;
import io.github.inceptionlens.visualization.parameterization.PictureFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

/** The optimization of a batch of targets under way. */
final class FeatureOptimization {

  private final InceptionV1 network;
  private final VisualizationRequest request;
  private final OptimizationBatch batch;
  private final PictureRenderer renderer;
  private final Adam adam;
  private final ConvergenceMonitor course;
  private final PixelImportance importance;
  private final List<Frame> frames = new ArrayList<>();

  private int done;
  private boolean interrupted;

  /**
   * @param manager keeps the run's arrays
   */
  FeatureOptimization(
      final InceptionV1 network,
      final OptimizationBatch batch,
      final VisualizationRequest request,
      final NDManager manager) {
    this.network = network;
    this.batch = batch;
    this.request = request;
    final ImageParameters image = create(manager);
    this.renderer =
        new PictureRenderer(
            manager, image, request.transforms(), new SplittableRandom(request.seed()));
    request.start().ifPresent(renderer::start);
    this.adam = new Adam(image.parameters(), request.rate(), request.parameterization().momentum());
    this.importance = new PixelImportance(manager, image.format());
    this.course = new ConvergenceMonitor(batch.objectives(), request.facets());
  }

  private ImageParameters create(final NDManager manager) {
    final PictureFormat format =
        new PictureFormat(
            request.size(),
            request.size(),
            request.parameterization().planes(),
            batch.targets().size(),
            request.facets());
    final List<SplittableRandom> generators = new ArrayList<>();
    for (final OptimizationTarget target : batch.targets()) {
      final SplittableRandom random = new SplittableRandom(target.seed());
      for (int facet = 0; facet < request.facets(); facet++) {
        generators.add(random.split());
      }
    }
    return request.parameterization().create(manager, format, generators);
  }

  /**
   * Optimizes until the steps are done, the user stops it or nothing is left to hope for.
   *
   * @throws CancellationException when the user stops it before the first step
   */
  void optimize(final StepListener listener, final Progress progress) {
    final float[] before = values();
    keep(before);
    while (done < request.steps() && !course.isHopeless() && advance(progress)) {
      step();
      if (request.snapshots().contains(done) && done < request.steps()) {
        keep(values());
      }
      if (listener.wants(done)) {
        listener.see(done, renderer.pictures());
      }
    }
    frames.removeIf(frame -> frame.step() == done);
    final float[] after = values();
    if (request.transforms().copies() == 1) {
      course.end(before, after);
    } else {
      course.end();
    }
    add(after);
  }

  private boolean advance(final Progress progress) {
    try {
      progress.at((double) done / request.steps(), report());
    } catch (final CancellationException stop) {
      if (done == 0) {
        throw stop;
      }
      interrupted = true;
    }
    return !interrupted;
  }

  private String report() {
    return String.format(Locale.ROOT, "Visualizing: step %d of %d ...", done + 1, request.steps());
  }

  private void step() {
    renderer.draw(done);
    final boolean redirected = request.redirected() && done < VisualizationRequest.REDIRECTED_STEPS;
    final ParameterGradient pull =
        ParameterGradient.of(
            network,
            renderer.probed(),
            renderer::moved,
            GradientRequest.pixels(
                batch.driven(), redirected ? ReluRule.REDIRECTED : ReluRule.EXACT));
    done++;
    course.add(summed(pull.values()));
    final int own = renderer.parameters().size();
    final List<NDArray> gradients = pull.gradients().subList(0, own);
    if (course.isStill()) {
      course.recordGradients(largest(gradients));
    }
    adam.climb(gradients);
    importance.add(pull.gradients().get(own));
  }

  /** Of each picture the sum over its copies. */
  private float[] summed(final float[] values) {
    final float[] sums = new float[values.length / request.transforms().copies()];
    for (int i = 0; i < values.length; i++) {
      sums[i % sums.length] += values[i];
    }
    return sums;
  }

  /** The largest absolute derivative of each target. */
  private float[] largest(final List<NDArray> gradients) {
    final float[] largest = new float[batch.targets().size()];
    for (final NDArray gradient : gradients) {
      try (NDArray sizes = gradient.abs();
          NDArray rows = sizes.reshape(largest.length, -1);
          NDArray most = rows.max(new int[] {1})) {
        final float[] some = most.toFloatArray();
        for (int i = 0; i < largest.length; i++) {
          largest[i] = Math.max(largest[i], some[i]);
        }
      }
    }
    return largest;
  }

  /** The objectives on the pictures as they are. */
  private float[] values() {
    return ParameterGradient.values(
        network, renderer.parameters(), renderer::still, batch.reported());
  }

  private void keep(final float[] values) {
    if (request.snapshots().contains(done)) {
      add(values);
    }
  }

  private void add(final float[] values) {
    final List<Picture> pictures = renderer.pictures(request.magnification());
    for (int i = 0; i < values.length; i++) {
      frames.add(new Frame(i, done, pictures.get(i), values[i]));
    }
  }

  /** What became of the targets. */
  List<VisualizationResult> outcomes() {
    final List<VisualizationResult> outcomes = new ArrayList<>();
    for (int target = 0; target < batch.targets().size(); target++) {
      final int index = target;
      outcomes.add(
          course
              .failure(target)
              .<VisualizationResult>map(
                  why -> new VisualizationResult.Failure(batch.objectives().get(index), why))
              .orElseGet(() -> visualization(index)));
    }
    return outcomes;
  }

  private Visualization visualization(final int target) {
    final List<Frame> own = new ArrayList<>();
    final List<float[]> courses = new ArrayList<>();
    for (int facet = 0; facet < request.facets(); facet++) {
      final int picture = target * request.facets() + facet;
      courses.add(course.of(picture));
      for (final Frame frame : frames) {
        if (frame.facet() == picture) {
          own.add(new Frame(facet, frame.step(), frame.picture(), frame.value()));
        }
      }
    }
    return new Visualization(
        batch.objectives().get(target),
        own,
        courses,
        importance.maps().subList(target * request.facets(), (target + 1) * request.facets()),
        done,
        interrupted,
        batch.provenance(target, request, own, done));
  }
}
