package io.github.inceptionlens.command.natural;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import io.github.inceptionlens.core.FileNames;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.image.display.DisplayRange;
import io.github.inceptionlens.image.input.Fit;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.input.InputRequest;
import io.github.inceptionlens.image.input.OpenImages;
import io.github.inceptionlens.image.input.SelectionText;
import io.github.inceptionlens.image.result.ResultImages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The user's own images as natural pictures, a slice each, at their own size: the slices of the
 * current image, of all open images or of all images of a folder, of which one is open at a time.
 */
public final class NaturalImages {

  private static final String STACK = "stack";
  private static final String OPEN = "open";
  private static final InputRequest SLICES =
      new InputRequest(Fit.OWN_SIZE, 1, DisplayRange.AUTO, true);
  private final String key;
  private final String name;
  private final List<Supplier<ImageInput>> images;
  private final List<Place> places = new ArrayList<>();
  private final Map<String, String> leftOut = new LinkedHashMap<>();

  private NaturalImages(
      final String key, final String name, final List<Supplier<ImageInput>> images) {
    this.key = key;
    this.name = name;
    this.images = images;
  }

  private record Place(int image, int frame) {}

  /**
   * A natural picture.
   *
   * @param input the image that it is a slice of
   * @param frame which of the image's frames, from 0
   */
  public record NaturalPicture(ImageInput input, int frame) {

    public View view() {
      return input.views().get(frame);
    }

    /** The slice of the image, from 1. */
    int slice() {
      return input.frames().get(frame).slice();
    }

    /** The image's title, with the slice's label where there are several. */
    String label() {
      return input.frames().size() == 1
          ? input.title()
          : input.title() + " " + input.frames().get(frame).label();
    }
  }

  /**
   * The images that a user names; of a selection the network sees the bounds alone.
   *
   * @param key the parameter's name, for sentences
   * @param text stack, open or the path of a folder
   * @throws UserError when there are none
   */
  public static NaturalImages named(final String key, final String text) {
    return named(key, text, image -> ImageInput.of(image, SLICES));
  }

  /**
   * The images that a user names, each seen with the surroundings of its selection, which says what
   * of the layer counts.
   *
   * @param key the parameter's name, for sentences
   * @param text stack, open or the path of a folder
   * @throws UserError when there are none
   */
  public static NaturalImages inside(final String key, final String text, final Layer layer) {
    return named(key, text, image -> ImageInput.inside(image, SLICES, layer));
  }

  /**
   * The images that a user names, all of each, whatever is selected.
   *
   * @param key the parameter's name, for sentences
   * @param text stack, open or the path of a folder
   * @throws UserError when there are none
   */
  public static NaturalImages whole(final String key, final String text) {
    return named(key, text, image -> ImageInput.whole(image, SLICES));
  }

  private static NaturalImages named(
      final String key, final String text, final Function<ImagePlus, ImageInput> seen) {
    final String name = text.strip();
    if (name.isEmpty()) {
      throw new UserError(
          key + " is empty, expected stack, open or the path of a folder of images");
    }
    if (name.equalsIgnoreCase(STACK)) {
      return new NaturalImages(key, STACK, given(List.of(current(key)), seen));
    } else if (name.equalsIgnoreCase(OPEN)) {
      return new NaturalImages(key, OPEN, given(open(key), seen));
    }
    final List<Supplier<ImageInput>> files = new ArrayList<>();
    files(key, name).forEach(file -> files.add(() -> seen.apply(ImageFile.open(file))));
    return new NaturalImages(key, name, files);
  }

  private static List<Supplier<ImageInput>> given(
      final List<ImagePlus> images, final Function<ImagePlus, ImageInput> seen) {
    return images.stream().map(seen).<Supplier<ImageInput>>map(input -> () -> input).toList();
  }

  private static ImagePlus current(final String key) {
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

  private static List<Path> files(final String key, final String folder) {
    try (Stream<Path> all = Files.list(Path.of(folder))) {
      final List<Path> files = all.filter(NaturalImages::isFile).sorted().toList();
      if (files.isEmpty()) {
        throw new UserError(key + " is \"" + folder + "\", but there is no image in that folder");
      }
      return files;
    } catch (final IOException | InvalidPathException e) {
      throw new UserError(
          key
              + " is \""
              + folder
              + "\", expected stack, open or the path of a folder of images"
              + FileNames.hint(folder),
          e);
    }
  }

  private static boolean isFile(final Path file) {
    return Files.isRegularFile(file) && !file.getFileName().toString().startsWith(".");
  }

  /**
   * Shows every picture once, image by image.
   *
   * @throws UserError what the work says of a picture, with the picture's name
   */
  public void forEach(final Consumer<NaturalPicture> work, final Progress progress) {
    places.clear();
    for (int i = 0; i < images.size(); i++) {
      final Optional<ImageInput> read = read(i);
      if (read.isEmpty()) {
        continue;
      }
      final ImageInput input = read.get();
      final int count = input.frames().size();
      for (int frame = 0; frame < count; frame++) {
        final NaturalPicture picture = new NaturalPicture(input, frame);
        progress.part(i, images.size()).at((double) frame / count, "Looking at your images ...");
        show(picture, work);
        places.add(new Place(i, frame));
      }
    }
    requireSome();
    tellLeftOut();
  }

  /** An image of the user's; nothing, and the reason kept, where a folder's file is none. */
  private Optional<ImageInput> read(final int index) {
    try {
      return Optional.of(images.get(index).get());
    } catch (final ImageFile.Unusable unusable) {
      if (leftOut.put(unusable.file(), unusable.getMessage()) == null) {
        IJ.log(key + ": \"" + unusable.file() + "\" is left out: " + unusable.getMessage());
      }
      return Optional.empty();
    }
  }

  private void requireSome() {
    if (places.isEmpty()) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%s is \"%s\", but none of its %d files can be used: %s",
              key,
              name,
              images.size(),
              leftOut.values().stream().findFirst().orElse("")));
    }
  }

  private void tellLeftOut() {
    if (!leftOut.isEmpty()) {
      IJ.log(
          String.format(
              Locale.ROOT,
              "%s: %d pictures of %d files; left out: %d",
              key,
              places.size(),
              images.size(),
              leftOut.size()));
    }
  }

  private void show(final NaturalPicture picture, final Consumer<NaturalPicture> work) {
    try {
      work.accept(picture);
    } catch (final UserError e) {
      throw new UserError(key + ", \"" + picture.label() + "\": " + e.getMessage(), e);
    }
  }

  /**
   * One of the pictures that were shown, read again.
   *
   * @param index its position in the order shown, from 0
   */
  NaturalPicture picture(final int index) {
    final Place place = places.get(index);
    return new NaturalPicture(images.get(place.image()).get(), place.frame());
  }

  /** What is selected on the images; nothing where they are several. */
  public Optional<String> selection() {
    return name.equals(STACK)
        ? Optional.of(SelectionText.of(WindowManager.getCurrentImage()))
        : Optional.empty();
  }

  /** Which pictures were shown, for provenance. */
  @Override
  public String toString() {
    final String used =
        String.format(
            Locale.ROOT,
            "%s, %d pictures of %d images",
            name,
            places.size(),
            images.size() - leftOut.size());
    return leftOut.isEmpty() ? used : used + ", left out: " + String.join(", ", leftOut.keySet());
  }
}
