package io.github.inceptionlens.activation;

import io.github.inceptionlens.core.ChannelRange;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Layer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which channels of a layer are meant: {@code strongest:12}, {@code all}, or a list such as {@code
 * 447} or {@code 0-15,447}.
 */
public final class ChannelSelection {

  private static final Pattern STRONGEST = Pattern.compile("strongest\\s*:\\s*(\\d{1,6})");

  private final String text;
  private final int strongest;
  private final boolean all;
  private final List<ChannelRange> ranges;

  private ChannelSelection(
      final String text, final int strongest, final boolean all, final List<ChannelRange> ranges) {
    this.text = text;
    this.strongest = strongest;
    this.all = all;
    this.ranges = ranges;
  }

  /**
   * Reads the notation.
   *
   * @throws UserError when the text has another form
   */
  public static ChannelSelection parse(final String text) {
    return parse("channels", text);
  }

  /**
   * Reads the notation.
   *
   * @param key what the text is the value of, for the sentence
   * @throws UserError when the text has another form
   */
  public static ChannelSelection parse(final String key, final String text) {
    final String words = text.strip();
    final Matcher ranked = STRONGEST.matcher(words);
    if (ranked.matches() && Integer.parseInt(ranked.group(1)) > 0) {
      return new ChannelSelection(words, Integer.parseInt(ranked.group(1)), false, List.of());
    }
    if (words.equals("all")) {
      return new ChannelSelection(words, 0, true, List.of());
    }
    final List<ChannelRange> ranges =
        Arrays.stream(words.split(",", -1)).map(part -> range(key, part, text)).toList();
    return new ChannelSelection(words, 0, false, ranges);
  }

  private static ChannelRange range(final String key, final String part, final String text) {
    return ChannelRange.parse(part)
        .orElseThrow(
            () ->
                new UserError(
                    key
                        + " is \""
                        + text
                        + "\", expected strongest:12, all, or a list such as 0-15,447"));
  }

  /** Whether {@link #of} needs to know how strong the channels are. */
  public boolean ranks() {
    return strongest > 0;
  }

  /**
   * The channels that are meant, each once; ranked ones come strongest first, equal ones by index.
   *
   * @param strength one value per channel, asked for only when {@link #ranks}
   * @throws UserError when the layer lacks a channel
   */
  public List<Integer> of(final Layer layer, final Supplier<double[]> strength) {
    if (ranks()) {
      return strongest(strength.get());
    }
    if (all) {
      return IntStream.range(0, layer.channels()).boxed().toList();
    }
    return ranges.stream()
        .peek(range -> layer.unit(range.last()))
        .flatMap(range -> range.channels().boxed())
        .distinct()
        .toList();
  }

  /**
   * How many channels are meant.
   *
   * @throws UserError when the layer lacks a channel
   */
  public int count(final Layer layer) {
    return ranks() ? Math.min(strongest, layer.channels()) : of(layer, () -> new double[0]).size();
  }

  private List<Integer> strongest(final double[] strength) {
    return IntStream.range(0, strength.length)
        .boxed()
        .sorted((a, b) -> Double.compare(strength[b], strength[a]))
        .limit(strongest)
        .toList();
  }

  @Override
  public String toString() {
    return text;
  }
}
