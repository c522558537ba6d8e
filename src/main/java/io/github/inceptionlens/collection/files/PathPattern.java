package io.github.inceptionlens.collection.files;

import io.github.inceptionlens.core.UserError;
import java.io.File;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * A pattern of paths as shells have it: {@code *} within a name, {@code **} over any number of
 * folders, none included, {@code ?} one letter, {@code {tif,png}} one of several, {@code [0-9]}.
 *
 * @param text absolute, with {@code /} between folders
 * @param root the folder before the first name that is no plain one
 */
record PathPattern(String text, Path root) {

  private static final String WILD = "*?[{";

  static boolean isPattern(final String text) {
    return text.contains("*")
        || text.contains("?")
        || isBraced(text, '[', ']')
        || isBraced(text, '{', '}');
  }

  /** Brackets also stand in names of files that are there. */
  private static boolean isBraced(final String text, final char open, final char close) {
    return text.indexOf(open) >= 0
        && text.indexOf(close) > text.indexOf(open)
        && !new File(text).exists();
  }

  static PathPattern of(final String text) {
    final String slashed = File.separatorChar == '\\' ? text.replace('\\', '/') : text;
    final int end = slashed.lastIndexOf('/', first(slashed));
    final Path root = Path.of(slashed.substring(0, Math.max(0, end) + (end == 0 ? 1 : 0)));
    final Path absolute = root.toAbsolutePath().normalize();
    final String base = absolute.toString().replace('\\', '/');
    return new PathPattern(
        (base.endsWith("/") ? base : base + "/") + slashed.substring(end + 1), absolute);
  }

  /** Where the first letter stands that is no plain one. */
  private static int first(final String text) {
    return WILD.chars().map(text::indexOf).filter(at -> at >= 0).min().orElse(text.length());
  }

  /**
   * The files that fit, and what of them is of no use.
   *
   * @throws UserError when it is no pattern, or its root cannot be read
   */
  ImageListing listing() {
    final List<PathMatcher> matchers = matchers();
    return new FolderWalk(
            root, depth(), file -> matchers.stream().anyMatch(one -> one.matches(file)))
        .listing(text);
  }

  /** How many folders deep files can lie that fit. */
  private int depth() {
    return text.contains("**") ? Integer.MAX_VALUE : tail().split("/").length;
  }

  /** Of the pattern, and of that without the folders that need not be there. */
  private List<PathMatcher> matchers() {
    final String relative = tail();
    try {
      return Stream.of(relative, relative.replace("**/", ""))
          .distinct()
          .map(one -> FileSystems.getDefault().getPathMatcher("glob:" + one))
          .map(one -> (PathMatcher) path -> one.matches(root.relativize(path)))
          .toList();
    } catch (final PatternSyntaxException e) {
      throw new UserError(
          "images is \"" + text + "\", which is no pattern of paths: " + e.getDescription(), e);
    }
  }

  private String tail() {
    final String base = root.toString();
    return text.substring(base.length() + (base.endsWith("/") ? 0 : 1));
  }
}
