package io.github.inceptionlens.reading;

import io.github.inceptionlens.core.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A reader's way through the cases of a reading sheet: what is answered, and which question of
 * which case is next.
 *
 * <p>It begins at the first question that has no answer, so that a reading that was left goes on
 * where it stopped. After the last question of the last case it stays there.
 */
public final class Reading {

  private static final String YES = "y";
  private static final String NO = "n";
  private static final String NOTHING = "-";

  private final String name;
  private Sheet sheet;
  private int place;
  private int question;

  private Reading(final Sheet sheet, final String name) {
    this.sheet = sheet;
    this.name = name;
  }

  /**
   * The reading that a sheet holds so far.
   *
   * @param text the sheet, a table with commas, semicolons or tabs
   * @param name the sheet's name, for messages
   * @throws UserError when it is no sheet, asks nothing, or holds an answer that is neither yes nor
   *     no
   */
  public static Reading of(final String text, final String name) {
    final Sheet sheet = Sheet.parse(text, name);
    if (sheet.columns().isEmpty()) {
      throw new UserError(name + " has no column besides Set and Case, and so no question");
    }
    sheet.rows().forEach(row -> sheet.columns().forEach(row::answer));
    final Reading reading = new Reading(sheet, name);
    reading.goOn();
    return reading;
  }

  /** Whether a text is a sheet in which something stands besides sets and cases. */
  public static boolean isBegun(final String text) {
    try {
      final Sheet sheet = Sheet.parse(text, "the sheet");
      return sheet.rows().stream()
          .anyMatch(row -> sheet.columns().stream().anyMatch(one -> !row.cell(one).isEmpty()));
    } catch (final UserError noSheet) {
      return false;
    }
  }

  /** Which set of cases it is of. */
  public String mark() {
    return sheet.mark();
  }

  /** The names of the cases, in the order in which they are read. */
  public List<String> cases() {
    return sheet.rows().stream().map(Sheet.Row::name).toList();
  }

  /** The questions, each answered with yes or no. */
  public List<String> questions() {
    return sheet.columns();
  }

  /** The case at hand, from 0. */
  public int place() {
    return place;
  }

  /** The question at hand, from 0. */
  public int question() {
    return question;
  }

  /** The answer to a question of the case at hand. */
  public Optional<Boolean> answer(final int of) {
    return answer(place, of);
  }

  private Optional<Boolean> answer(final int of, final int asked) {
    return sheet.rows().get(of).answer(questions().get(asked));
  }

  /** How many cases have an answer to every question. */
  public int read() {
    return (int) IntStream.range(0, cases().size()).filter(one -> unread(one).isEmpty()).count();
  }

  /** Whether every question of every case is answered. */
  public boolean isComplete() {
    return read() == cases().size();
  }

  private Optional<Integer> unread(final int of) {
    return IntStream.range(0, questions().size())
        .filter(asked -> answer(of, asked).isEmpty())
        .boxed()
        .findFirst();
  }

  /**
   * Answers the question at hand and goes to the next one: of this case, or, after its last, to one
   * of it that has no answer yet, or to the next case.
   */
  public void say(final boolean yes) {
    set(place, question, Optional.of(yes));
    if (question + 1 < questions().size()) {
      question++;
    } else {
      unread(place).ifPresentOrElse(this::choose, () -> move(1));
    }
  }

  /** Takes back the answer to the question at hand. */
  public void takeBack() {
    set(place, question, Optional.empty());
  }

  private void set(final int of, final int asked, final Optional<Boolean> answer) {
    sheet = sheet.with(of, questions().get(asked), answer);
  }

  /** Goes to another case, so many further on, and its first question; never beyond the ends. */
  public void move(final int cases) {
    final int to = Math.max(0, Math.min(cases().size() - 1, place + cases));
    question = to == place ? question : 0;
    place = to;
  }

  /** Goes to another question of the case at hand; nothing happens where there is none. */
  public void choose(final int asked) {
    question = asked >= 0 && asked < questions().size() ? asked : question;
  }

  /** Goes to the first question without an answer; nothing happens where there is none. */
  public void goOn() {
    for (int one = 0; one < cases().size(); one++) {
      final Optional<Integer> first = unread(one);
      if (first.isPresent()) {
        place = one;
        question = first.get();
        return;
      }
    }
  }

  /**
   * Takes answers: y, n or - for every question of every case, in the order of the sheet's rows and
   * columns; spaces and commas between them do not count, and a dash leaves the answer as it is.
   *
   * @throws UserError when there are more or fewer, or something else stands among them
   */
  public void take(final String answers) {
    final String given = answers.toLowerCase(Locale.ROOT).replaceAll("[\\s,]", "");
    final int count = questions().size();
    if (!given.matches("[yn-]*") || given.length() != cases().size() * count) {
      throw new UserError(
          String.format(
              Locale.ROOT,
              "answers is \"%s\", expected y, n or - for each of %d question(s) of %d cases of %s,"
                  + " %d in all, case after case",
              answers,
              count,
              cases().size(),
              name,
              cases().size() * count));
    }
    for (int i = 0; i < given.length(); i++) {
      if (given.charAt(i) != NOTHING.charAt(0)) {
        set(i / count, i % count, Optional.of(given.charAt(i) == YES.charAt(0)));
      }
    }
    goOn();
  }

  /** The answers as {@link #take} takes them, with commas between cases of several questions. */
  public String answers() {
    final List<String> all = new ArrayList<>();
    for (int one = 0; one < cases().size(); one++) {
      final int of = one;
      all.add(
          IntStream.range(0, questions().size())
              .mapToObj(asked -> answer(of, asked).map(yes -> yes ? YES : NO).orElse(NOTHING))
              .collect(Collectors.joining()));
    }
    return String.join(questions().size() > 1 ? "," : "", all);
  }

  /** The sheet with the answers so far: a table with commas, with all columns that it had. */
  public String text() {
    return sheet.text();
  }
}
