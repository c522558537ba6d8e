package io.github.inceptionlens.network.architecture;

import io.github.inceptionlens.core.UserError;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds a class by its label, by one of the names between its label's commas or, where the labels
 * are those of ILSVRC 2012, by its WordNet id.
 */
public final class ClassLookup {

  private static final int SUGGESTIONS = 4;

  /** Of what was typed, in characters: more than the names of classes have. */
  private static final int LONGEST_COMPARED = 200;

  private final List<String> labels;

  public ClassLookup(final List<String> labels) {
    this.labels = labels;
  }

  /**
   * The index of the class with the given label or name, in any case.
   *
   * @throws UserError when there is none or more than one; the sentence gives the closest classes
   */
  public int index(final String label) {
    final int[] found = found(label);
    if (found.length != 1) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "the target's class is '%s', but %s: %s",
              label,
              found.length == 0
                  ? "no class is called so; the closest are"
                  : "several classes are called so; give one of",
              described(found.length == 0 ? closest(plain(label)) : found)));
    }
    return found[0];
  }

  /** The index of the one class that is called so, in any case; nothing for none or several. */
  public OptionalInt find(final String label) {
    final int[] found = found(label);
    return found.length == 1 ? OptionalInt.of(found[0]) : OptionalInt.empty();
  }

  /** The classes with the given label or, where there are none, with the given name. */
  private int[] found(final String label) {
    final String wanted = plain(label);
    final int[] same = matching(i -> plain(labels.get(i)).equals(wanted));
    return same.length > 0 ? same : matching(i -> names(i).contains(wanted));
  }

  private int[] matching(final IntPredicate condition) {
    return IntStream.range(0, labels.size()).filter(condition).toArray();
  }

  private List<String> names(final int index) {
    final Stream<String> names =
        Arrays.stream(labels.get(index).split(",")).map(ClassLookup::plain);
    return Stream.concat(names, id(index)).toList();
  }

  private Stream<String> id(final int index) {
    return labels.equals(ClassLabels.IMAGENET)
        ? Stream.of(ClassLabels.IMAGENET_IDS.get(index))
        : Stream.empty();
  }

  private static String plain(final String text) {
    return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }

  private int[] closest(final String wanted) {
    final String begin = wanted.substring(0, Math.min(wanted.length(), LONGEST_COMPARED));
    final double[] distances =
        IntStream.range(0, labels.size()).mapToDouble(index -> distance(begin, index)).toArray();
    return IntStream.range(0, labels.size())
        .boxed()
        .sorted(Comparator.comparingDouble(index -> distances[index]))
        .limit(SUGGESTIONS)
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private double distance(final String wanted, final int index) {
    return names(index).stream().mapToDouble(name -> distance(wanted, name)).min().orElse(1);
  }

  /** 0 for the same, 1 for nothing in common; below a half where one text holds the other. */
  private static double distance(final String a, final String b) {
    final int longest = Math.max(Math.max(a.length(), b.length()), 1);
    final double edits = (double) edits(a, b) / longest;
    final boolean holds = !a.isEmpty() && (b.contains(a) || a.contains(b));
    return holds ? edits / 2 : edits;
  }

  /** Levenshtein's distance. */
  private static int edits(final String a, final String b) {
    int[] above = IntStream.rangeClosed(0, b.length()).toArray();
    for (int i = 1; i <= a.length(); i++) {
      final int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        final int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, 1 + Math.min(above[j], row[j - 1]));
      }
      above = row;
    }
    return above[b.length()];
  }

  private String described(final int[] indices) {
    return Arrays.stream(indices)
        .mapToObj(index -> "class:" + index + " '" + labels.get(index) + "'")
        .collect(Collectors.joining(", "));
  }
}
