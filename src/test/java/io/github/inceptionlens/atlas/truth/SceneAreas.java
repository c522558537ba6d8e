package io.github.inceptionlens.atlas.truth;

import ij.process.AutoThresholder;
import io.github.inceptionlens.atlas.cell.AtlasCells;
import io.github.inceptionlens.atlas.cell.CellRequest;
import io.github.inceptionlens.atlas.embedding.EmbeddingMethod;
import io.github.inceptionlens.atlas.embedding.EmbeddingRequest;
import io.github.inceptionlens.atlas.embedding.SampleEmbedding;
import io.github.inceptionlens.atlas.embedding.VectorMetric;
import io.github.inceptionlens.atlas.projection.CellProjection;
import io.github.inceptionlens.atlas.projection.ProjectedCells;
import io.github.inceptionlens.collection.MemoryPictures;
import io.github.inceptionlens.collection.sample.SampleFrom;
import io.github.inceptionlens.collection.sample.SampleRequest;
import io.github.inceptionlens.collection.sample.Samples;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.textures.Scene;
import io.github.inceptionlens.textures.SceneRecipe;
import io.github.inceptionlens.textures.structure.TextureClass;
import io.github.inceptionlens.weights.cache.FileCache;
import io.github.inceptionlens.weights.format.FloatEncoding;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How well cells of an atlas tell the structures of scenes apart: cells are named by the masks of
 * some scenes, and their areas compared with the masks of others; beside the best single channel.
 */
final class SceneAreas {

  /** The structures, every third class; the empty background is none. */
  static final List<TextureClass> STRUCTURES =
      Arrays.stream(TextureClass.values())
          .filter(one -> one != TextureClass.EMPTY && one.ordinal() % 3 == 1)
          .toList();

  private static final long LEARNED = 120_000_000;
  private static final long HELD_OUT = 130_000_000;
  private static final int SIDE = 192;
  private static final int PLACES = 60;
  private static final int NEIGHBORS = 15;
  private static final int LEVELS = 256;

  private final InceptionV1 network;
  private final String layer;
  private final List<Truth> learned;
  private final List<Truth> heldOut;
  private final SampleEmbedding embedded;

  /**
   * A scene.
   *
   * @param structure of each pixel, from 1 in the order of the structures; 0 for the background
   */
  private record Truth(View view, int[] structure) {

    static Truth of(final long seed) {
      final Scene scene =
          SceneRecipe.of(seed, SceneRecipe.draw(seed, STRUCTURES), SIDE, SIDE).scene();
      final int[] structure = new int[SIDE * SIDE];
      for (final Scene.Region region : scene.regions()) {
        for (int i = 0; i < structure.length; i++) {
          structure[i] = region.mask()[i] ? STRUCTURES.indexOf(region.texture()) + 1 : structure[i];
        }
      }
      return new Truth(View.of(scene.image()), structure);
    }

    static List<Truth> all(final long first, final int count) {
      return LongStream.range(first, first + count).mapToObj(Truth::of).toList();
    }
  }

  /** Counts of pixels, whose intersection over union is looked for. */
  private static final class Overlap {

    private long both;
    private long either;

    void add(final boolean found, final boolean is) {
      both += found && is ? 1 : 0;
      either += found || is ? 1 : 0;
    }

    double value() {
      return either == 0 ? 0 : (double) both / either;
    }
  }

  /**
   * @param scenes how many are learned from, and as many are held out
   * @param folder for what is kept
   */
  SceneAreas(final InceptionV1 network, final String layer, final int scenes, final Path folder) {
    this.network = network;
    this.layer = layer;
    learned = Truth.all(LEARNED, scenes);
    heldOut = Truth.all(HELD_OUT, scenes);
    embedded =
        SampleEmbedding.of(
            new Samples(new FileCache(folder, ".safetensors", 10, Long.MAX_VALUE))
                .of(
                    MemoryPictures.of(learned.stream().map(Truth::view).toList()),
                    network,
                    network.architecture().layer(layer),
                    new SampleRequest(PLACES, SampleFrom.RANDOM, 0, 0, FloatEncoding.F32),
                    "",
                    Progress.NONE),
            "scenes",
            new EmbeddingRequest(EmbeddingMethod.UMAP, NEIGHBORS, 0.05, VectorMetric.COSINE, 0),
            Progress.NONE);
  }

