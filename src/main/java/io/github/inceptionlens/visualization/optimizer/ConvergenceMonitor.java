package io.github.inceptionlens.visualization.optimizer;

import io.github.inceptionlens.core.target.Target;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The progress of the targets of a batch, step by step, and which of them lead nowhere. */
public final class ConvergenceMonitor {

  /** What is to be said of an objective without any gradient. */
  public static final String SILENT =
      "cannot be driven: no change of the picture changes it; if it is read after a rectifier,"
          + " read it before (_pre_relu), else choose another unit";

  /** After so many steps without any gradient a target is given up. */
  private static final int PATIENCE = 16;

  /** The first steps are rough; after so many the objective must have risen. */
  private static final int ROUGH = 32;

  private final List<Target> objectives;
  private final int facets;
  private final List<float[]> values = new ArrayList<>();
  private final boolean[] moved;
  private final String[] failures;

  public ConvergenceMonitor(final List<Target> objectives, final int facets) {
    this.objectives = objectives;
    this.facets = facets;
    this.moved = new boolean[objectives.size()];
    this.failures = new String[objectives.size()];
  }

  /**
   * Takes down a step.
   *
   * @param step what was raised, per picture
   */
  public void add(final float[] step) {
    values.add(step);
    for (int target = 0; target < failures.length; target++) {
      for (int i = target * facets; i < (target + 1) * facets; i++) {
        if (!Float.isFinite(step[i])) {
          overflowed(target);
        }
      }
    }
  }

  /** Whether it is open, for a target, if anything moves it. */
  public boolean isStill() {
    for (final boolean one : moved) {
      if (!one) {
        return true;
      }
    }
    return false;
  }

  /**
   * Takes down whether a step has gradients.
   *
   * @param largest the largest absolute derivative per target
   */
  public void recordGradients(final float[] largest) {
    for (int target = 0; target < moved.length; target++) {
      moved[target] |= largest[target] != 0;
      if (!moved[target] && values.size() >= PATIENCE) {
        silent(target);
      }
    }
  }

  /**
   * Takes down where the pictures ended.
   *
   * @param before the objective per picture at the start
   * @param after the objective per picture at the end
   */
  public void end(final float[] before, final float[] after) {
    end(before, after, "at the end");
  }

  private void end(final float[] before, final float[] after, final String when) {
    for (int target = 0; target < failures.length; target++) {
      final double start = sum(before, target);
      final double end = sum(after, target);
      if (!Double.isFinite(end)) {
        overflowed(target);
      } else if (!moved[target]) {
        silent(target);
      } else if (values.size() >= ROUGH && end <= start) {
        fail(
            target,
            String.format(
                Locale.ROOT,
                "did not rise in %d steps (%.4g at the start, %.4g %s): give it more steps,"
                    + " another learning_rate or another seed",
                values.size(),
                start / facets,
                end / facets,
                when));
      }
    }
  }

  /**
   * Takes down where the pictures ended, where they themselves do not show what was raised: by the
   * first step and the mean of all.
   */
  public void end() {
    if (!values.isEmpty()) {
      final float[] means = new float[values.get(0).length];
      for (final float[] step : values) {
        for (int i = 0; i < means.length; i++) {
          means[i] += step[i] / values.size();
        }
      }
      end(values.get(0), means, "in the mean of all steps");
    }
  }

  private double sum(final float[] ofPictures, final int target) {
    double sum = 0;
    for (int i = target * facets; i < (target + 1) * facets; i++) {
      sum += ofPictures[i];
    }
    return sum;
  }

  private void silent(final int target) {
    fail(target, SILENT);
  }

  private void overflowed(final int target) {
    fail(
        target,
        String.format(
            Locale.ROOT,
            "left the range of numbers at step %d: choose smaller factors or a lower power",
            values.size()));
  }

  private void fail(final int target, final String what) {
    if (failures[target] == null) {
      failures[target] = "the objective " + objectives.get(target) + " " + what;
    }
  }

  /** Why a target leads nowhere, if it does. */
  public Optional<String> failure(final int target) {
    return Optional.ofNullable(failures[target]);
  }

  /** Whether every target leads nowhere. */
  public boolean isHopeless() {
    return Arrays.stream(failures).allMatch(failure -> failure != null);
  }

  /** What was raised, step by step, on a picture. */
  public float[] of(final int picture) {
    final float[] course = new float[values.size()];
    for (int step = 0; step < course.length; step++) {
      course[step] = values.get(step)[picture];
    }
    return course;
  }
}
