package io.github.inceptionlens.command;

import io.github.inceptionlens.visualization.Parameterization;
import io.github.inceptionlens.visualization.Transforms;
import io.github.inceptionlens.visualization.VisualizationRequest;
import org.scijava.plugin.Parameter;

/** A command that optimises pictures: the parameters that all of them have. */
abstract class VisualizationCommand extends NetworkCommand implements NeedsNetwork {

  @Parameter(persist = false, label = "Size", description = VisualizationTexts.SIZE)
  private int size = 128;

  @Parameter(persist = false, label = "Steps", description = VisualizationTexts.STEPS)
  private int steps = 256;

  @Parameter(
      persist = false,
      label = "Parameterization",
      choices = {"fourier", "pixel", "pyramid", "shared", "alpha"},
      description = VisualizationTexts.PARAMETERIZATION)
  private String parameterization = "fourier";

  @Parameter(
      persist = false,
      label = "Transforms",
      choices = {"standard", "jitter", "none"},
      description = VisualizationTexts.TRANSFORMS)
  private String transforms = "standard";

  @Parameter(
      persist = false,
      label = "Learning_rate",
      description = VisualizationTexts.LEARNING_RATE)
  private double learning_rate = 0.05;

  @Parameter(persist = false, label = "Seed", description = VisualizationTexts.SEED)
  private long seed;

  @Parameter(persist = false, label = "Redirect", description = VisualizationTexts.REDIRECT)
  private boolean redirect;

  /** What the user asks for. */
  final VisualizationRequest request() {
    return VisualizationRequest.STANDARD
        .size(size)
        .steps(steps)
        .parameterization(Parameterization.named(parameterization))
        .transforms(Transforms.named(transforms))
        .rate(learning_rate)
        .seed(seed)
        .redirected(redirect);
  }

  /** Has the macro line ask for as many steps as were done. */
  final void did(final int done) {
    steps = done;
  }
}
