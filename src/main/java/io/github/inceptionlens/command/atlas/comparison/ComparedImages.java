package io.github.inceptionlens.command.atlas.comparison;

import ij.ImagePlus;
import io.github.inceptionlens.collection.CollectionImage;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.SkippedImage;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.image.input.ImageInput;
import io.github.inceptionlens.image.place.OpenFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Two collections as one, whose images say by their label on which side they are; their paths are
 * relative to the innermost folder that holds all.
 */
final class ComparedImages {

  /** The label, and the key, of one side. */
  static final String TREATED = "treated";

  /** The label, and the key, of the other. */
  static final String CONTROL = "control";

  private final GroupRule rule;
  private final Optional<Path> root;
  private final Map<CollectionImage, Source> sources = new LinkedHashMap<>();
  private final Map<Object, String> sides = new HashMap<>();
  private final Set<String> taken = new HashSet<>();

  /** An image as its own collection knows it. */
  private record Source(ImageCollection<InputPicture> collection, CollectionImage image) {

    /** What is the same for the same image, however it is named: its file, or the open image. */
    Object identity() {
      return image.file().map(OpenFile::real).<Object>map(file -> file).orElseGet(this::ofOpen);
    }

    private Object ofOpen() {
      return OpenFile.of(opened()).<Object>map(file -> file).orElseGet(() -> opened().getID());
    }

    ImagePlus opened() {
      return collection.open(image).get(0).opened();
    }

    List<InputPicture> pictures(final CollectionImage known) {
      return collection.open(image).stream()
          .map(one -> new InputPicture(known, one.opened(), one.input(), one.index()))
          .toList();
    }
  }

  private ComparedImages(final GroupRule rule, final List<ImageCollection<InputPicture>> both) {
    this.rule = rule;
    root =
        both.stream()
            .flatMap(one -> one.images().stream())
            .flatMap(image -> image.file().stream())
            .map(file -> Optional.ofNullable(absolute(file).getParent()))
            .reduce((one, other) -> one.flatMap(a -> other.flatMap(b -> shared(a, b))))
            .flatMap(found -> found);
  }

  /**
   * The slices of the images that a user names, within the selection. Where one side is the current
   * image and the other all open ones, the current one is not among these.
   *
   * @param layer that looks at them
   * @throws UserError when there are none, an image is in both, or the rule says nothing about one
   */
  static ImageCollection<InputPicture> of(
      final String treated, final String control, final Layer layer, final GroupRule rule) {
    final ImageCollection<InputPicture> first = named(TREATED, treated, layer);
    final ImageCollection<InputPicture> second = named(CONTROL, control, layer);
    if (UserImages.isStack(treated) && UserImages.isOpen(control)) {
      return joined(first, others(CONTROL, second), rule);
    } else if (UserImages.isOpen(treated) && UserImages.isStack(control)) {
      return joined(others(TREATED, first), second, rule);
    }
    return joined(first, second, rule);
  }

  private static ImageCollection<InputPicture> others(
      final String key, final ImageCollection<InputPicture> open) {
    final ImagePlus current = UserImages.current(key);
    final List<CollectionImage> left =
        open.images().stream()
            .filter(image -> new Source(open, image).opened() != current)
            .toList();
    if (left.isEmpty()) {
      throw new UserError(
          key
              + " is open, but beside the current image, which is the other side, no image of yours"
              + " is open: open some, or name a folder");
    }
    return new ImageCollection<>(key, open.name(), left, open.unlisted(), open::open);
  }

  private static ImageCollection<InputPicture> named(
      final String key, final String text, final Layer layer) {
    return UserImages.named(key, text, one -> ImageInput.inside(one, UserImages.SLICES, layer));
  }

  private static ImageCollection<InputPicture> joined(
      final ImageCollection<InputPicture> treated,
      final ImageCollection<InputPicture> control,
      final GroupRule rule) {
    final ComparedImages both = new ComparedImages(rule, List.of(treated, control));
    both.takeFiles(treated);
    both.takeFiles(control);
    both.add(treated, TREATED);
    both.add(control, CONTROL);
    final List<SkippedImage> unlisted = new ArrayList<>(treated.unlisted());
    unlisted.addAll(control.unlisted());
    return new ImageCollection<>(
        TREATED + ", " + CONTROL,
        both.root.map(Path::toString).orElseGet(() -> treated.name() + " and " + control.name()),
        new ArrayList<>(both.sources.keySet()),
        unlisted,
        image -> both.sources.get(image).pictures(image));
  }

  private void takeFiles(final ImageCollection<InputPicture> collection) {
    collection.images().stream()
        .flatMap(image -> image.file().stream())
        .map(this::path)
        .forEach(taken::add);
  }

  private static Path absolute(final Path file) {
    return file.toAbsolutePath().normalize();
  }

  private static Optional<Path> shared(final Path one, final Path other) {
    Path folder = one;
    while (folder != null && !other.startsWith(folder)) {
      folder = folder.getParent();
    }
    return Optional.ofNullable(folder);
  }

  private void add(final ImageCollection<InputPicture> collection, final String side) {
    for (final CollectionImage image : collection.images()) {
      final Source source = new Source(collection, image);
      final String path = image.file().map(this::path).orElseGet(() -> free(source));
      final String before = sides.putIfAbsent(source.identity(), side);
      if (before != null && !before.equals(side)) {
        throw new UserError(
            "\"" + path + "\" is in treated and in control: name images that share none");
      }
      final CollectionImage known =
          new CollectionImage(path, image.file(), side, rule.group(image, path), image.state());
      sources.put(known, source);
    }
  }

  /** The title of an open image, with its number where another image is called so. */
  private String free(final Source open) {
    final String title = open.image().path();
    final String path =
        taken.contains(title) ? title + " (id:" + open.opened().getID() + ")" : title;
    taken.add(path);
    return path;
  }

  private String path(final Path file) {
    final Path whole = absolute(file);
    return root.map(folder -> folder.relativize(whole)).orElse(whole).toString().replace('\\', '/');
  }
}
