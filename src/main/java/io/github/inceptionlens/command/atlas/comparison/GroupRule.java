package io.github.inceptionlens.command.atlas.comparison;

import io.github.inceptionlens.collection.CollectionImage;
import io.github.inceptionlens.command.DialogSupport.Suggestion;
import io.github.inceptionlens.core.UserError;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What an image belongs together with, as users say it. */
public final class GroupRule {

  static final String DESCRIPTION =
      "What is never parted, such as a patient or a plate. auto: a table's column group, else every"
          + " image by itself; image; folder: the folder below the collection; or a regular"
          + " expression that is found in each path, such as patient(\\d+).";

  /** The group that a table names; without one every image by itself. */
  static final String AUTO = "auto";

  /** The folder below the collection. */
  static final String FOLDER = "folder";

  /** Every image by itself. */
  static final String IMAGE = "image";

  private final String kind;
  private final Pattern pattern;

  private GroupRule(final String kind, final Pattern pattern) {
    this.kind = kind;
    this.pattern = pattern;
  }

  /**
   * The rule that a text names.
   *
   * @param text auto, folder, image, or a regular expression that is found in an image's path
   * @throws UserError when it is none
   */
  public static GroupRule of(final String text) {
    final String rule = text.strip();
    final String kind = rule.toLowerCase(Locale.ROOT);
    if (kind.equals(AUTO) || kind.equals(FOLDER) || kind.equals(IMAGE)) {
      return new GroupRule(kind, Pattern.compile(""));
    }
    try {
      if (!rule.isEmpty()) {
        return new GroupRule("", Pattern.compile(rule));
      }
    } catch (final PatternSyntaxException e) {
      throw new UserError(sentence(text) + " (" + e.getDescription() + ")", e);
    }
    throw new UserError(sentence(text));
  }

  static List<Suggestion> suggestions() {
    return List.of(
        new Suggestion(AUTO, "a table's column, else every image"),
        new Suggestion(FOLDER, "the folder below the collection"),
        new Suggestion(IMAGE, "every image by itself"));
  }

  private static String sentence(final String text) {
    return "group is \""
        + text
        + "\", expected auto, folder, image or a regular expression of the images' paths such as"
        + " patient(\\d+)";
  }

  /**
   * The group of an image.
   *
   * @param image as its own collection knows it
   * @param path the only one of this name in all collections
   * @throws UserError when the rule says nothing about it
   */
  String group(final CollectionImage image, final String path) {
    return switch (kind) {
      case AUTO -> image.group().isEmpty() ? path : image.group();
      case FOLDER -> folder(image);
      case IMAGE -> path;
      default -> found(image);
    };
  }

  private static String folder(final CollectionImage image) {
    final int end = image.path().indexOf('/');
    if (end < 0) {
      throw new UserError(
          "group is folder, but \""
              + image.path()
              + "\" lies in no folder below its collection: choose another group, or a folder for"
              + " each");
    }
    return image.path().substring(0, end);
  }

  private String found(final CollectionImage image) {
    final Matcher matcher = pattern.matcher(image.path());
    if (!matcher.find()) {
      throw new UserError(
          "group is \"" + pattern + "\", which is not found in the path \"" + image.path() + "\"");
    }
    final String group = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
    return group == null ? "" : group;
  }
}
