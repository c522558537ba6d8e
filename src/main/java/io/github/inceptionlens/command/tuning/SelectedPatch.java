package io.github.inceptionlens.command.tuning;

import ij.ImagePlus;
import io.github.inceptionlens.circuit.stimulus.Stimulus;
import io.github.inceptionlens.circuit.stimulus.StimulusParameter;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.image.result.TurnedPicture;
import java.util.ArrayList;
import java.util.List;

/** What is selected on the user's image, to be turned and scaled about its center. */
final class SelectedPatch {

  private static final int COLORS = 3;
  private static final double HALF = 0.5;

  private final TurnedPicture patch;
  private final float[] mean;

  private SelectedPatch(final TurnedPicture patch, final float[] mean) {
    this.patch = patch;
    this.mean = mean;
  }

  /**
   * Refuses an image without a selected area.
   *
   * @param image null where none is open
   */
  static void require(final ImagePlus image) {
    if (image == null) {
      throw new UserError("kind is roi, but no image is open: open one and select an area on it");
    }
    if (image.getRoi() == null || !image.getRoi().isArea()) {
      throw new UserError(
          "kind is roi, but no area is selected on \""
              + image.getTitle()
              + "\": draw a rectangle, an oval or another outline");
    }
  }

  /**
   * The selected pixels of the current slice, as ImageJ shows them.
   *
   * @throws UserError when no area is selected
   */
  static SelectedPatch of(final ImagePlus image) {
    require(image);
    final ImageInput input = ImageInput.of(image, InputRequest.ownSize());
    final Picture seen = input.frames().get(0).picture();
    final float[] mask = new float[seen.width() * seen.height()];
    for (int i = 0; i < mask.length; i++) {
      mask[i] = input.contains(i % seen.width(), i / seen.width()) ? Picture.WHITE : 0;
    }
    final float[] ground = new float[COLORS + 1];
    final List<float[]> planes = new ArrayList<>();
    for (int plane = 0; plane < COLORS; plane++) {
      planes.add(seen.plane(plane));
      ground[plane] = mean(seen.plane(plane), mask);
    }
    planes.add(mask);
    return new SelectedPatch(
        new TurnedPicture(
            seen.withPlanes(planes), (seen.width() - 1) * HALF, (seen.height() - 1) * HALF, ground),
        ground);
  }

  private static float mean(final float[] values, final float[] mask) {
    double sum = 0;
    double count = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * mask[i];
      count += mask[i];
    }
    return (float) (sum / count);
  }

  /** The patch as a stimulus wants it, on its mean color. */
  Picture draw(final Stimulus stimulus, final int side) {
    final Picture turned =
        patch.of(
            stimulus.value(StimulusParameter.ANGLE),
            stimulus.value(StimulusParameter.SIZE),
            side,
            (side - 1) * HALF,
            (side - 1) * HALF);
    final double contrast = stimulus.value(StimulusParameter.CONTRAST);
    final float[] cover = turned.plane(COLORS);
    final List<float[]> planes = new ArrayList<>();
    for (int plane = 0; plane < COLORS; plane++) {
      final float[] values = turned.plane(plane);
      for (int i = 0; i < values.length; i++) {
        final double part = contrast * cover[i] / Picture.WHITE;
        values[i] = (float) (mean[plane] + part * (values[i] - mean[plane]));
      }
      planes.add(values);
    }
    return new Picture(side, side, planes);
  }
}
