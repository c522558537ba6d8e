package io.github.inceptionlens.activation;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.UserError;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.RandomWeights;
import io.github.inceptionlens.network.SmallNetworks;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Reads a layer that is larger than Java's memory; what a test's child runs. */
public final class LargeLayerProbe {

  private static final int SIDE = 2048;
  private static final String LAYER = "conv2d0";

  private LargeLayerProbe() {}

  /** A picture that is never there as a whole; counts how often it is looked at. */
  private static final class Rows implements View {

    private int looks;

    @Override
    public int width() {
      return SIDE;
    }

    @Override
    public int height() {
      return SIDE;
    }

    @Override
    public Picture picture() {
      throw new UnsupportedOperationException("too large");
    }

    @Override
    public Picture rows(final int top, final int count) {
      looks += top == 0 ? 1 : 0;
      final float[] plane = new float[SIDE * count];
      for (int row = 0; row < count; row++) {
        final Random random = new Random(top + row);
        for (int i = row * SIDE; i < (row + 1) * SIDE; i++) {
          plane[i] = random.nextInt(256);
        }
      }
      return new Picture(SIDE, count, List.of(plane, plane, plane));
    }

    @Override
    public Placement placement() {
      return Placement.identity(SIDE, SIDE);
    }

    @Override
    public boolean contains(final int x, final int y) {
      return true;
    }
  }

  /** Prints how the whole is refused, then what is read, with how many looks and its mean. */
  public static void main(final String[] arguments) {
    final Architecture full = Training.CAFFE.architecture();
    try (InceptionV1 network =
        new InceptionV1(SmallNetworks.engine(), full, RandomWeights.of(full, 7))) {
      final Rows view = new Rows();
      try {
        network.run(view, List.of(LAYER), Progress.NONE);
      } catch (final UserError refusal) {
        System.out.println(refusal.getMessage());
      }
      final ChannelStatistics first =
          ChannelStatistics.strongest(
                  ChannelStatistics.of(network, LAYER, view), ChannelOrder.MEAN, 1)
              .get(0);
      System.out.println(first.unit() + " " + first.mean());
      maps(network, "strongest:1");
      maps(network, String.valueOf(first.unit().channel()));
      all(network, first.unit());
    }
    System.exit(0);
  }

  private static void maps(final InceptionV1 network, final String channels) {
    final Rows view = new Rows();
    final ActivationMaps.Request request =
        new ActivationMaps.Request(LAYER, ChannelSelection.parse(channels), Registration.NONE);
    final ActivationMaps maps =
        ActivationMaps.of(network, List.of(view), request, planned -> {}, Progress.NONE);
    System.out.println(maps.units().get(0) + " " + mean(maps.grids().plane(0)) + " " + view.looks);
  }

  private static void all(final InceptionV1 network, final Unit unit) {
    final Rows view = new Rows();
    final ActivationMaps.Request request =
        new ActivationMaps.Request(LAYER, ChannelSelection.parse("all"), Registration.NONE);
    final List<Unit> units = new ArrayList<>();
    final double[] mean = {0};
    ActivationMaps.each(
        network,
        List.of(view),
        request,
        (one, grid, map) -> {
          units.add(one);
          mean[0] = one.equals(unit) ? mean(grid) : mean[0];
        },
        Progress.NONE);
    System.out.println(unit + " " + mean[0] + " of " + units.size() + " " + (view.looks > 1));
  }

  private static double mean(final float[] values) {
    double sum = 0;
    for (final float value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
