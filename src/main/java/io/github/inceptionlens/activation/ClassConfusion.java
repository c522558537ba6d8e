package io.github.inceptionlens.activation;

import io.github.inceptionlens.activation.PictureClasses.Answer;
import io.github.inceptionlens.network.architecture.ClassLookup;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

/**
 * How a network's best classes agree with what the pictures are said to show. Pictures whose label
 * is no class of the network do not count.
 *
 * @param classes the indices of the classes that are a label or a best class, ascending
 * @param counts [label, best class], by position in {@code classes}
 */
public record ClassConfusion(List<Integer> classes, int[][] counts) {

  /**
   * The confusion of some answers.
   *
   * @param labels the network's classes
   * @return nothing where no picture's label is a class
   */
  public static Optional<ClassConfusion> of(final List<Answer> answers, final List<String> labels) {
    final ClassLookup lookup = new ClassLookup(labels);
    final List<Answer> counted =
        answers.stream().filter(one -> label(lookup, one).isPresent()).toList();
    final TreeSet<Integer> all = new TreeSet<>();
    for (final Answer one : counted) {
      all.add(label(lookup, one).getAsInt());
      all.add(one.best().get(0).index());
    }
    final List<Integer> classes = List.copyOf(all);
    final int[][] counts = new int[classes.size()][classes.size()];
    for (final Answer one : counted) {
      final int row = classes.indexOf(label(lookup, one).getAsInt());
      counts[row][classes.indexOf(one.best().get(0).index())]++;
    }
    return counted.isEmpty() ? Optional.empty() : Optional.of(new ClassConfusion(classes, counts));
  }

  /** Folders are often named with underscores where classes have blanks. */
  private static OptionalInt label(final ClassLookup lookup, final Answer answer) {
    final OptionalInt found = lookup.find(answer.label());
    return found.isPresent() ? found : lookup.find(answer.label().replace('_', ' '));
  }

  /** How many pictures have the class at a position as their label. */
  public int pictures(final int position) {
    int sum = 0;
    for (final int count : counts[position]) {
      sum += count;
    }
    return sum;
  }

  /** How many of those are taken for it. */
  public int correct(final int position) {
    return counts[position][position];
  }

  /** How many pictures count. */
  public int pictures() {
    int sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += pictures(i);
    }
    return sum;
  }

  /** The part of them that is taken for what its label says, 0 to 1. */
  public double accuracy() {
    int sum = 0;
    for (int i = 0; i < counts.length; i++) {
      sum += correct(i);
    }
    return (double) sum / pictures();
  }
}
