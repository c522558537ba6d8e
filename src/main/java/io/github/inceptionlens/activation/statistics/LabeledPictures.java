package io.github.inceptionlens.activation.statistics;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What units tell of the labels of pictures by their means on each. */
public final class LabeledPictures {

  private static final int DEALS = 4;

  /** Of more units so many are taken for what chance does. */
  private static final int MOST_DEALT = 512;

  private final List<PictureMeans> pictures;
  private final List<String> labels;
  private final List<String> all;

  /**
   * @param seen in any order; those without a label are left out
   */
  LabeledPictures(final List<PictureMeans> seen) {
    pictures =
        seen.stream()
            .filter(one -> !one.label().isEmpty())
            .sorted(Comparator.comparing(PictureMeans::picture))
            .toList();
    labels = pictures.stream().map(PictureMeans::label).toList();
    all = labels.stream().distinct().sorted().toList();
  }

  /** How many pictures have a label. */
  public int size() {
    return pictures.size();
  }

  /** The labels, each once, in alphabetical order. */
  public List<String> labels() {
    return all;
  }

  /** The label that each unit tells best, by channel. */
  public List<ToldLabel> told() {
    return IntStream.range(0, channels()).parallel().mapToObj(this::told).toList();
  }

  private int channels() {
    return pictures.isEmpty() ? 0 : pictures.get(0).means().length;
  }

  ToldLabel told(final int channel) {
    return all.size() < 2 ? ToldLabel.NONE : ToldLabel.of(means(channel), labels, all);
  }

  private double[] means(final int channel) {
    return pictures.stream().mapToDouble(one -> one.means()[channel]).toArray();
  }

  /** The mean over the pictures of each label of a unit's mean on it. */
  Map<String, Double> labelMeans(final int channel) {
    final Map<String, Double> means =
        pictures.stream()
            .collect(
                Collectors.groupingBy(
                    PictureMeans::label, Collectors.averagingDouble(one -> one.means()[channel])));
    final Map<String, Double> sorted = new LinkedHashMap<>();
    all.forEach(label -> sorted.put(label, means.get(label)));
    return sorted;
  }

  /**
   * How many units would tell a label on the half of the pictures that was held out, if the labels
   * said nothing: the mean number where they are dealt out anew among the pictures four times; of
   * more than 512 units that of so many, for all.
   *
   * @param least the area under ROC that counts as told
   * @param seed what is dealt is drawn from it
   */
  public double toldByChance(final double least, final long seed) {
    if (all.size() < 2) {
      return 0;
    }
    final int step = (channels() + MOST_DEALT - 1) / MOST_DEALT;
    final int[] some =
        IntStream.range(0, channels()).filter(channel -> channel % step == 0).toArray();
    final Random dice = new Random(seed);
    long told = 0;
    for (int deal = 0; deal < DEALS; deal++) {
      final List<String> dealt = new ArrayList<>(labels);
      Collections.shuffle(dealt, dice);
      told +=
          IntStream.of(some)
              .parallel()
              .filter(
                  channel -> ToldLabel.heldOut(means(channel), dealt, all).told().area() >= least)
              .count();
    }
    return (double) told / DEALS * channels() / some.length;
  }
}
