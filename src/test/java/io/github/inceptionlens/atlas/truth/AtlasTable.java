package io.github.inceptionlens.atlas.truth;

import io.github.inceptionlens.atlas.cell.CellKind;
import io.github.inceptionlens.core.Progress;
import io.github.inceptionlens.network.InceptionV1;
import io.github.inceptionlens.network.RandomWeights;
import io.github.inceptionlens.network.architecture.Architecture;
import io.github.inceptionlens.network.architecture.Training;
import io.github.inceptionlens.network.architecture.Weights;
import io.github.inceptionlens.network.engine.TorchEngine;
import io.github.inceptionlens.weights.BundledWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A program that prints how pure the cells of an atlas of generated textures are, of the bundled
 * network and of the same with weights by chance.
 */
public final class AtlasTable {

  private static final int SIDE = 96;
  private static final int PICTURES = 40;
  private static final List<String> LAYERS = List.of("mixed3a", "mixed4a", "mixed5a");
  private static final int[] GRIDS = {10, 20};

  private AtlasTable() {}

  /**
   * @param arguments how many pictures of each class; 40 unless given
   * @throws IOException when the disk refuses
   */
  public static void main(final String... arguments) throws IOException {
    final int pictures = arguments.length > 0 ? Integer.parseInt(arguments[0]) : PICTURES;
    final Architecture architecture = Training.TEXTURES.architecture();
    line(
        "%-8s %-10s %-8s %5s %6s %6s %7s",
        "layer", "weights", "cells", "grid", "cells", "in", "purity");
    print("bundled", BundledWeights.textures(), pictures);
    print("by chance", RandomWeights.of(architecture, 1), pictures);
    System.exit(0);
  }

  private static void print(final String name, final Weights weights, final int pictures)
      throws IOException {
    final TorchEngine engine = TorchEngine.start(Progress.NONE);
    engine.useThreads(2);
    final Path folder = Files.createTempDirectory("atlas");
    try (InceptionV1 network = new InceptionV1(engine, Training.TEXTURES.architecture(), weights)) {
      for (final String layer : LAYERS) {
        final CellPurity purity = CellPurity.of(network, layer, pictures, SIDE, folder);
        for (final CellKind kind : CellKind.values()) {
          for (final int grid : GRIDS) {
            final CellPurity.Figures found = purity.of(kind, grid);
            line(
                "%-8s %-10s %-8s %5d %6d %6.3f %7.3f",
                layer, name, kind.label(), grid, found.cells(), found.share(), found.purity());
          }
        }
      }
    }
  }

  private static void line(final String format, final Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