  /** The intersection over union of each structure on the scenes that are held out, by cells. */
  double[] ofCells(final CellRequest request) {
    final AtlasCells atlas = AtlasCells.of(embedded, request, Progress.NONE);
    final CellProjection projection = CellProjection.of(network, layer, atlas);
    final long[][] counts = new long[atlas.cells().size() + 1][STRUCTURES.size() + 1];
    for (final Truth scene : learned) {
      final float[] numbers = numbers(projection, scene);
      for (int i = 0; i < numbers.length; i++) {
        counts[(int) numbers[i]][scene.structure()[i]]++;
      }
    }
    final int[] names = Arrays.stream(counts).mapToInt(SceneAreas::largest).toArray();
    names[0] = 0;
    final List<Overlap> overlaps = overlaps();
    for (final Truth scene : heldOut) {
      final float[] numbers = numbers(projection, scene);
      for (int i = 0; i < numbers.length; i++) {
        for (int one = 0; one < overlaps.size(); one++) {
          overlaps
              .get(one)
              .add(names[(int) numbers[i]] == one + 1, scene.structure()[i] == one + 1);
        }
      }
    }
    return overlaps.stream().mapToDouble(Overlap::value).toArray();
  }

  private static float[] numbers(final CellProjection projection, final Truth scene) {
    return projection.of(scene.view(), Progress.NONE).over(scene.view().placement());
  }

  private static int largest(final long[] counts) {
    int largest = 0;
    for (int i = 1; i < counts.length; i++) {
      largest = counts[i] > counts[largest] ? i : largest;
    }
    return largest;
  }

  private static List<Overlap> overlaps() {
    final List<Overlap> all = new ArrayList<>();
    STRUCTURES.forEach(one -> all.add(new Overlap()));
    return all;
  }

  /**
   * The same by the channel that is best on the scenes that are learned from, where it exceeds
   * Otsu's threshold of its values there.
   */
  double[] ofChannels() {
    final List<FeatureMap> maps = maps(learned);
    final int channels = network.architecture().layer(layer).channels();
    final double[] best = new double[STRUCTURES.size()];
    final int[] chosen = new int[STRUCTURES.size()];
    final double[] thresholds = new double[channels];
    for (int channel = 0; channel < channels; channel++) {
      thresholds[channel] = otsu(maps, channel);
      final double[] found = overlap(maps, learned, channel, thresholds[channel]);
      for (int one = 0; one < best.length; one++) {
        if (found[one] > best[one]) {
          best[one] = found[one];
          chosen[one] = channel;
        }
      }
    }
    final List<FeatureMap> others = maps(heldOut);
    final double[] result = new double[best.length];
    for (int one = 0; one < best.length; one++) {
      result[one] = overlap(others, heldOut, chosen[one], thresholds[chosen[one]])[one];
    }
    return result;
  }

  private List<FeatureMap> maps(final List<Truth> scenes) {
    return scenes.stream()
        .map(scene -> network.read(scene.view(), layer).map(Progress.NONE))
        .toList();
  }

  private static double otsu(final List<FeatureMap> maps, final int channel) {
    float most = Float.NEGATIVE_INFINITY;
    float least = Float.POSITIVE_INFINITY;
    for (final FeatureMap map : maps) {
      for (final float value : map.channel(channel)) {
        most = Math.max(most, value);
        least = Math.min(least, value);
      }
    }
    final int[] histogram = new int[LEVELS];
    final double step = Math.max((double) most - least, Float.MIN_NORMAL) / (LEVELS - 1);
    for (final FeatureMap map : maps) {
      for (final float value : map.channel(channel)) {
        histogram[(int) ((value - least) / step)]++;
      }
    }
    final int level = new AutoThresholder().getThreshold(AutoThresholder.Method.Otsu, histogram);
    return least + (level + 1) * step;
  }

  private static double[] overlap(
      final List<FeatureMap> maps,
      final List<Truth> scenes,
      final int channel,
      final double threshold) {
    final List<Overlap> overlaps = overlaps();
    for (int scene = 0; scene < maps.size(); scene++) {
      final float[] values = maps.get(scene).channel(channel);
      final int[] above = new int[values.length];
      Arrays.setAll(above, i -> values[i] >= threshold ? 1 : 0);
      final float[] pixels =
          new ProjectedCells(maps.get(scene).geometry(), above)
              .over(scenes.get(scene).view().placement());
      for (int i = 0; i < pixels.length; i++) {
        for (int one = 0; one < overlaps.size(); one++) {
          overlaps.get(one).add(pixels[i] > 0, scenes.get(scene).structure()[i] == one + 1);
        }
      }
    }
    return overlaps.stream().mapToDouble(Overlap::value).toArray();
  }
}
