package io.github.inceptionlens.command.sample;

import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.HeapCheck;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.textures.Scene;
import io.github.inceptionlens.textures.SceneRecipe;
import io.github.inceptionlens.textures.TextureSample;
import io.github.inceptionlens.textures.Textures;
import io.github.inceptionlens.textures.imaging.Nuisance;
import io.github.inceptionlens.textures.structure.TextureClass;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Generated pictures, one for each seed: a picture depends on its seed alone.
 *
 * @param kind what the pictures show
 * @param classes those that they show, in the order of the network's logits
 * @param without those that scenes are drawn without
 * @param depth as which pixels they are kept
 * @param size the side of each in pixels
 */
record SampleSeries(
    SampleKind kind,
    List<TextureClass> classes,
    Set<TextureClass> without,
    SampleDepth depth,
    int size) {

  private static final String ALL = "all";
  private static final int SMALLEST = 8;
  private static final int LARGEST = 8192;
  private static final long BYTES_OF_WORK = 64;

  /**
   * @throws UserError when the size is not in 8 to 8192 or too large for Java's memory
   */
  SampleSeries {
    if (size < SMALLEST || size > LARGEST) {
      throw new UserError("size is " + size + " pixels, expected " + SMALLEST + " to " + LARGEST);
    }
    HeapCheck.require(
        BYTES_OF_WORK * size * size,
        String.format(Locale.ROOT, "drawing a picture of %d x %d pixels", size, size),
        "choose a smaller size");
  }

  /**
   * The classes that a user names.
   *
   * @param text {@code all} or labels with commas between
   * @throws UserError when there is no such class, or a scene is to show the empty background
   */
  static List<TextureClass> classes(final SampleKind kind, final String text) {
    final boolean scenes = kind == SampleKind.SCENES;
    if (text.strip().equalsIgnoreCase(ALL)) {
      return Arrays.stream(TextureClass.values())
          .filter(one -> !scenes || one != TextureClass.EMPTY)
          .toList();
    }
    final Set<TextureClass> named = named("classes", text);
    if (scenes && named.contains(TextureClass.EMPTY)) {
      throw new UserError(
          "classes is \""
              + text
              + "\", but a scene has empty background anyway: name its structures alone");
    }
    return List.copyOf(named);
  }

  /**
   * The classes that scenes are to be drawn without.
   *
   * @param text labels with commas between; empty for none
   * @throws UserError when one is not among the classes, or the pictures are no scenes
   */
  static Set<TextureClass> without(
      final SampleKind kind, final List<TextureClass> classes, final String text) {
    if (text.isBlank()) {
      return EnumSet.noneOf(TextureClass.class);
    }
    if (kind != SampleKind.SCENES) {
      throw new UserError(
          "without is \""
              + text
              + "\", but only scenes can be drawn without a structure: choose kind=scenes");
    }
    final Set<TextureClass> gone = named("without", text);
    if (!classes.containsAll(gone)) {
      throw new UserError(
          "without is \""
              + text
              + "\", expected some of the scenes' classes: "
              + classes.stream().map(TextureClass::label).collect(Collectors.joining(", ")));
    }
    return gone;
  }

  private static Set<TextureClass> named(final String key, final String text) {
    final Set<TextureClass> named = EnumSet.noneOf(TextureClass.class);
    Choices.list(text, ",")
        .map(one -> Choices.named(key, one, TextureClass.values(), TextureClass::label))
        .forEach(named::add);
    return named;
  }

  /** What the pictures are, as a part of a title. */
  String title() {
    return without.stream()
        .map(SampleSubject::slug)
        .reduce((one, other) -> one + "-" + other)
        .map(gone -> "sample-" + kind.label() + "-without-" + gone)
        .orElse("sample-" + kind.label());
  }

  boolean isScenes() {
    return kind == SampleKind.SCENES;
  }

  /** What the picture of a seed shows. */
  SampleSubject subject(final long seed) {
    if (!isScenes()) {
      final int turn = (int) Math.floorMod(seed, (long) classes.size());
      return new SampleSubject(seed, List.of(classes.get(turn)), List.of());
    }
    final List<TextureClass> drawn = SceneRecipe.draw(seed, classes).stream().sorted().toList();
    return new SampleSubject(
        seed,
        drawn.stream().filter(one -> !without.contains(one)).toList(),
        drawn.stream().filter(without::contains).toList());
  }

  /** Draws the picture of a seed. */
  SamplePicture draw(final long seed) {
    final SampleSubject subject = subject(seed);
    final Nuisance nuisance = depth.of(Nuisance.draw(seed));
    if (isScenes()) {
      final List<TextureClass> drawn = SceneRecipe.draw(seed, classes);
      final Scene scene = new SceneRecipe(seed, drawn, without, nuisance, size, size).scene();
      return new SamplePicture(
          subject, depth.pixels(scene.image()), scene.regions(), nuisance.blurRadius());
    }
    final TextureSample sample =
        Textures.sample(subject.shown().get(0), seed, nuisance, size, size);
    return new SamplePicture(
        subject, depth.pixels(sample.image()), List.of(), nuisance.blurRadius());
  }
}
