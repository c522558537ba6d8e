package io.github.inceptionlens.activation.example;

import io.github.inceptionlens.collection.MemoryPictures;
import io.github.inceptionlens.collection.MemoryPictures.MemoryPicture;
import io.github.inceptionlens.collection.scan.Ride;
import io.github.inceptionlens.collection.scan.Scan;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.core.geometry.View;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.textures.Textures;
import io.github.inceptionlens.textures.structure.TextureClass;
import io.github.inceptionlens.weights.BundledWeights;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A program that prints, for each class of the bundled network, a unit of mixed5a whose top
 * examples show that class: chosen on one half of the pictures, counted on the other.
 */
public final class ClassUnitsTable {

  /** How many pictures of each class there are in each half. */
  static final int PICTURES = 24;

  private static final String LAYER = "mixed5a";
  private static final int TOP = 9;
  private static final int SIDE = 128;

  private ClassUnitsTable() {}

  /**
   * A class and the unit that was chosen for it.
   *
   * @param chosen how many of the unit's top examples show the class, on the half that chose it
   * @param counted the same on the other half
   */
  record Row(TextureClass texture, String unit, int chosen, int counted) {

    boolean isPure() {
      return counted == TOP;
    }
  }

  /** Prints a line per class, and how many have a unit with a top of that class alone. */
  public static void main(final String... none) {
    final TorchEngine engine = TorchEngine.start(Progress.NONE);
    final List<Row> rows;
    try (InceptionV1 network = network(engine)) {
      rows = rows(network);
    }
    for (final Row row : rows) {
      System.out.printf(
          Locale.ROOT,
          "| %s | %s | %d | %d |%n",
          row.texture().label(),
          row.unit(),
          row.chosen(),
          row.counted());
    }
    System.out.printf(
        Locale.ROOT,
        "%d of %d classes have a unit whose top %d on the other half all show them%n",
        rows.stream().filter(Row::isPure).count(),
        rows.size(),
        TOP);
  }

  static InceptionV1 network(final TorchEngine engine) {
    return new InceptionV1(engine, Training.TEXTURES.architecture(), BundledWeights.textures());
  }

  /** A row per class. */
  static List<Row> rows(final InceptionV1 network) {
    final List<Map<String, int[]>> halves = List.of(counts(network, 0), counts(network, 1));
    final List<Row> rows = new ArrayList<>();
    for (final TextureClass texture : TextureClass.values()) {
      final int index = texture.ordinal();
      final String best =
          halves.get(0).entrySet().stream()
              .max((a, b) -> Integer.compare(a.getValue()[index], b.getValue()[index]))
              .orElseThrow()
              .getKey();
      rows.add(
          new Row(texture, best, halves.get(0).get(best)[index], halves.get(1).get(best)[index]));
    }
    return rows;
  }

  /** By unit, how many of its top examples show each class. */
  private static Map<String, int[]> counts(final InceptionV1 network, final int half) {
    final List<View> views = new ArrayList<>();
    final List<String> labels = new ArrayList<>();
    final int classes = TextureClass.values().length;
    for (int i = 0; i < PICTURES * classes; i++) {
      final long seed = (long) half * PICTURES * classes + i;
      final TextureClass texture = TextureClass.values()[i % classes];
      views.add(View.of(Textures.sample(texture, seed, SIDE, SIDE).image()));
      labels.add(texture.name());
    }
    final int channels = network.architecture().layer(LAYER).channels();
    final LayerUnits units =
        LayerUnits.of(network.architecture(), LAYER, IntStream.range(0, channels).boxed().toList());
    final Scan<MemoryPicture> scan =
        new Scan<>(network, units.names(), MemoryPictures.of(views, labels));
    final Ride<MemoryPicture, ?, List<UnitExamples>> ride =
        scan.ride("examples", new DatasetExamples(units, ExampleRequest.of(TOP)));
    scan.run(Optional.empty(), Progress.NONE);
    final Map<String, int[]> counts = new TreeMap<>();
    for (final UnitExamples unit : ride.result()) {
      final int[] count = new int[classes];
      unit.top().forEach(one -> count[TextureClass.valueOf(one.label()).ordinal()]++);
      counts.put(unit.unit(), count);
    }
    return counts;
  }
}
