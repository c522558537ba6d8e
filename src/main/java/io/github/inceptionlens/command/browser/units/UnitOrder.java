package io.github.inceptionlens.command.browser.units;

import io.github.inceptionlens.activation.ChannelStatistics;
import io.github.inceptionlens.network.edit.Dictionary;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;

/** An order of a layer's units, with the value that stands below each. */
public final class UnitOrder {

  /** By number, as the layer has them: of a dictionary its own order. */
  public static final UnitOrder NUMBER =
      new UnitOrder("number", false, Comparator.comparingInt(UnitOrder::channel), UnitOrder::mean);

  /** The largest mean over the selection first. */
  public static final UnitOrder MEAN =
      new UnitOrder("mean here", true, descending(ChannelStatistics::mean), UnitOrder::mean);

  /** The largest value within the selection first. */
  public static final UnitOrder PEAK =
      new UnitOrder("peak here", true, descending(ChannelStatistics::peak), UnitOrder::peak);

  /** What is above 0 at most places of the selection first. */
  public static final UnitOrder ACTIVE =
      new UnitOrder(
          "active places here", true, descending(ChannelStatistics::active), UnitOrder::active);

  /** By text, those without one last. */
  public static final UnitOrder LABEL =
      new UnitOrder(
          "label",
          false,
          Comparator.comparing((UnitFacts one) -> one.label().isEmpty())
              .thenComparing(one -> one.label().toLowerCase(Locale.ROOT)),
          UnitOrder::mean);

  private static final double PERCENT = 100;

  private final String title;
  private final boolean needsImage;
  private final Comparator<UnitFacts> comparator;
  private final Function<ChannelStatistics, String> value;

  private UnitOrder(
      final String title,
      final boolean needsImage,
      final Comparator<UnitFacts> comparator,
      final Function<ChannelStatistics, String> value) {
    this.title = title;
    this.needsImage = needsImage;
    this.comparator = comparator.thenComparingInt(UnitOrder::channel);
    this.value = value;
  }

  /**
   * A layer's channels in the order of a dictionary of it: those that weigh most in its first entry
   * come first, the heaviest before the others, then those of the second.
   */
  public static UnitOrder of(final Dictionary dictionary) {
    final int[] ranks = ranks(dictionary);
    return new UnitOrder(
        "dictionary " + dictionary.name(),
        false,
        Comparator.comparingInt(one -> ranks[channel(one)]),
        UnitOrder::mean);
  }

  private static int[] ranks(final Dictionary dictionary) {
    final int channels = dictionary.channels();
    final float[] weights = dictionary.decoder().orElse(dictionary.encoder());
    final int[] entries = new int[channels];
    final double[] shares = new double[channels];
    for (int entry = 0; entry < dictionary.entries(); entry++) {
      final int row = entry * channels;
      final double length =
          Math.sqrt(
              IntStream.range(row, row + channels)
                  .mapToDouble(i -> (double) weights[i] * weights[i])
                  .sum());
      for (int channel = 0; channel < channels && length > 0; channel++) {
        final double share = weights[row + channel] / length;
        if (entry == 0 || share > shares[channel]) {
          entries[channel] = entry;
          shares[channel] = share;
        }
      }
    }
    final List<Integer> order =
        IntStream.range(0, channels)
            .boxed()
            .sorted(
                Comparator.comparingInt((Integer one) -> entries[one])
                    .thenComparingDouble(one -> -shares[one]))
            .toList();
    final int[] ranks = new int[channels];
    IntStream.range(0, channels).forEach(i -> ranks[order.get(i)] = i);
    return ranks;
  }

  private static Comparator<UnitFacts> descending(final Function<ChannelStatistics, Double> value) {
    return Comparator.comparingDouble(
        one -> -one.here().map(value).orElse(Double.NEGATIVE_INFINITY));
  }

  private static int channel(final UnitFacts one) {
    return one.unit().channel();
  }

  private static String mean(final ChannelStatistics one) {
    return UnitFacts.text(one.mean());
  }

  private static String peak(final ChannelStatistics one) {
    return UnitFacts.text(one.peak());
  }

  private static String active(final ChannelStatistics one) {
    return String.format(Locale.ROOT, "%.0f %%", PERCENT * one.active());
  }

  /** Whether it says nothing without an image. */
  public boolean needsImage() {
    return needsImage;
  }

  /** The comparison; equal units stand by number. */
  public Comparator<UnitFacts> comparator() {
    return comparator;
  }

  /**
   * What stands below a unit: on the image what it goes by, or else the mean; empty without one.
   */
  public String value(final UnitFacts one) {
    return one.here().map(value).orElse("");
  }

  @Override
  public String toString() {
    return title;
  }
}
