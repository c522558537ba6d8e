package io.github.inceptionlens.core;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Paths as users write them, and what keeps a file from being found though it is there: letters
 * that the locale cannot name.
 */
public final class FileNames {

  private static final Pattern FORBIDDEN = Pattern.compile("[\\\\/:*?\"<>|\\p{Cntrl}]");
  private static final int LONGEST = 96;

  private FileNames() {}

  /** The path that a text is; nothing for a text that is empty or no path. */
  public static Optional<Path> path(final String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (final InvalidPathException e) {
      return Optional.empty();
    }
  }

  /**
   * A text as a part of a file's name: what some system forbids there, or the locale cannot name,
   * becomes an underscore; of a long text the beginning stays.
   */
  public static String part(final String text) {
    final CharsetEncoder encoder =
        charset(System.getProperty("sun.jnu.encoding", "UTF-8")).newEncoder();
    final StringBuilder part = new StringBuilder();
    for (final int letter : text.strip().codePoints().toArray()) {
      final String one = Character.toString(letter);
      part.append(encoder.canEncode(one) && !FORBIDDEN.matcher(one).matches() ? one : "_");
      if (part.toString().getBytes(StandardCharsets.UTF_8).length > LONGEST) {
        break;
      }
    }
    return part.toString().strip();
  }

  /**
   * The end of a sentence about a file that cannot be found: names the locale and the remedy where
   * the path has letters that Java cannot hand to the system; else empty.
   */
  public static String hint(final String path) {
    return hint(path, System.getProperty("sun.jnu.encoding", "UTF-8"), locale());
  }

  static String hint(final String path, final String encoding, final String locale) {
    return charset(encoding).newEncoder().canEncode(path) && !path.contains("\uFFFD")
        ? ""
        : "; under the locale "
            + locale
            + " such letters cannot stand in paths: start ImageJ with a locale of UTF-8, for"
            + " instance LC_ALL=C.UTF-8";
  }

  private static Charset charset(final String encoding) {
    try {
      return Charset.forName(encoding);
    } catch (final IllegalCharsetNameException | UnsupportedCharsetException e) {
      return StandardCharsets.UTF_8;
    }
  }

  private static String locale() {
    return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
        .filter(name -> System.getenv(name) != null && !System.getenv(name).isEmpty())
        .map(name -> name + "=" + System.getenv(name))
        .findFirst()
        .orElse("that is set");
  }
}
