package io.github.inceptionlens.command.visualization;

import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.window.LiveImage;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.result.PictureStack;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.EntryLabels;
import io.github.inceptionlens.visualization.dream.DeepDream;
import io.github.inceptionlens.visualization.dream.Dream;
import io.github.inceptionlens.visualization.dream.DreamRequest;
import java.util.List;
import java.util.Locale;
import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;

/** Exaggerates what the network sees in the user's image. */
@Plugin(
    type = Command.class,
    headless = true,
    visible = false,
    label = "DeepDream...",
    description =
        "Exaggerates what a layer, a network channel or any other target sees in the image.")
public final class DeepDreamCommand extends ImageOptimizationCommand {

  /** Pictures that a dream holds at once. */
  private static final int WORKING = 8;

  @Parameter(
      persist = false,
      label = "Objective",
      attrs = @Attr(name = MacroKeys.EARLY),
      description = VisualizationTexts.OBJECTIVE)
  private String objective = "deepdream(mixed4c)";

  @Parameter(persist = false, label = "Octaves", description = VisualizationTexts.OCTAVES)
  private int octaves = DreamRequest.STANDARD.octaves();

  @Parameter(
      persist = false,
      label = "Ratio of octaves",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = VisualizationTexts.RATIO)
  private double ratio = DreamRequest.STANDARD.ratio();

  @Parameter(
      persist = false,
      label = "Steps per octave",
      description = VisualizationTexts.OCTAVE_STEPS)
  private int steps = DreamRequest.STANDARD.steps();

  @Parameter(
      persist = false,
      label = "Step size (gray levels)",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = VisualizationTexts.RATE)
  private double rate = DreamRequest.STANDARD.rate();

  @Parameter(
      persist = false,
      label = "Jitter (pixels)",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = VisualizationTexts.JITTER)
  private int jitter = DreamRequest.STANDARD.jitter();

  @Parameter(
      persist = false,
      label = "Largest tile (pixels)",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = VisualizationTexts.TILE)
  private int tile = DreamRequest.STANDARD.tile();

  @Parameter(type = ItemIO.OUTPUT, label = "Notes")
  private List<String> notes;

  @Override
  protected void compute() {
    final DreamRequest request =
        DreamRequest.STANDARD
            .octaves(octaves, ratio)
            .steps(steps, rate)
            .jitter(jitter)
            .tile(tile)
            .seed(seed());
    final ImageInput input = input();
    PictureStack.requireRoom(input, WORKING);
    withNetwork(
        (inception, progress) -> {
          show(inception, input, request, progress);
        });
  }

  private void show(
      final InceptionV1 inception,
      final ImageInput input,
      final DreamRequest request,
      final Progress progress) {
    final EntryLabels labels = inception.architecture().entryLabels();
    final LiveImage live = new LiveImage("Dreaming of " + labels.described(objective));
    try {
      final Dream dream =
          DeepDream.of(
              inception, input.frames().get(0).picture(), objective, request, live, progress);
      show(
          PictureStack.of(
              input,
              List.of(dream.picture()),
              List.of("DeepDream " + labels.described(dream.objective()))),
          input.shortTitle() + "-dream",
          provenance(inception).with("method", "DeepDream").with(dream.provenance()),
          live);
      notes = notes(dream);
    } finally {
      leave(live);
    }
  }

  private List<String> notes(final Dream dream) {
    return dream.interrupted()
        ? List.of(
            String.format(
                Locale.ROOT,
                "DeepDream of %s was stopped after %d of %d steps: finer octaves are missing",
                objective,
                dream.steps(),
                octaves * steps))
        : List.of();
  }
}
