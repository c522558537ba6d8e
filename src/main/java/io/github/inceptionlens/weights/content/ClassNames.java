package io.github.inceptionlens.weights.content;

import io.github.inceptionlens.core.PrintableText;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.network.architecture.Training;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The names of a network's classes in a text file beside its weights: {@code bees.labels.txt}
 * beside {@code bees.caffemodel}, UTF-8, one name per line in the order of the outputs.
 */
public final class ClassNames {

  /** What follows the name of the weights without its own ending. */
  public static final String ENDING = ".labels.txt";

  /** Of a longer text nothing is read. */
  public static final int MOST_BYTES = 1 << 20;

  private ClassNames() {}

  /** Where the names lie, if they do. */
  public static Path beside(final Path weights) {
    final String name = weights.getFileName().toString();
    final int dot = name.lastIndexOf('.');
    return weights.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ENDING);
  }

  /**
   * A published training with the classifier of a file and the names of its classes: those of the
   * text beside the file, else the published ones where the classifier is the published one by name
   * and size, else numbers.
   *
   * @param head none where the file holds none
   * @param weights the file; none where the weights are in no file of their own
   * @throws UserError when the text does not hold one name per class
   */
  public static Training named(
      final Training published, final Optional<Classifier> head, final Optional<Path> weights)
      throws IOException {
    final int classes = head.map(Classifier::classes).orElse(0);
    final Optional<Path> text = weights.map(ClassNames::beside).filter(Files::isRegularFile);
    if (text.isPresent()) {
      return published.withHead(read(text.get(), classes));
    }
    final boolean same =
        classes == published.labels().size() && head.filter(Classifier::usual).isPresent();
    return same ? published : published.withHead(numbered(classes));
  }

  private static List<String> numbered(final int classes) {
    return IntStream.range(0, classes).mapToObj(i -> "class " + i).toList();
  }

  private static List<String> read(final Path file, final int classes) throws IOException {
    try (InputStream text = Files.newInputStream(file)) {
      final byte[] bytes = text.readNBytes(MOST_BYTES + 1);
      final List<String> names = lines(bytes);
      if (!isList(bytes)) {
        throw new UserError(
            "\""
                + file
                + "\" lies beside the weights, but is no list of names: write one name per line, in"
                + " UTF-8, or take the file away");
      }
      if (names.size() != classes) {
        throw new UserError(
            String.format(
                Locale.ROOT,
                "\"%s\" names %d classes, but the weights beside it have %s: write one name per"
                    + " line, in the order of the outputs, or take the file away",
                file,
                names.size(),
                classes == 0 ? "no classifier" : classes));
      }
      return names;
    }
  }

  /** The lines of a text, without blanks around them and without blank lines at the end. */
  public static List<String> lines(final byte[] text) {
    final String all = new String(text, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
    return all.stripTrailing().lines().map(String::strip).toList();
  }

  /** Whether a text is short enough and holds a name that can be shown in every line. */
  public static boolean isList(final byte[] text) {
    return text.length <= MOST_BYTES && lines(text).stream().allMatch(ClassNames::isName);
  }

  private static boolean isName(final String line) {
    return !line.isBlank()
        && line.length() <= PrintableText.MOST
        && line.indexOf('\uFFFD') < 0
        && line.chars().noneMatch(Character::isISOControl);
  }
}
