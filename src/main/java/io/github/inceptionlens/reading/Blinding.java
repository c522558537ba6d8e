package io.github.inceptionlens.reading;

import io.github.inceptionlens.core.Sha256;
import io.github.inceptionlens.core.UserError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The order in which a reader sees pictures without knowing what they are: shuffled, some of them
 * twice.
 *
 * @param cases in the reader's order
 * @param seed what the order was drawn from
 */
public record Blinding(List<Case> cases, long seed) {

  private static final int DIGITS = 3;
  private static final int MARK = 4;

  /**
   * What a picture is.
   *
   * @param source the image it comes from
   * @param slice its slice there, from 1
   * @param label the slice's label
   * @param method the method that made it
   */
  public record Origin(String source, int slice, String label, String method) {}

  /**
   * A case.
   *
   * @param name what the reader knows of it
   * @param picture which of the pictures it shows, from 0
   * @param origin what the picture is
   * @param repeats the name of the earlier case that shows the same picture, or an empty text
   */
  public record Case(String name, int picture, Origin origin, String repeats) {}

  /** Copies the list. */
  public Blinding {
    cases = List.copyOf(cases);
  }

  /**
   * Draws an order.
   *
   * @param pictures what they are
   * @param repeats how many of them are shown twice
   * @throws UserError when there are fewer than two pictures, or fewer than repeats
   */
  public static Blinding of(final List<Origin> pictures, final int repeats, final long seed) {
    if (pictures.size() < 2) {
      throw new UserError(
          "there is "
              + pictures.size()
              + " picture to read, but blinding needs at least two: take a stack, or from=open");
    }
    if (repeats < 0 || repeats > pictures.size()) {
      throw new UserError(
          "repeats is " + repeats + ", expected 0 to " + pictures.size() + " (all pictures)");
    }
    final Random random = new Random(seed);
    final List<Integer> order =
        new ArrayList<>(IntStream.range(0, pictures.size()).boxed().toList());
    Collections.shuffle(order, random);
    final List<Integer> twice = List.copyOf(order.subList(0, repeats));
    order.addAll(twice);
    Collections.shuffle(order, random);
    return new Blinding(cases(pictures, order), seed);
  }

  private static List<Case> cases(final List<Origin> pictures, final List<Integer> order) {
    final int digits = Math.max(DIGITS, String.valueOf(order.size()).length());
    final List<Case> cases = new ArrayList<>();
    for (int i = 0; i < order.size(); i++) {
      final int picture = order.get(i);
      final int first = order.indexOf(picture);
      cases.add(
          new Case(
              name(i, digits),
              picture,
              pictures.get(picture),
              first < i ? name(first, digits) : ""));
    }
    return cases;
  }

  private static String name(final int index, final int digits) {
    return String.format(Locale.ROOT, "Case %0" + digits + "d", index + 1);
  }

  /** What sheet and key must share: a text that tells nothing of the order. */
  public String mark() {
    final String text = seed + cases.stream().map(one -> "\n" + one).collect(Collectors.joining());
    return "R" + HexFormat.of().formatHex(Sha256.of(text), 0, MARK);
  }
}
