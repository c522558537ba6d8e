package io.github.inceptionlens.command.tuning;

import ij.ImagePlus;
import ij.WindowManager;
import io.github.inceptionlens.circuit.stimulus.StimulusParameter;
import io.github.inceptionlens.collection.CollectionImage;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.PictureId;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.input.Frame;
import io.github.inceptionlens.image.input.ImageInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The slices of the current image as stimuli. */
final class StackStimuli {

  private StackStimuli() {}

  /**
   * The current image.
   *
   * @throws UserError when there is none
   */
  static ImagePlus current() {
    return Optional.ofNullable(WindowManager.getCurrentImage())
        .orElseThrow(
            () ->
                new UserError(
                    "no stack of stimuli is open: make one with Make Stimuli..., or give turn"));
  }

  /**
   * The slices.
   *
   * @param input all of them as a whole
   */
  static ShownStimuli of(final ImagePlus image, final ImageInput input, final StimulusRows rows) {
    final List<StimulusPicture> pictures = new ArrayList<>();
    final List<ShownStimuli.Shown> stimuli = new ArrayList<>();
    final List<Frame> frames = input.frames();
    for (int i = 0; i < frames.size(); i++) {
      final PictureId id = new PictureId(image.getTitle(), frames.get(i).slice());
      final View view = input.views().get(i);
      final Map<StimulusParameter, Double> values = rows.values(id.slice());
      pictures.add(
          new StimulusPicture(
              id, view, view.placement().width() / 2, view.placement().height() / 2));
      stimuli.add(
          new ShownStimuli.Shown(
              id,
              values,
              "",
              1,
              new ShownStimuli.Source("", id.image(), id.slice(), Double.NaN, Double.NaN)));
    }
    final CollectionImage stack =
        new CollectionImage(image.getTitle(), Optional.empty(), "", "", "");
    return new ShownStimuli(
        image.getShortTitle(),
        new ImageCollection<>(
            "image", image.getTitle(), List.of(stack), List.of(), one -> pictures),
        stimuli,
        rows.period());
  }
}
