package io.github.inceptionlens.command.sample;

import io.github.inceptionlens.textures.structure.TextureClass;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a generated picture is to show.
 *
 * @param seed what it is made from
 * @param shown its classes
 * @param leftOut the classes of the scene that are not painted
 */
record SampleSubject(long seed, List<TextureClass> shown, List<TextureClass> leftOut) {

  private static final String NUMBERED = "%s-%06d";

  /** The classes in words. */
  String label() {
    return shown.isEmpty() ? TextureClass.EMPTY.label() : words(shown);
  }

  /** Classes in words, with semicolons. */
  static String words(final List<TextureClass> classes) {
    return classes.stream().map(TextureClass::label).collect(Collectors.joining("; "));
  }

  /** How many structures there are. */
  int structures() {
    return shown.equals(List.of(TextureClass.EMPTY)) ? 0 : shown.size();
  }

  /** A file's name without its ending: what it shows, and the seed. */
  String name(final String what) {
    return String.format(Locale.ROOT, NUMBERED, what, seed);
  }

  /** A class's label as a part of a file's name. */
  static String slug(final TextureClass texture) {
    return texture.label().toLowerCase(Locale.ROOT).replace(' ', '-');
  }
}
