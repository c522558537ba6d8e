package io.github.inceptionlens.textures.training;

import io.github.inceptionlens.core.UserError;
import java.util.List;
import java.util.Locale;

/**
 * Everything that a training is determined by.
 *
 * @param seed what the weights and the images are drawn from
 * @param steps batches to learn from
 * @param minutes when the steps do not fit into this time, the schedule is hurried so that it ends
 *     with it; the training is then no longer the same on every machine
 * @param batch images per step
 * @param learningRate the highest learning rate
 * @param smoothing the part of the target that is spread over all classes
 * @param sides the sides of the images in pixels: for each batch one of three neighbors is drawn,
 *     the first three at the start, the last three at the end
 */
public record TrainingPlan(
    long seed,
    int steps,
    double minutes,
    int batch,
    double learningRate,
    double smoothing,
    List<Integer> sides) {

  /** How the shipped network was trained. */
  public static final TrainingPlan SHIPPED =
      new TrainingPlan(1, 4700, 120, 32, 2e-3, 0.05, List.of(64, 64, 80, 96, 128));

  /** Copies the sides. */
  public TrainingPlan {
    sides = List.copyOf(sides);
  }

  /**
   * This plan with some values replaced.
   *
   * @param name {@code seed}, {@code steps}, {@code minutes}, {@code batch} or {@code rate}
   * @throws UserError when the name or the value is none
   */
  TrainingPlan with(final String name, final String value) {
    try {
      return switch (name) {
        case "seed" ->
            new TrainingPlan(
                Long.parseLong(value), steps, minutes, batch, learningRate, smoothing, sides);
        case "steps" ->
            new TrainingPlan(
                seed, Integer.parseInt(value), minutes, batch, learningRate, smoothing, sides);
        case "minutes" ->
            new TrainingPlan(
                seed, steps, Double.parseDouble(value), batch, learningRate, smoothing, sides);
        case "batch" ->
            new TrainingPlan(
                seed, steps, minutes, Integer.parseInt(value), learningRate, smoothing, sides);
        case "rate" ->
            new TrainingPlan(
                seed, steps, minutes, batch, Double.parseDouble(value), smoothing, sides);
        default ->
            throw new UserError(
                "option is \"" + name + "\"; choose one of seed, steps, minutes, batch, rate, out");
      };
    } catch (final NumberFormatException e) {
      throw new UserError(name + " is \"" + value + "\", expected a number", e);
    }
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "seed %d, %d steps of %d images with sides of %s pixels, learning rate %s, label smoothing"
            + " %s",
        seed,
        steps,
        batch,
        sides,
        learningRate,
        smoothing);
  }
}
