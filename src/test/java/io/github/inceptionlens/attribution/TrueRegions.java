package io.github.inceptionlens.attribution;

import io.github.inceptionlens.core.Picture;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.FilterWeights;
import io.github.inceptionlens.core.geometry.Resampling;
import io.github.inceptionlens.evaluation.measure.ControlMaps;
import io.github.inceptionlens.evaluation.measure.GroundTruth;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.textures.Scene;
import io.github.inceptionlens.textures.structure.TextureClass;
import io.github.inceptionlens.weights.BundledWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * How well maps find the regions of generated scenes: for each of a scene's two or more classes the
 * map of its logit against the mask of its region, on the bundled network.
 */
final class TrueRegions {

  /** The side of the scenes in pixels. */
  static final int SIDE = 160;

  /** The standard deviation, in pixels, of the Gaussian under which maps are read. */
  static final double BLUR = 8;

  private static final long FIRST_SEED = 7_000_000;

  private final List<Region> regions = new ArrayList<>();

  /** A class in a scene and where it is. */
  record Region(Picture picture, int label, boolean[] mask) {}

  /** The means over all regions; NaN where a map says nothing is left out. */
  record Score(double pointing, double mass, double rank, double roc) {}

  /** A way to make a map of a region's class; row-major. */
  @FunctionalInterface
  interface Mapper {
    float[] map(Region region);
  }

  TrueRegions(final int scenes) {
    for (int i = 0; i < scenes; i++) {
      final Scene scene = Scene.of(FIRST_SEED + i, SIDE, SIDE);
      for (final Scene.Region region : scene.regions()) {
        final int label = TextureClass.labels().indexOf(region.texture().label());
        regions.add(new Region(scene.image(), label, region.mask()));
      }
    }
  }

  int count() {
    return regions.size();
  }

  /** The part of the pictures that the masks cover: what maps reach that know nothing. */
  double area() {
    return mean(
        region -> {
          int inside = 0;
          for (final boolean pixel : region.mask()) {
            inside += pixel ? 1 : 0;
          }
          return (double) inside / region.mask().length;
        });
  }

  private double mean(final ToDoubleFunction<Region> value) {
    return regions.stream().mapToDouble(value).filter(v -> !Double.isNaN(v)).average().orElse(0);
  }

  Score score(final Mapper mapper) {
    final List<float[]> maps = regions.stream().map(mapper::map).toList();
    return new Score(
        mean(maps, (map, mask) -> GroundTruth.pointingGame(map, mask, SIDE, 0)),
        mean(maps, GroundTruth::massAccuracy),
        mean(maps, GroundTruth::rankAccuracy),
        mean(maps, GroundTruth::areaUnderRoc));
  }

  /** Compares a map with a mask. */
  @FunctionalInterface
  private interface Measure {
    double of(float[] map, boolean[] mask);
  }

  private double mean(final List<float[]> maps, final Measure measure) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < maps.size(); i++) {
      final double value = measure.of(maps.get(i), regions.get(i).mask());
      sum += Double.isNaN(value) ? 0 : value;
      count += Double.isNaN(value) ? 0 : 1;
    }
    return sum / count;
  }

  static InceptionV1 network() {
    return new InceptionV1(
        TorchEngine.start(Progress.NONE),
        Training.TEXTURES.architecture(),
        BundledWeights.textures());
  }

  /**
   * A method's maps, as they are read here: contributions with their sign, slopes as the command
   * shows them.
   */
  static Mapper of(
      final String method,
      final UnaryOperator<AttributionRequest> options,
      final InceptionV1 network) {
    return region -> {
      final AttributionRequest request =
          options.apply(AttributionRequest.of("class:" + region.label()));
      final AttributionMethod plugin = AttributionMethods.named(method);
      final Attribution answer =
          plugin.attribute(network, region.picture(), request, Progress.NONE);
      final Sign sign = plugin.isLocal() ? answer.usualSign() : Sign.SIGNED;
      return smooth(answer.plane(ColorReduction.SUM, sign, SIDE, SIDE));
    };
  }

  /** Baselines for Expected Gradients: scenes that are not scored. */
  static Baseline otherScenes() {
    return new Baseline.Given("scenes", OTHERS);
  }

  private static final List<Picture> OTHERS =
      new Random(1)
          .longs(16, FIRST_SEED / 2, FIRST_SEED - 1)
          .mapToObj(seed -> Scene.of(seed, SIDE, SIDE).image())
          .toList();

  /** Numbers that know nothing of the picture, as maps are read. */
  static Mapper random() {
    final Random seeds = new Random(5);
    return region -> smooth(ControlMaps.random(SIDE * SIDE, seeds.nextLong()));
  }

  /** Edges, whatever the class, as maps are read. */
  static Mapper edges() {
    return region -> smooth(ControlMaps.sobel(region.picture()));
  }

  private static float[] smooth(final float[] map) {
    return new Resampling(FilterWeights.gaussian(SIDE, BLUR), FilterWeights.gaussian(SIDE, BLUR))
        .apply(map);
  }
}
