package io.github.inceptionlens.command.atlas.comparison;

import io.github.inceptionlens.collection.CollectionImage;
import io.github.inceptionlens.collection.ImageCollection;
import io.github.inceptionlens.collection.SkippedImage;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import io.github.inceptionlens.image.collection.InputPicture;
import io.github.inceptionlens.image.collection.UserImages;
import io.github.inceptionlens.image.input.ImageInput;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
  private final Map<String, String> sides = new LinkedHashMap<>();

  /** An image as its own collection knows it. */
  private record Source(ImageCollection<InputPicture> collection, CollectionImage image) {

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
   * The slices of the images that a user names, within the selection.
   *
   * @param layer that looks at them
   * @throws UserError when there are none, an image is in both, or the rule says nothing about one
   */
  static ImageCollection<InputPicture> of(
      final String treated, final String control, final Layer layer, final GroupRule rule) {
    return joined(named(TREATED, treated, layer), named(CONTROL, control, layer), rule);
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
      final String path = image.file().map(this::path).orElseGet(image::path);
      final String before = sides.putIfAbsent(path, side);
      if (before != null) {
        throw new UserError(
            "\"" + path + "\" is in treated and in control: name images that share none");
      }
      final CollectionImage known =
          new CollectionImage(path, image.file(), side, rule.group(image, path), image.state());
      sources.put(known, new Source(collection, image));
    }
  }

  private String path(final Path file) {
    final Path whole = absolute(file);
    return root.map(folder -> folder.relativize(whole)).orElse(whole).toString().replace('\\', '/');
  }
}
