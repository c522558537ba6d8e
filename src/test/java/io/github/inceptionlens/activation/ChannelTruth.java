package io.github.inceptionlens.activation;

import io.github.inceptionlens.core.Unit;
import io.github.inceptionlens.core.geometry.Geometry;
import io.github.inceptionlens.core.geometry.Placement;
import io.github.inceptionlens.core.geometry.Registration;
import io.github.inceptionlens.evaluation.measure.GroundTruth;
import io.github.inceptionlens.network.Activations;
import io.github.inceptionlens.network.FeatureMap;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.textures.Scene;
import io.github.inceptionlens.textures.structure.TextureClass;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Finds the channel that stands for a class on some scenes, and checks it on others. */
final class ChannelTruth {

  private static final List<String> LAYERS =
      List.of("mixed4a", "mixed4b", "mixed4c", "mixed4d", "mixed4e", "mixed5a", "mixed5b");

  private final InceptionV1 network;
  private final Map<Unit, Separation> units = new LinkedHashMap<>();

  ChannelTruth(final InceptionV1 network) {
    this.network = network;
  }

  /**
   * For every class but the empty background the channel of mixed4 and mixed5 that tells it best
   * from all the rest.
   */
  Map<TextureClass, Unit> choose(final List<Scene> scenes) {
    units.clear();
    scenes.forEach(this::learn);
    final Map<TextureClass, Unit> best = new EnumMap<>(TextureClass.class);
    for (final TextureClass texture : EnumSet.complementOf(EnumSet.of(TextureClass.EMPTY))) {
      double highest = 0;
      for (final Map.Entry<Unit, Separation> unit : units.entrySet()) {
        final double separation = unit.getValue().of(texture.ordinal());
        if (separation > highest) {
          highest = separation;
          best.put(texture, unit.getKey());
        }
      }
    }
    return best;
  }

  private void learn(final Scene scene) {
    final Activations answers = network.run(scene.image(), LAYERS);
    for (final String layer : LAYERS) {
      final FeatureMap map = answers.map(layer);
      final int[] classes = classesAtUnits(scene, map.geometry());
      for (int channel = 0; channel < map.layer().channels(); channel++) {
        units
            .computeIfAbsent(map.layer().unit(channel), unit -> new Separation())
            .add(map.channel(channel), classes);
      }
    }
  }

  /** The class at the center of what each unit sees. */
  private static int[] classesAtUnits(final Scene scene, final Geometry geometry) {
    final int width = (int) scene.image().dimension(0);
    final int height = (int) scene.image().dimension(1);
    final int columns = geometry.x().size();
    final int[] classes = new int[columns * geometry.y().size()];
    for (int i = 0; i < classes.length; i++) {
      final int x = clamp(geometry.x().center(i % columns), width);
      final int y = clamp(geometry.y().center(i / columns), height);
      for (final Scene.Region region : scene.regions()) {
        if (region.mask()[y * width + x]) {
          classes[i] = region.texture().ordinal();
        }
      }
    }
    return classes;
  }

  private static int clamp(final double center, final int size) {
    return (int) Math.max(0, Math.min(size - 1, Math.round(center)));
  }

  /**
   * The area under ROC of each class's channel, over all pixels of all scenes together, its maps
   * {@link Registration#ALIGNED}; NaN for a class that no scene shows.
   */
  Map<TextureClass, Double> areas(final Map<TextureClass, Unit> chosen, final List<Scene> scenes) {
    final List<Activations> answers =
        scenes.stream().map(scene -> network.run(scene.image(), LAYERS)).toList();
    final Map<TextureClass, Double> areas = new EnumMap<>(TextureClass.class);
    chosen.forEach((texture, unit) -> areas.put(texture, area(texture, unit, scenes, answers)));
    return areas;
  }

  private static double area(
      final TextureClass texture,
      final Unit unit,
      final List<Scene> scenes,
      final List<Activations> answers) {
    final int pixels = scenes.get(0).structure().length;
    final float[] values = new float[scenes.size() * pixels];
    final boolean[] mask = new boolean[values.length];
    for (int i = 0; i < scenes.size(); i++) {
      final Scene scene = scenes.get(i);
      final FeatureMap map = answers.get(i).map(unit.layer());
      final Placement placement =
          Placement.identity((int) scene.image().dimension(0), (int) scene.image().dimension(1));
      final float[] aligned =
          Registration.ALIGNED.place(map.channel(unit.channel()), map.geometry(), placement);
      System.arraycopy(aligned, 0, values, i * pixels, pixels);
      for (final Scene.Region region : scene.regions()) {
        if (region.texture() == texture) {
          System.arraycopy(region.mask(), 0, mask, i * pixels, pixels);
        }
      }
    }
    return GroundTruth.areaUnderRoc(values, mask);
  }

  /** How far a channel's mean inside a class lies above its mean elsewhere, in deviations. */
  private static final class Separation {

    private static final int CLASSES = TextureClass.values().length;

    private final double[] sums = new double[CLASSES];
    private final int[] counts = new int[CLASSES];
    private double sum;
    private double squares;
    private int count;

    void add(final float[] values, final int[] classes) {
      for (int i = 0; i < values.length; i++) {
        sums[classes[i]] += values[i];
        counts[classes[i]]++;
        sum += values[i];
        squares += (double) values[i] * values[i];
        count++;
      }
    }

    double of(final int texture) {
      final int inside = counts[texture];
      final double mean = sum / count;
      final double deviation = Math.sqrt(Math.max(squares / count - mean * mean, 1e-12));
      return inside == 0 || inside == count
          ? 0
          : (sums[texture] / inside - (sum - sums[texture]) / (count - inside)) / deviation;
    }
  }
}
