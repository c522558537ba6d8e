package io.github.inceptionlens.dictionary.truth;

import io.github.inceptionlens.dictionary.sparse.SparseFigures;
import io.github.inceptionlens.textures.structure.TextureClass;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints what was told, in Markdown. */
final class TruthReport {

  /** Structures that fewer places show are rare. */
  private static final double RARE = 0.02;

  private final PrintStream out;
  private boolean isBegun;

  TruthReport(final PrintStream out) {
    this.out = out;
  }

  /**
   * A row per structure, rare ones apart, and what it comes to.
   *
   * @param own ways to read the latents, the first of which counts
   * @param rivals channels first
   * @param permuted area by structure
   */
  void structures(final List<Told> own, final List<Told> rivals, final double[] permuted) {
    out.println();
    final List<TextureClass> all = Arrays.asList(TextureClass.values());
    head(own, rivals);
    all.stream().filter(one -> !isRare(own, one)).forEach(one -> row(one, own, rivals, permuted));
    mean(own, rivals, permuted);
    out.printf(Locale.ROOT, "%nRare structures (at under %.2f of the places): ", RARE);
    if (all.stream().noneMatch(one -> isRare(own, one))) {
      out.printf(Locale.ROOT, "none.%n%n");
    } else {
      out.printf(Locale.ROOT, "%n%n");
      head(own, rivals);
      all.stream().filter(one -> isRare(own, one)).forEach(one -> row(one, own, rivals, permuted));
      out.println();
    }
    sum(own, rivals, permuted);
  }

  private void mean(final List<Told> own, final List<Told> rivals, final double[] permuted) {
    final StringBuilder row = new StringBuilder("| mean of all | ");
    own.forEach(one -> row.append(String.format(Locale.ROOT, "| %.3f ", one.meanArea())));
    rivals.forEach(one -> row.append(String.format(Locale.ROOT, "| %.3f ", one.meanArea())));
    row.append(
        String.format(
            Locale.ROOT,
            "| 0.5 | %.3f | %.2f | %.2f | |",
            Arrays.stream(permuted).average().orElseThrow(),
            own.get(0).meanPrecision(),
            rivals.get(0).meanPrecision()));
    out.println(row);
  }

  private static boolean isRare(final List<Told> own, final TextureClass structure) {
    return own.get(0).prevalence(structure.ordinal()) < RARE;
  }

  private void head(final List<Told> own, final List<Told> rivals) {
    final StringBuilder head = new StringBuilder("| structure | best latent ");
    own.forEach(one -> head.append("| ").append(one.name()).append(' '));
    rivals.forEach(one -> head.append("| ").append(one.name()).append(' '));
    head.append("| constant | permuted | latent AP | channel AP | prevalence |");
    line(head.toString());
  }

  private void row(
      final TextureClass structure,
      final List<Told> own,
      final List<Told> rivals,
      final double[] permuted) {
    final int index = structure.ordinal();
    final BestUnit best = own.get(0).best().get(index);
    final StringBuilder row = new StringBuilder();
    row.append(
        String.format(
            Locale.ROOT, "| %s | %s%d ", structure.label(), best.not() ? "not " : "", best.unit()));
    own.forEach(one -> row.append(String.format(Locale.ROOT, "| %.3f ", one.area(index))));
    rivals.forEach(one -> row.append(String.format(Locale.ROOT, "| %.3f ", one.area(index))));
    row.append(
        String.format(
            Locale.ROOT,
            "| 0.5 | %.3f | %.2f | %.2f | %.3f |",
            permuted[index],
            own.get(0).precision(index),
            rivals.get(0).precision(index),
            own.get(0).prevalence(index)));
    out.println(row);
  }

  /**
   * A row per setting, with a head before the first one.
   *
   * @param scenes what becomes of scenes
   * @param textures what becomes of pictures of one structure
   */
  void setting(
      final LearnedDictionary learned,
      final List<Told> own,
      final List<Told> rivals,
      final Downstream scenes,
      final Downstream textures) {
    if (!isBegun) {
      isBegun = true;
      final StringBuilder head =
          new StringBuilder(
              "| dictionary | unexplained | dead | dense | top class of scenes stays | of one structure |");
      own.forEach(
          one -> head.append(one.name().replaceAll(".+", " $0 area | AP | wins | AP wins |")));
      line(head.toString());
    }
    final SparseFigures figures = learned.trained().figures();
    final StringBuilder row = new StringBuilder();
    row.append(
        String.format(
            Locale.ROOT,
            "| %s | %.3f | %.3f | %.3f | %.3f | %.3f |",
            learned.setting(),
            figures.unexplained(),
            figures.dead(),
            figures.dense(),
            scenes.agreement(),
            textures.agreement()));
    own.forEach(
        one ->
            row.append(
                String.format(
                    Locale.ROOT,
                    " %.3f | %.2f | %d | %d |",
                    one.meanArea(),
                    one.meanPrecision(),
                    one.wins(rivals),
                    one.preciseWins(rivals))));
    out.println(row);
    out.flush();
  }

  private void line(final String head) {
    out.println(head);
    out.println("|---".repeat((int) head.chars().filter(one -> one == '|').count() - 1) + "|");
  }

  /** The last line: on how many structures each way to read the latents beats all others. */
  private void sum(final List<Told> own, final List<Told> rivals, final double[] permuted) {
    final List<Told> named =
        rivals.stream().filter(one -> !one.name().equals(Contestants.BEFORE)).toList();
    out.printf(
        Locale.ROOT,
        "Structures, of %d, on which the area is above that of each of %s, a constant and permuted"
            + " labels: %s; also above that of %s: %s%n",
        permuted.length,
        named.stream().map(Told::name).collect(Collectors.joining(", ")),
        counts(own, named, permuted),
        Contestants.BEFORE,
        counts(own, rivals, permuted));
  }

  private static String counts(
      final List<Told> own, final List<Told> rivals, final double[] permuted) {
    return own.stream()
        .map(one -> one.name() + " " + one.wins(rivals, permuted))
        .collect(Collectors.joining(", "));
  }
}
