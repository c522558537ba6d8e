package io.github.inceptionlens.reading;

import io.github.inceptionlens.core.Choices;
import io.github.inceptionlens.core.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a filled reading sheet says once the key tells what the cases were: how often each group was
 * answered with yes, and how often the reader said the same of a picture shown twice.
 *
 * @param rates question by question, the groups in the order of their names
 * @param agreements of the questions, where there are repeats
 */
public record Tally(List<Rate> rates, List<Agreement> agreements) {

  /** What cases are grouped by. */
  public enum By {
    /** The method that made the picture. */
    METHOD,
    /** The image that it comes from. */
    SOURCE,
    /** Its slice's label. */
    LABEL;

    /**
     * The grouping with the given name, in any case.
     *
     * @throws UserError when there is none
     */
    public static By of(final String name) {
      return Choices.named("by", name, values(), by -> by.name().toLowerCase(Locale.ROOT));
    }

    private String group(final ReadingKey.Entry entry) {
      return switch (this) {
        case METHOD -> entry.method();
        case SOURCE -> entry.source();
        case LABEL -> entry.label();
      };
    }
  }

  /**
   * The answers to a question for a group; a picture shown twice counts once, as it was read first.
   *
   * @param yes the cases answered with yes among those answered
   * @param unread cases without an answer
   */
  public record Rate(String question, String group, Proportion yes, int unread) {}

  /**
   * The answers to a question for pictures shown twice.
   *
   * @param same the pairs with the same answer among those with two answers
   * @param kappa Cohen's kappa; NaN where all answers are the same
   */
  public record Agreement(String question, Proportion same, double kappa) {}

  /** Copies the lists. */
  public Tally {
    rates = List.copyOf(rates);
    agreements = List.copyOf(agreements);
  }

  /**
   * Tallies a sheet.
   *
   * @param text the sheet, a table with commas, semicolons or tabs
   * @param name the sheet's name, for messages
   * @throws UserError when the sheet and the key do not belong together, a case is missing, an
   *     answer is neither yes nor no, or there is no answer at all
   */
  public static Tally of(final String text, final String name, final ReadingKey key, final By by) {
    final Sheet sheet = Sheet.parse(text, name);
    check(sheet, name, key);
    final List<Rate> rates = new ArrayList<>();
    final List<Agreement> agreements = new ArrayList<>();
    for (final String question : sheet.columns()) {
      final Map<String, Optional<Boolean>> answers = answers(sheet, question);
      rates.addAll(rates(question, answers, key, by));
      agreement(question, answers, key).ifPresent(agreements::add);
    }
    if (rates.stream().allMatch(rate -> rate.yes().count() == 0)) {
      throw new UserError(
          name + " holds no answer yet: fill " + String.join(", ", sheet.columns()));
    }
    return new Tally(rates, agreements);
  }

  private static void check(final Sheet sheet, final String name, final ReadingKey key) {
    if (!sheet.mark().equals(key.mark())) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%s is of set \"%s\", but the key is of set \"%s\": take the key that was written with"
                  + " the sheet",
              name,
              sheet.mark(),
              key.mark()));
    }
    if (sheet.columns().isEmpty()) {
      throw new UserError(name + " has no column besides Set and Case to tally");
    }
    final List<String> named = sheet.rows().stream().map(Sheet.Row::name).toList();
    final List<String> unknown =
        named.stream().filter(one -> !key.entries().containsKey(one)).toList();
    final List<String> lacking =
        key.entries().keySet().stream().filter(one -> !named.contains(one)).toList();
    if (!unknown.isEmpty()) {
      throw new UserError(name + " names " + unknown.get(0) + ", which the key does not hold");
    } else if (!lacking.isEmpty()) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "%s lacks %d case(s) of the key, the first is %s: keep every row, and leave what was"
                  + " not read empty",
              name,
              lacking.size(),
              lacking.get(0)));
    }
  }

  private static Map<String, Optional<Boolean>> answers(final Sheet sheet, final String question) {
    final Map<String, Optional<Boolean>> answers = new LinkedHashMap<>();
    for (final Sheet.Row row : sheet.rows()) {
      answers.put(row.name(), row.answer(question));
    }
    return answers;
  }

  private static List<Rate> rates(
      final String question,
      final Map<String, Optional<Boolean>> answers,
      final ReadingKey key,
      final By by) {
    final Map<String, List<Optional<Boolean>>> groups = new TreeMap<>();
    key.entries()
        .forEach(
            (name, entry) -> {
              if (entry.repeats().isEmpty()) {
                groups
                    .computeIfAbsent(by.group(entry), group -> new ArrayList<>())
                    .add(answers.get(name));
              }
            });
    final List<Rate> rates = new ArrayList<>();
    groups.forEach((group, given) -> rates.add(rate(question, group, given)));
    return rates;
  }

  private static Rate rate(
      final String question, final String group, final List<Optional<Boolean>> given) {
    final List<Boolean> read = given.stream().flatMap(Optional::stream).toList();
    final int yes = (int) read.stream().filter(answer -> answer).count();
    return new Rate(question, group, new Proportion(yes, read.size()), given.size() - read.size());
  }

  private static Optional<Agreement> agreement(
      final String question, final Map<String, Optional<Boolean>> answers, final ReadingKey key) {
    final List<boolean[]> pairs = new ArrayList<>();
    boolean repeated = false;
    for (final Map.Entry<String, ReadingKey.Entry> entry : key.entries().entrySet()) {
      final Optional<Boolean> first = entry.getValue().repeats().flatMap(answers::get);
      final Optional<Boolean> second = answers.get(entry.getKey());
      repeated |= entry.getValue().repeats().isPresent();
      if (first.isPresent() && second.isPresent()) {
        pairs.add(new boolean[] {first.get(), second.get()});
      }
    }
    return repeated ? Optional.of(agreement(question, pairs)) : Optional.empty();
  }

  /** Cohen 1960: the agreement beyond that of two readers who answer so often with yes. */
  private static Agreement agreement(final String question, final List<boolean[]> pairs) {
    final double count = pairs.size();
    final int same = (int) pairs.stream().filter(pair -> pair[0] == pair[1]).count();
    final double first = pairs.stream().filter(pair -> pair[0]).count() / count;
    final double second = pairs.stream().filter(pair -> pair[1]).count() / count;
    final double chance = first * second + (1 - first) * (1 - second);
    final double kappa = chance == 1 ? Double.NaN : (same / count - chance) / (1 - chance);
    return new Agreement(question, new Proportion(same, pairs.size()), kappa);
  }
}
