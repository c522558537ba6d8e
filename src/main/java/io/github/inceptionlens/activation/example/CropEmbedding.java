package io.github.inceptionlens.activation.example;

import io.github.inceptionlens.activation.ActivationPath;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.geometry.FilterWeights;
import io.github.inceptionlens.core.geometry.Resampling;
import io.github.inceptionlens.network.Activations;
import io.github.inceptionlens.network.InceptionV1;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * How a layer sees crops: the mean of each channel over the positions of the crop alone, enlarged
 * or shrunk to {@value #SIDE} x {@value #SIDE} pixels. Crops are shown to the network some at a
 * time.
 */
public final class CropEmbedding {

  /** Width and height of a crop as the network sees it. */
  public static final int SIDE = 128;

  private static final int MOST_AT_ONCE = 32;

  private final InceptionV1 network;
  private final List<String> layer;
  private final int atOnce;
  private final List<Picture> waiting = new ArrayList<>();
  private final List<Consumer<double[]>> takers = new ArrayList<>();

  /**
   * @param layer canonical name
   */
  public CropEmbedding(final InceptionV1 network, final String layer) {
    this.network = network;
    this.layer = List.of(layer);
    atOnce = Math.min(MOST_AT_ONCE, network.batch(this.layer, SIDE, SIDE));
  }

  /**
   * Shows a crop, now or later.
   *
   * @param crop values 0 to 255
   * @param taker gets one value per channel
   */
  public void add(final Picture crop, final Consumer<double[]> taker) {
    waiting.add(resized(crop));
    takers.add(taker);
    if (waiting.size() >= atOnce) {
      finish();
    }
  }

  private static Picture resized(final Picture crop) {
    final Resampling resampling =
        new Resampling(
            FilterWeights.triangle(crop.width(), SIDE, 0, SIDE),
            FilterWeights.triangle(crop.height(), SIDE, 0, SIDE));
    return new Picture(
        SIDE, SIDE, Arrays.stream(crop.arrays()).limit(3).map(resampling::apply).toList());
  }

  /** Shows all crops that wait. */
  public void finish() {
    if (waiting.isEmpty()) {
      return;
    }
    final List<Activations> answers = network.run(List.copyOf(waiting), layer);
    for (int i = 0; i < answers.size(); i++) {
      takers.get(i).accept(ActivationPath.of(answers.get(i), layer).means().get(layer.get(0)));
    }
    waiting.clear();
    takers.clear();
  }
}
