package io.github.inceptionlens.activation;

import ij.IJ;
import ij.ImagePlus;
import ij.process.ImageProcessor;
import io.github.inceptionlens.InceptionLens;
import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.evaluation.measure.GroundTruth;
import io.github.inceptionlens.network.FeatureMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A program that prints how well the channels which are taken for structures of known masks follow
 * them: the distinct one and the one with the largest mean, with the structure selected and with
 * nothing selected. Arguments: networks, by name or path.
 */
public final class DistinctChannelTable {

  static final List<String> LAYERS = List.of("mixed3b", "mixed4c", "mixed4e");

  private static final Path SAMPLES = Path.of("sample-images");
  private static final int FEWEST = 3;

  /**
   * Mean areas under ROC on a layer's grid.
   *
   * @param distinct of the distinct channel, the structure selected
   * @param strongest of the channel with the largest mean over the structure
   * @param distinctAlone of the distinct channel with nothing selected, where it may also be silent
   *     on the structure
   * @param strongestAlone the same of the channel with the largest mean
   */
  record Areas(double distinct, double strongest, double distinctAlone, double strongestAlone) {}

  private DistinctChannelTable() {}

  /** Prints a line per network. */
  public static void main(final String... networks) throws IOException {
    for (final String network : new LinkedHashSet<>(List.of(networks))) {
      try (InceptionLens lens = InceptionLens.open(network)) {
        final Areas areas = of(lens, LAYERS);
        System.out.printf(
            Locale.ROOT,
            "%s: selected %.3f (largest mean %.3f), nothing selected %.3f (largest mean %.3f)%n",
            lens.network().architecture().name(),
            areas.distinct,
            areas.strongest,
            areas.distinctAlone,
            areas.strongestAlone);
      }
    }
  }

  static Areas of(final InceptionLens lens, final List<String> layers) throws IOException {
    final List<double[]> all = new ArrayList<>();
    for (final Path mask : masks()) {
      final ImagePlus image = IJ.openImage(image(mask).toString());
      final ImageProcessor truth = IJ.openImage(mask.toString()).getProcessor();
      final Picture picture = InceptionLens.picture(image);
      for (final String layer : layers) {
        final FeatureMap map = lens.activations(picture, layer);
        final boolean[] inside = inside(map.geometry(), truth);
        int count = 0;
        for (final boolean one : inside) {
          count += one ? 1 : 0;
        }
        if (count >= FEWEST && count <= inside.length - FEWEST) {
          all.add(areas(map, picture, truth, inside));
        }
      }
    }
    final double[] means = new double[4];
    for (int i = 0; i < means.length; i++) {
      final int column = i;
      means[i] = all.stream().mapToDouble(one -> one[column]).average().orElseThrow();
    }
    return new Areas(means[0], means[1], means[2], means[3]);
  }

  private static List<Path> masks() throws IOException {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return files
          .filter(file -> file.getFileName().toString().matches("(comp|nuc|scene).*-mask-.*\\.png"))
          .sorted()
          .toList();
    }
  }

  private static Path image(final Path mask) {
    final String name = mask.getFileName().toString().replaceAll("-mask-.*", "");
    final Path tiff = SAMPLES.resolve(name + ".tif");
    return Files.exists(tiff) ? tiff : SAMPLES.resolve(name + ".png");
  }

  private static double[] areas(
      final FeatureMap map,
      final Picture picture,
      final ImageProcessor truth,
      final boolean[] inside) {
    final double[] selected = ChannelContrast.of(map, view(picture, truth));
    final double[] alone = ChannelContrast.of(map, View.of(picture));
    final double[] here = new double[map.layer().channels()];
    final double[] everywhere = new double[here.length];
    for (int channel = 0; channel < here.length; channel++) {
      final float[] values = map.channel(channel);
      for (int i = 0; i < values.length; i++) {
        here[channel] += inside[i] ? values[i] : 0;
        everywhere[channel] += values[i];
      }
    }
    final double distinctAlone = area(map, alone, inside);
    final double strongestAlone = area(map, everywhere, inside);
    return new double[] {
      area(map, selected, inside),
      area(map, here, inside),
      Math.max(distinctAlone, 1 - distinctAlone),
      Math.max(strongestAlone, 1 - strongestAlone)
    };
  }

  private static double area(
      final FeatureMap map, final double[] strength, final boolean[] inside) {
    int best = 0;
    for (int channel = 1; channel < strength.length; channel++) {
      best = strength[channel] > strength[best] ? channel : best;
    }
    return GroundTruth.areaUnderRoc(map.channel(best), inside);
  }

  private static boolean[] inside(final Geometry geometry, final ImageProcessor truth) {
    final int columns = geometry.x().size();
    final boolean[] inside = new boolean[columns * geometry.y().size()];
    for (int i = 0; i < inside.length; i++) {
      inside[i] = isTrue(truth, geometry.x().center(i % columns), geometry.y().center(i / columns));
    }
    return inside;
  }

  private static boolean isTrue(final ImageProcessor truth, final double x, final double y) {
    return truth.getPixel((int) Math.round(x), (int) Math.round(y)) > 127;
  }

  /** A picture of which the true structure is selected. */
  private static View view(final Picture picture, final ImageProcessor truth) {
    return new View() {
      @Override
      public Picture picture() {
        return picture;
      }

      @Override
      public int width() {
        return picture.width();
      }

      @Override
      public int height() {
        return picture.height();
      }

      @Override
      public Placement placement() {
        return Placement.identity(width(), height());
      }

      @Override
      public boolean contains(final int x, final int y) {
        return isTrue(truth, x, y);
      }
    };
  }
}
