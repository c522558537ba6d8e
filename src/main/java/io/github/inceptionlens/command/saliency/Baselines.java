package io.github.inceptionlens.command.saliency;

import ij.ImagePlus;
import io.github.inceptionlens.attribution.AttributionMethod;
import io.github.inceptionlens.attribution.Baseline;
import io.github.inceptionlens.attribution.path.ExpectedGradients;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.files.ImageListing;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.image.input.Frame;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.image.input.OpenImages;
import io.github.inceptionlens.image.result.ResultImages;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;

/**
 * The baselines that a user can name: made ones, slices of the image, other open images, and images
 * of a folder, a pattern or a table.
 */
final class Baselines {

  private static final String AUTO = "auto";
  private static final String STACK = "stack";
  private static final String OPEN = "open";
  private static final int FEWEST = 8;

  private final ImagePlus image;
  private final InputRequest request;
  private final int most;
  private final Consumer<ImageCollection<?>> listener;

  /**
   * @param request how the image becomes the network's picture, and the baselines alike
   * @param steps how many pictures can be of use, if it is known
   * @param listener is told of images that were looked through
   */
  Baselines(
      final ImagePlus image,
      final InputRequest request,
      final OptionalInt steps,
      final Consumer<ImageCollection<?>> listener) {
    this.image = image;
    this.listener = listener;
    this.request = new InputRequest(request.fit(), request.scale(), request.range(), true);
    this.most = Math.max(1, steps.orElse(ExpectedGradients.USUAL_STEPS));
  }

  /**
   * The baseline of a name.
   *
   * @throws UserError when there is none
   */
  Baseline named(final String name, final AttributionMethod method) {
    final String wanted = name.strip();
    if (!method.options().contains(AttributionMethod.Option.BASELINE)) {
      return Baseline.Plain.BLACK;
    } else if (wanted.equalsIgnoreCase(AUTO)) {
      return method instanceof ExpectedGradients ? natural() : Baseline.Plain.BLACK;
    } else if (wanted.equalsIgnoreCase(STACK)) {
      return given(STACK, List.of(image));
    } else if (wanted.equalsIgnoreCase(OPEN)) {
      return given(OPEN, others());
    } else if (ImageListing.isMany(wanted)) {
      return collected(wanted);
    }
    return OpenImages.named("baseline", wanted, image)
        .map(one -> given(OpenImages.description(one), List.of(one)))
        .orElseGet(() -> made(wanted));
  }

  private static Baseline made(final String name) {
    try {
      return Baseline.named(name);
    } catch (final UserError e) {
      throw new UserError(
          e.getMessage()
              + ", stack, open, the title, id or path of an image, or a folder, a pattern or a table of"
              + " images",
          e);
    }
  }

  /** So many pictures of a collection as can be of use, drawn by chance, but the same each time. */
  private Baseline collected(final String name) {
    final ImageCollection<InputPicture> images =
        UserImages.named("baseline", name, one -> ImageInput.of(one, request))
            .limited(OptionalInt.of(most), 0);
    final List<Picture> pictures = new ArrayList<>();
    images.forEach(one -> pictures.add(one.view().picture()), Progress.NONE);
    listener.accept(images);
    return new Baseline.Given(images.toString(), pictures);
  }

  private Baseline natural() {
    return image.getStackSize() >= FEWEST ? given(STACK, List.of(image)) : given(OPEN, others());
  }

  /** The user's other open images: maps of ours are none. */
  private List<ImagePlus> others() {
    return OpenImages.besides(image).stream().filter(one -> !ResultImages.isOwn(one)).toList();
  }

  private Baseline given(final String label, final List<ImagePlus> images) {
    final List<Frame> frames = new ArrayList<>();
    for (final ImagePlus one : images) {
      frames.addAll(ImageInput.of(one, request).frames());
    }
    final int count = Math.min(most, frames.size());
    final List<Picture> pictures = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pictures.add(frames.get((int) ((long) i * frames.size() / count)).picture());
    }
    return new Baseline.Given(
        count < frames.size() ? label + " (" + count + " of " + frames.size() + ")" : label,
        pictures);
  }
}
