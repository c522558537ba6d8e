package io.github.inceptionlens.command.visualization;

import io.github.inceptionlens.command.MacroKeys;
import io.github.inceptionlens.command.window.LiveImage;
import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.result.PictureStack;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.visualization.feature.LayerRenditions;
import io.github.inceptionlens.visualization.feature.LayerRenditions.Rendition;
import io.github.inceptionlens.visualization.feature.StepListener;
import java.util.List;
import java.util.Locale;
import org.scijava.ItemIO;
import org.scijava.plugin.Attr;
import org.scijava.plugin.Parameter;

/** A command that shows the user's image as layers have it, a slice per layer. */
abstract class RenditionCommand extends ImageOptimizationCommand {

  /** Pictures that are held besides the results. */
  private static final int WORKING = 3;

  @Parameter(
      persist = false,
      label = "Layers",
      attrs = @Attr(name = MacroKeys.EARLY),
      description = VisualizationTexts.LAYERS)
  private String layers = "conv2d2, mixed3b, mixed4c";

  @Parameter(persist = false, label = "Steps", description = VisualizationTexts.STEPS)
  private int steps = 256;

  @Parameter(
      persist = false,
      label = "Learning rate",
      attrs = @Attr(name = MacroKeys.ADVANCED),
      description = VisualizationTexts.LEARNING_RATE)
  private double learning_rate = 0.05;

  @Parameter(type = ItemIO.OUTPUT, label = "Notes")
  private List<String> notes;

  /** Makes the pictures of an image. */
  @FunctionalInterface
  interface Maker {

    /**
     * @param picture the image as the network sees it
     * @param layers names
     */
    LayerRenditions of(
        InceptionV1 network,
        Picture picture,
        List<String> layers,
        StepListener listener,
        Progress progress);
  }

  final int steps() {
    return steps;
  }

  final double rate() {
    return learning_rate;
  }

  /**
   * Makes the pictures and sets the results.
   *
   * @param what one word for titles
   * @param figure the name of the figure in labels
   */
  final void render(final String what, final String figure, final Maker maker) {
    final List<String> names = names();
    final ImageInput input = input();
    PictureStack.requireRoom(input, names.size() + WORKING);
    final LiveImage live = new LiveImage(what + " of " + input.title());
    try {
      withNetwork(
          (inception, progress) -> {
            final LayerRenditions made =
                maker.of(inception, input.frames().get(0).picture(), names, live, progress);
            show(
                PictureStack.of(
                    input,
                    made.all().stream().map(Rendition::picture).toList(),
                    made.all().stream().map(one -> label(one, figure)).toList()),
                input.shortTitle() + "-" + what,
                provenance(inception).with("method", what).with(made.provenance()),
                live);
            notes = notes(made, what);
          });
    } finally {
      leave(live);
    }
  }

  private List<String> names() {
    final List<String> names = Choices.list(layers, ",").filter(name -> !name.isEmpty()).toList();
    if (names.isEmpty()) {
      throw new UserError(
          "layers is \""
              + layers
              + "\", expected layers with commas between, such as conv2d0,"
              + " mixed4c");
    }
    return names;
  }

  private static String label(final Rendition one, final String figure) {
    return String.format(Locale.ROOT, "%s %s %.4g", one.layer(), figure, one.after());
  }

  private static List<String> notes(final LayerRenditions made, final String what) {
    final Rendition last = made.all().get(made.all().size() - 1);
    return made.interrupted()
        ? List.of(
            String.format(
                Locale.ROOT,
                "%s was stopped: %s had %d steps, and what follows is missing",
                what,
                last.layer(),
                last.steps()))
        : List.of();
  }
}
