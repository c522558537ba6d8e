package io.github.inceptionlens.visualization.dream;

import io.github.inceptionlens.core.FloatPlanes;
import io.github.inceptionlens.core.MapStack;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Provenance;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.FilterWeights;
import io.github.inceptionlens.core.geometry.Resampling;
import io.github.inceptionlens.core.target.Target;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.visualization.dream.TiledGradient.Roll;
import io.github.inceptionlens.visualization.feature.StepListener;
import io.github.inceptionlens.visualization.optimizer.ConvergenceMonitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;

/** A dream under way: the picture at one size, and how it differs from the original there. */
final class DreamOptimization {

  private static final int COLORS = 3;
  private static final float WHITE = 255;

  /** Below so many pixels there is nothing to see. */
  private static final int SMALLEST = 16;

  private final InceptionV1 network;
  private final Picture original;
  private final Target objective;
  private final DreamRequest request;
  private final SplittableRandom random;

  private Picture base;
  private Picture picture;
  private TiledGradient gradient;
  private int done;
  private boolean moved;
  private boolean interrupted;

  /**
   * @throws UserError when the picture is too small or a piece of it too large
   */
  DreamOptimization(
      final InceptionV1 network,
      final Picture original,
      final Target objective,
      final DreamRequest request) {
    this.network = network;
    this.original = original;
    this.objective = objective;
    this.request = request;
    this.random = new SplittableRandom(request.seed());
    this.base = resized(original, width(request.octaves() - 1), height(request.octaves() - 1));
    this.picture = base;
    checkSize(gradient(0).places());
  }

  private void checkSize(final List<String> places) {
    final int smallest = Math.max(SMALLEST, network.architecture().smallest(places));
    if (Math.min(base.dimension(0), base.dimension(1)) < smallest) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "octaves is %d, which begins with a picture of %d x %d pixels, but a dream of %s needs"
                  + " at least %d x %d: ask for fewer octaves, or enlarge the picture (scale)",
              request.octaves(),
              base.dimension(0),
              base.dimension(1),
              String.join(" and ", places),
              smallest,
              smallest));
    }
  }

  private int width(final int octave) {
    return request.length(original.width(), octave);
  }

  private int height(final int octave) {
    return request.length(original.height(), octave);
  }

  private TiledGradient gradient(final int octave) {
    return new TiledGradient(network, objective, width(octave), height(octave), request.tile());
  }

  /**
   * Goes through the octaves until all is done or the user stops it.
   *
   * @throws CancellationException when the user stops it before the first step
   * @throws UserError when no step changes anything
   */
  void dream(final StepListener listener, final Progress progress) {
    for (int octave = request.octaves() - 1; octave >= 0 && !interrupted; octave--) {
      enter(octave);
      for (int step = 0; step < request.steps() && advance(octave, step, progress); step++) {
        if (listener.wants(done)) {
          listener.see(done, List.of(whole()));
        }
      }
    }
    if (!moved) {
      throw new UserError("the objective " + objective + " " + ConvergenceMonitor.SILENT);
    }
  }

  /** Carries what has changed to another size. */
  private void enter(final int octave) {
    final Picture larger = resized(original, width(octave), height(octave));
    picture = carried(larger);
    base = larger;
    gradient = gradient(octave);
  }

  /** Another size of the original with what has changed. */
  private Picture carried(final Picture other) {
    final Picture detail = resized(sum(picture, base, -1), other.width(), other.height());
    final Picture result = sum(other, detail, 1);
    clip(result);
    return result;
  }

  /** The picture at its full size. */
  private Picture whole() {
    return carried(original);
  }

  /** Makes a step; false when the user stopped it. */
  private boolean advance(final int octave, final int step, final Progress progress) {
    final String report =
        String.format(
            Locale.ROOT,
            "Dreaming: octave %d of %d, step %d of %d ...",
            request.octaves() - octave,
            request.octaves(),
            step + 1,
            request.steps());
    final Progress part = progress.part(done, request.octaves() * request.steps());
    try {
      step((fraction, what) -> part.at(fraction, report));
      done++;
    } catch (final CancellationException stop) {
      if (done == 0) {
        throw stop;
      }
      interrupted = true;
    }
    return !interrupted;
  }

  private void step(final Progress progress) {
    final Roll roll = Roll.draw(random, request.jitter());
    final MapStack slope = gradient.of(picture, roll, random, progress);
    final double height = meanSize(slope);
    if (!Double.isFinite(height)) {
      throw new UserError(
          "the objective "
              + objective
              + " left the range of numbers: choose smaller factors or a lower power");
    } else if (height > 0) {
      moved = true;
      picture = sum(picture, slope, request.rate() / height);
      clip(picture);
    }
  }

  private static double meanSize(final MapStack values) {
    double sum = 0;
    for (int color = 0; color < COLORS; color++) {
      for (final float value : values.plane(color)) {
        sum += Math.abs(value);
      }
    }
    return sum / (values.dimension(0) * values.dimension(1) * COLORS);
  }

  private static Picture sum(final Picture a, final FloatPlanes<?> b, final double factor) {
    final List<float[]> planes = new ArrayList<>();
    for (int color = 0; color < COLORS; color++) {
      final float[] plane = a.plane(color).clone();
      final float[] other = b.plane(color);
      for (int i = 0; i < plane.length; i++) {
        plane[i] += (float) (factor * other[i]);
      }
      planes.add(plane);
    }
    return a.withPlanes(planes);
  }

  private static void clip(final Picture values) {
    for (int color = 0; color < COLORS; color++) {
      final float[] plane = values.plane(color);
      for (int i = 0; i < plane.length; i++) {
        plane[i] = Math.min(Math.max(plane[i], 0), WHITE);
      }
    }
  }

  private static Picture resized(final Picture image, final int width, final int height) {
    final Resampling resampling =
        new Resampling(
            FilterWeights.triangle(image.width(), width, 0, width),
            FilterWeights.triangle(image.height(), height, 0, height));
    final List<float[]> planes = new ArrayList<>();
    for (int color = 0; color < COLORS; color++) {
      planes.add(resampling.apply(image.plane(color)));
    }
    return new Picture(width, height, planes);
  }

  Dream result() {
    Provenance provenance =
        Provenance.EMPTY
            .with("objective", gradient.objective())
            .with(request.provenance())
            .with("steps", done);
    if (interrupted) {
      provenance =
          provenance.with(
              "stopped", "after " + done + " of " + request.octaves() * request.steps() + " steps");
    }
    return new Dream(gradient.objective(), whole(), done, interrupted, provenance);
  }
}
