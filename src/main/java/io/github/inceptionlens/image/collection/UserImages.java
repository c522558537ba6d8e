package io.github.inceptionlens.image.collection;

import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.Roi;
import ij.io.RoiEncoder;
import io.github.inceptionlens.collection.CollectionImage;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.ImageReader;
import io.github.inceptionlens.collection.SkippedImage;
import io.github.inceptionlens.collection.files.ImageListing;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.file.ImageFile;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.image.input.OpenImages;
import io.github.inceptionlens.image.input.SelectionText;
import io.github.inceptionlens.image.result.ResultImages;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What a user means by {@code images}: the slices of the current image (stack), of all open images
 * (open), of a folder, a pattern of paths or a table of paths.
 */
public final class UserImages {

  /** Every slice at its own size, as ImageJ shows it. */
  public static final InputRequest SLICES =
      new InputRequest(Fit.OWN_SIZE, 1, DisplayRange.AUTO, true);

  private static final String STACK = "stack";
  private static final String OPEN = "open";

  private UserImages() {}

  /**
   * The images that a user names.
   *
   * @param key the key, for sentences
   * @param text stack, open, the path of a folder or a table, or a pattern
   * @param seen what the network is shown of an image
   * @throws UserError when there are none
   */
  public static ImageCollection<InputPicture> named(
      final String key, final String text, final Function<ImagePlus, ImageInput> seen) {
    return named(key, text, (path, image) -> seen.apply(image));
  }

  /**
   * The images that a user names.
   *
   * @param seen what the network is shown of an image, by its path in the collection and the image
   * @throws UserError when there are none
   */
  public static ImageCollection<InputPicture> named(
      final String key, final String text, final BiFunction<String, ImagePlus, ImageInput> seen) {
    final String name = text.strip();
    if (name.isEmpty()) {
      throw new UserError(
          key + " is empty, expected stack, open or the path of a folder or a table of images");
    } else if (isStack(name)) {
      return given(key, STACK, List.of(current(key)), seen);
    } else if (isOpen(name)) {
      return given(key, OPEN, open(key), seen);
    }
    return ImageListing.of(key, name)
        .collection(
            key,
            image -> {
              final ImagePlus opened = ImageFile.open(image.file().orElseThrow());
              return new Opened(opened, seen.apply(image.path(), opened)).pictures(image);
            });
  }

  /**
   * The images that a user names, of which the network sees the bounds of the selection alone.
   *
   * @throws UserError when there are none
   */
  public static ImageCollection<InputPicture> selected(final String key, final String text) {
    return named(key, text, image -> ImageInput.of(image, SLICES));
  }

  /** Whether a text means the current image. */
  public static boolean isStack(final String text) {
    return text.strip().equalsIgnoreCase(STACK);
  }

  /** Whether a text means all open images. */
  public static boolean isOpen(final String text) {
    return text.strip().equalsIgnoreCase(OPEN);
  }

  /** Whether a text means images of files, whatever is open. */
  public static boolean isOfFiles(final String text) {
    return !isStack(text) && !isOpen(text);
  }

  /** What is selected on the images that a text means; nothing where they are several. */
  public static Optional<String> selection(final String text) {
    return isStack(text)
        ? Optional.ofNullable(WindowManager.getCurrentImage()).map(SelectionText::of)
        : Optional.empty();
  }

  private static ImageCollection<InputPicture> given(
      final String key,
      final String name,
      final List<ImagePlus> images,
      final BiFunction<String, ImagePlus, ImageInput> seen) {
    final Map<CollectionImage, Opened> inputs = new LinkedHashMap<>();
    final List<SkippedImage> useless = new ArrayList<>();
    for (final ImagePlus image : images) {
      final String path = path(image, images);
      try {
        final ImageInput input = seen.apply(path, image);
        inputs.put(
            new CollectionImage(path, Optional.empty(), "", "", state(image, input)),
            new Opened(image, input));
      } catch (final UserError e) {
        if (images.size() == 1) {
          throw e;
        }
        useless.add(new SkippedImage(path, e.getMessage()));
      }
    }
    final ImageReader<InputPicture> reader = image -> inputs.get(image).pictures(image);
    return new ImageCollection<>(key, name, new ArrayList<>(inputs.keySet()), useless, reader);
  }

  private static String path(final ImagePlus image, final List<ImagePlus> among) {
    final String title = image.getTitle();
    final boolean single =
        among.stream().filter(one -> one.getTitle().equals(title)).limit(2).count() == 1;
    return single ? title : title + " (id:" + image.getID() + ")";
  }

  /** What changes when the image's pixels, its selection, or how it is shown do. */
  private static String state(final ImagePlus image, final ImageInput input) {
    final Roi selection = image.getRoi();
    final byte[] selected = selection == null ? null : RoiEncoder.saveAsByteArray(selection);
    return String.join(
        "\n", OpenImages.state(image), input.provenance().toString(), Arrays.toString(selected));
  }

  /**
   * An image that is open.
   *
   * @param input what of it is looked at
   */
  private record Opened(ImagePlus image, ImageInput input) {

    List<InputPicture> pictures(final CollectionImage known) {
      return IntStream.range(0, input.frames().size())
          .mapToObj(index -> new InputPicture(known, image, input, index))
          .toList();
    }
  }

  /**
   * The current image.
   *
   * @param key the key that means it, for sentences
   * @throws UserError when there is none, or it is a result of Inception Lens
   */
  public static ImagePlus current(final String key) {
    final ImagePlus image = WindowManager.getCurrentImage();
    if (image == null) {
      throw new UserError(
          key + " is stack, but no image is open: open your stack, or name a folder");
    } else if (ResultImages.isOwn(image)) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%s is stack, but the current image, \"%s\", was made by Inception Lens: select your"
                  + " own",
              key,
              image.getTitle()));
    }
    return image;
  }

  private static List<ImagePlus> open(final String key) {
    final List<ImagePlus> images =
        OpenImages.all().stream().filter(image -> !ResultImages.isOwn(image)).toList();
    if (images.isEmpty()) {
      throw new UserError(
          key + " is open, but no image of yours is open: open some, or name a folder");
    }
    return images;
  }
}
