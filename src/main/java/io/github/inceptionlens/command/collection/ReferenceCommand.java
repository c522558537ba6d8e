package io.github.inceptionlens.command.collection;

import io.github.inceptionlens.activation.measure.UnitChoice;
import io.github.inceptionlens.activation.statistics.LayerSpread;
import io.github.inceptionlens.activation.statistics.UnitSpread;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.network.InceptionV1;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * A command that tells responses to stimuli beside what units give on images; where none are named,
 * beside what they give to the stimuli themselves.
 */
public abstract class ReferenceCommand extends CollectionCommand {

  /** A command whose images are asked for only where they are named. */
  protected ReferenceCommand() {
    super("");
  }

  @Override
  public List<Suggestion> suggestions(final String key) {
    return key.equals("images")
        ? new Suggestion("", "the stimuli themselves").before(super.suggestions(key))
        : super.suggestions(key);
  }

  /** Whether units are compared with what they give to the stimuli. */
  protected final boolean isOfStimuli() {
    return images().isBlank();
  }

  /**
   * Shows the images to the network.
   *
   * @param outputs makes the command's outputs of the units' means and deviations, and of what the
   *     images are called; also where the user stopped it
   * @throws java.util.concurrent.CancellationException when the user stopped it
   */
  protected final void overImages(
      final InceptionV1 network,
      final UnitChoice choice,
      final BiConsumer<Map<Unit, UnitSpread>, String> outputs,
      final Progress progress) {
    final ImageCollection<InputPicture> pictures =
        collection(
            Fit.OWN_SIZE, (image, request) -> ImageInput.inside(image, request, choice.widest()));
    final Scan<InputPicture> scan = new Scan<>(network, choice.names(), pictures);
    final Supplier<Map<Unit, UnitSpread>> usual = LayerSpread.ride(scan, choice.layers());
    scan(
        scan,
        pictures,
        network,
        List.of(choice.names()),
        () -> outputs.accept(usual.get(), pictures.name()),
        progress);
  }
}
